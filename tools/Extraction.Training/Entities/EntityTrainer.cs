using System.Text.Json;
using Extraction.Corpora;
using Extraction.Training.Gazetteers;
using Extraction.Training.Sequences;

namespace Extraction.Training.Entities;

/// <summary>Builds <c>entities.bin</c>: lexicon, then the chain trained on the corpora of the data list.</summary>
internal sealed class EntityTrainer(EntityTrainerOptions options, Action<string> log)
{
    public void Run(string output)
    {
        var writer = new ModelFile.Writer(Header());
        AddLexicon(writer);
        string draft = Path.Combine(Path.GetTempPath(), $"entities-{Environment.ProcessId}.bin");
        writer.Save(draft, compress: false);
        var model = new EntityModel(Open(draft));
        File.Delete(draft);

        var set = new SequenceSet();
        var reader = new DocumentReader(model);
        foreach ((string file, float weight, string schemeName) in options.Corpora())
        {
            Scheme scheme = Scheme.Named(schemeName);
            int before = set.PositionCount;
            int number = 0;
            foreach (CorpusDocument document in Documents(file))
            {
                if (schemeName == "re3d" && document.Source.Contains("BBC", StringComparison.OrdinalIgnoreCase))
                {
                    continue;
                }

                AddDocument(set, reader, document, scheme, weight);
                if (number++ % options.RecaseEvery == 0 && (schemeName is "full" or "conll"))
                {
                    foreach (CorpusDocument recased in Recasing.Of(document, number))
                    {
                        AddDocument(set, reader, recased, scheme, options.RecaseWeight, onlyRecased: true);
                    }
                }
            }

            log($"{file}: {set.PositionCount - before} positions, weight {weight}");
        }

        var may = new bool[EntityLabels.LabelCount + 1, EntityLabels.LabelCount];
        var mayEnd = new bool[EntityLabels.LabelCount];
        for (int to = 0; to < EntityLabels.LabelCount; to++)
        {
            mayEnd[to] = EntityLabels.Closes(to);
            for (int from = 0; from <= EntityLabels.LabelCount; from++)
            {
                may[from, to] = EntityLabels.MayFollow(from, to);
            }
        }

        var trainer = new LinearChainTrainer(set, EntityLabels.LabelCount, may, mayEnd, options.Training);
        trainer.Train(log);
        log(trainer.Write(writer, EntityModel.Chain));
        writer.Save(output, compress: true);
        log($"{output}: {new FileInfo(output).Length:N0} bytes");
    }

    public static ModelFile Open(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return ModelFile.Read(stream);
    }

    /// <summary>Own articles ('own:' and the start of the files' names) lie in the repository with their marks inline, corpora in the data folder.</summary>
    private IEnumerable<CorpusDocument> Documents(string file) => file.StartsWith("own:", StringComparison.Ordinal)
        ? Directory.GetFiles(options.OwnArticles, file[4..] + "*.txt").Order(StringComparer.Ordinal).SelectMany(InlineArticles.Read)
        : Corpus.Read(Path.Combine(options.Data, file));

    private void AddLexicon(ModelFile.Writer writer)
    {
        Dictionary<ulong, uint> phrases = options.WithoutGazetteers ? [] : GazetteerSource.Read(Path.Combine(options.Data, "gazetteers/gazetteers.tsv.gz"), options.IsoCodes, options.OwnLists);
        (uint[] checks, uint[] classes) = PhraseTable.Build(phrases);
        log($"gazetteers: {phrases.Count} phrases and prefixes, {classes.Length} sets of lists");
        writer.Add<uint>(EntityModel.Phrases, checks);
        writer.Add<uint>(EntityModel.Phrases + 1, classes);
        if (options.Clusters is { } clusters)
        {
            ModelFile file = Open(clusters);
            writer.Add(EntityModel.Clusters, file.Bytes(1).ToArray());
            writer.Add(EntityModel.Clusters + 1, file.Bytes(2).ToArray());
        }
        else
        {
            writer.Add(EntityModel.Clusters, []);
            writer.Add(EntityModel.Clusters + 1, []);
        }

        writer.AddLines(EntityModel.Bridges, GazetteerSource.OwnList(options.OwnLists, "bridges"));
        writer.AddLines(EntityModel.Particles, GazetteerSource.OwnList(options.OwnLists, "particles"));
        writer.AddLines(EntityModel.Elections, GazetteerSource.OwnList(options.OwnLists, "elections"));
    }

    private void AddDocument(SequenceSet set, DocumentReader reader, CorpusDocument document, Scheme scheme, float weight, bool onlyRecased = false)
    {
        reader.Read(document.Text);
        EntityScratch scratch = reader.Scratch;
        if (options.WithoutEvidence)
        {
            scratch.Evidence.Collect(scratch.Pieces, []);
        }

        ulong[] allowed = GoldLabels.Of(document, scheme, scratch);
        foreach ((int first, int end) in scratch.Sentences)
        {
            if (onlyRecased && (scratch.Pieces[first].Flags & (PieceFlags.TitleLine | PieceFlags.CapsLine)) == 0)
            {
                continue;
            }

            int from = first;
            while (ChainRecognizer.NextStretch(scratch.Pieces, from, end, out int start, out int stop))
            {
                for (int i = start; i < stop; i++)
                {
                    EntityFeatures.Extract(document.Text, scratch, first, end, i, scratch.Features);
                    set.Add(scratch.Features.Items, allowed[i]);
                }

                set.End(weight);
                from = stop;
            }
        }
    }

    private string Header() => JsonSerializer.Serialize(new
    {
        name = "entities",
        version = 1,
        corpora = options.Corpora().Select(c => Path.GetFileName(c.File)).ToArray(),
        training = options.Training,
    });
}
