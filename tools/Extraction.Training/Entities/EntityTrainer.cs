using System.Text.Json;
using Extraction.Corpora;
using Extraction.Training.Gazetteers;
using Extraction.Training.Sequences;

namespace Extraction.Training.Entities;

/// <summary>Builds <c>entities.bin</c>: lexicon, then the chain trained on the corpora of the data list.</summary>
internal sealed class EntityTrainer(EntityTrainerOptions options, Action<string> log)
{
    /// <summary>The second pass learns from a first pass that has not seen the document: each third of the documents is read with a model trained on the other two.</summary>
    private const int Folds = 3;

    // Entries of the data list that are no files of the data folder.
    private const string Own = "own:";
    private const string Names = "names:";

    public void Run(string output)
    {
        var writer = new ModelFile.Writer(Header());
        AddLexicon(writer);
        var model = new EntityModel(Reopened(writer));

        var set = new SequenceSet();
        var reader = new DocumentReader(model);
        foreach ((string file, float weight, string schemeName) in options.Corpora())
        {
            Scheme scheme = Scheme.Named(schemeName);
            int before = set.PositionCount;
            int number = 0;
            foreach (CorpusDocument document in Documents(file, schemeName))
            {
                AddDocument(set, reader, document, scheme, weight, number % Folds);
                if (number++ % options.RecaseEvery == 0 && (schemeName is "full" or "conll"))
                {
                    AddDocument(set, reader, Recasing.Of(document, number), scheme, options.RecaseWeight, (number - 1) % Folds, onlyRecased: true);
                }
            }

            log($"{file}: {set.PositionCount - before} positions, weight {weight}");
        }

        SequenceSet? second = options.WithSecondPass ? SecondPassSet(set) : null;
        LinearChainTrainer trainer = Trainer(set, options.Training);
        trainer.Train(log);
        log(trainer.Write(writer, EntityModel.Chain));
        if (second is not null)
        {
            LinearChainTrainer stacked = Trainer(second, options.SecondTraining);
            stacked.StartFrom(trainer.Transitions);
            stacked.Train(log);
            log(stacked.Write(writer, EntityModel.SecondChain));
        }

        if (options.Reliability.Length > 0)
        {
            writer.Add<float>(EntityModel.Calibration, options.Reliability);
        }

        writer.Save(output, compress: false);
        log($"{output}: {new FileInfo(output).Length:N0} bytes");
    }

    public static ModelFile Open(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return ModelFile.Read(stream);
    }

    private static ModelFile Reopened(ModelFile.Writer writer)
    {
        string draft = Path.Combine(Path.GetTempPath(), $"entities-{Environment.ProcessId}.bin");
        writer.Save(draft, compress: false);
        ModelFile file = Open(draft);
        File.Delete(draft);
        return file;
    }

    private static LinearChainTrainer Trainer(SequenceSet set, TrainingOptions training)
    {
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

        return new LinearChainTrainer(set, EntityLabels.LabelCount, may, mayEnd, training);
    }

    private SequenceSet SecondPassSet(SequenceSet set)
    {
        var second = new SequenceSet();
        for (int fold = 0; fold < Folds; fold++)
        {
            LinearChainTrainer trainer = Trainer(set, options.FoldTraining);
            int held = fold;
            trainer.Train(log, group => group != held);
            var writer = new ModelFile.Writer("{}");
            AddLexicon(writer);
            trainer.Write(writer, EntityModel.Chain);
            var reader = new DocumentReader(new EntityModel(Reopened(writer)));
            foreach ((string file, _, string schemeName) in options.Corpora())
            {
                // Only corpora of articles, not of sentences or lists of names, can teach what an article says elsewhere. Each counts once: weights are for what is rare, and the second
                // pass would learn from them how common a type is where they are high.
                if (schemeName is "full" or "docred" or "conll" && !file.StartsWith(Names, StringComparison.Ordinal))
                {
                    Scheme scheme = Scheme.Named(schemeName);
                    foreach (CorpusDocument document in Documents(file, schemeName).Where((_, n) => n % Folds == held))
                    {
                        AddSecondPass(second, reader, document, scheme);
                    }
                }
            }
        }

        return second;
    }

    private static void AddSecondPass(SequenceSet second, DocumentReader reader, CorpusDocument document, Scheme scheme)
    {
        string text = document.Text;
        reader.Read(text);
        EntityScratch scratch = reader.Scratch;
        reader.Recognizer.FirstPass(text, scratch, CancellationToken.None);
        scratch.Memory.Collect(text, scratch);
        ulong[] allowed = GoldLabels.Of(document, scheme, scratch);
        int stride = reader.Recognizer.Model.Weights.Stride;
        foreach (Stretch stretch in scratch.Stretches.Where(s => ChainRecognizer.IsOpen(scratch, s)))
        {
            bool told = false;
            for (int i = stretch.Start; i < stretch.Stop && !told; i++)
            {
                told = MemoryFeatures.Extract(text, scratch, stretch, i, scratch.Features);
            }

            for (int i = stretch.Start; i < stretch.Stop && told; i++)
            {
                bool some = MemoryFeatures.Extract(text, scratch, stretch, i, scratch.Features);
                second.Add(some ? scratch.Features.Items : [], allowed[i], scratch.Kept.AsSpan(stretch.Scores + ((i - stretch.Start) * stride), EntityLabels.LabelCount));
            }

            second.End(1);
        }
    }

    /// <summary>Own articles ('own:' and the start of the files' names) lie in the repository with their marks inline, articles written for names alone ('names:') too, corpora in the data folder.</summary>
    private IEnumerable<CorpusDocument> Documents(string file, string scheme)
    {
        IEnumerable<CorpusDocument> documents = file.StartsWith(Own, StringComparison.Ordinal)
            ? Directory.GetFiles(options.OwnArticles, file[Own.Length..] + "*.txt").Order(StringComparer.Ordinal).SelectMany(InlineArticles.Read)
            : file.StartsWith(Names, StringComparison.Ordinal) ? Directory.GetFiles(options.OwnNames, "*.txt").Order(StringComparer.Ordinal).SelectMany(InlineArticles.Read)
            : Corpus.Read(Path.Combine(options.Data, file));

        // The licence of re3d's BBC part is unclear.
        return scheme == "re3d" ? documents.Where(d => !d.Source.Contains("BBC", StringComparison.OrdinalIgnoreCase) && !d.Id.Contains("BBC", StringComparison.OrdinalIgnoreCase)) : documents;
    }

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

    private void AddDocument(SequenceSet set, DocumentReader reader, CorpusDocument document, Scheme scheme, float weight, int fold, bool onlyRecased = false)
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
                    AddLexicalFirst(set, scratch.Features, allowed[i]);
                }

                set.End(weight, fold);
                from = stop;
            }
        }
    }

    private static void AddLexicalFirst(SequenceSet set, FeatureBuffer features, ulong allowed)
    {
        Span<ulong> ordered = stackalloc ulong[features.Count];
        int lexical = 0;
        int other = features.Count;
        for (int i = 0; i < features.Count; i++)
        {
            ordered[EntityFeatures.IsLexical(features.Templates[i]) ? lexical++ : --other] = features.Items[i];
        }

        set.Add(ordered, allowed, [], lexical);
    }

    private string Header() => JsonSerializer.Serialize(new
    {
        name = "entities",
        version = 1,
        corpora = options.Corpora().Select(c => Path.GetFileName(c.File)).ToArray(),
        training = options.Training,
    });
}
