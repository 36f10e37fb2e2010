using System.CommandLine;
using System.Globalization;
using Extraction.Training.Sequences;

namespace Extraction.Training.Quotes;

/// <summary><c>quotes --corpus FILE=WEIGHT … --out quotes.bin</c>: trains the tagger of content, cue and source, both passes.</summary>
internal sealed class TrainQuotesCommand(string[] corpora, FileInfo output, TrainingOptions options)
{
    private const int Folds = 4;
    private const int Labels = 7;

    private const int LinkEpochs = 12;

    // Three quarters full: the many light features lose a few of their number, the table a quarter of its size.
    private const double TableLoad = 0.75;

    private float LinkDecay { get; init; }

    /// <summary>Runs from different seeds whose mean is shipped; the models of the folds, which only label, are of one run.</summary>
    private int Runs { get; init; }

    /// <summary>What the second pass's transitions out of quotes are lowered by, for as much recall as precision.</summary>
    private float Lean { get; init; }

    private string? Taggings { get; init; }

    public static Command Create()
    {
        var corpora = new Option<string[]>("--corpus") { Description = "Annotated corpus and the weight of its documents, as FILE=WEIGHT.", AllowMultipleArgumentsPerToken = true, Required = true };
        var output = new Option<FileInfo>("--out") { Description = "Where the model goes.", Required = true };
        var epochs = new Option<int>("--epochs") { DefaultValueFactory = _ => 4 };
        var rate = new Option<float>("--rate") { DefaultValueFactory = _ => 0.05f };
        var dropout = new Option<float>("--dropout") { DefaultValueFactory = _ => 0.2f };
        var prune = new Option<float>("--prune") { DefaultValueFactory = _ => 0.05f };
        var minimum = new Option<int>("--minimum-count") { DefaultValueFactory = _ => 2 };
        var runs = new Option<int>("--runs") { Description = "Runs from different seeds, whose weights are averaged.", DefaultValueFactory = _ => 1 };
        var lean = new Option<float>("--lean") { Description = "How far the second pass leans towards quotes where it is in doubt.", DefaultValueFactory = _ => 0 };
        var single = new Option<bool>("--first-pass-only");
        var decay = new Option<float>("--link-decay") { Description = "Weight decay of the ranker.", DefaultValueFactory = _ => 0.001f };
        var taggings = new Option<string?>("--taggings") { Description = "Keeps the out-of-fold taggings in this file." };
        var from = new Option<string?>("--links-from") { Description = "Trains the ranker alone: taggings kept by a run over the same corpora; the rest of the model is taken from --out." };
        var command = new Command("quotes", "Trains the tagger of content, cue and source.") { corpora, output, epochs, rate, dropout, prune, minimum, runs, lean, single, decay, taggings, from };
        command.SetAction(parse =>
        {
            var options = new TrainingOptions { Epochs = parse.GetValue(epochs), Rate = parse.GetValue(rate), Dropout = parse.GetValue(dropout), Prune = parse.GetValue(prune), MinimumCount = parse.GetValue(minimum) };
            var run = new TrainQuotesCommand(parse.GetRequiredValue(corpora), parse.GetRequiredValue(output), options) { LinkDecay = parse.GetValue(decay), Taggings = parse.GetValue(taggings), Runs = parse.GetValue(runs), Lean = parse.GetValue(lean) };
            if (parse.GetValue(from) is { } kept)
            {
                run.RunLinks(kept);
            }
            else
            {
                run.Run(parse.GetValue(single));
            }

            return 0;
        });
        return command;
    }

    private void Run(bool firstPassOnly)
    {
        List<TrainingDocument> documents = ReadDocuments();
        (ulong[] keys, byte[] values) = VocabularyBuilder.Build(documents);
        ModelFile entities = ModelFile.OpenEmbedded(EntityModel.Resource);
        var vocabulary = new QuoteVocabulary(keys, values, ClusterTable.Read(entities, EntityModel.Clusters));
        var writer = new ModelFile.Writer($$"""{"name":"quotes","version":2,"corpora":"{{string.Join(' ', corpora.Select(c => Path.GetFileName(c)))}}"}""");
        writer.Add<ulong>(QuoteTagger.VocabularyKeys, keys);
        writer.Add(QuoteTagger.VocabularyValues, values);
        AddClusters(writer);
        Console.Error.WriteLine($"{keys.Length} words");
        if (!firstPassOnly)
        {
            var firsts = new LinearChainTrainer[Folds];
            for (int fold = 0; fold < Folds; fold++)
            {
                firsts[fold] = Train(documents.Where((_, i) => i % Folds != fold), vocabulary, second: false, runs: 1);
                Predict(documents.Where((_, i) => i % Folds == fold), Draft(firsts[fold], null, keys, values), keep: false);
            }

            Report(documents);

            // The ranker must see taggings as they are on unseen text: both passes out of fold.
            for (int fold = 0; fold < Folds; fold++)
            {
                LinearChainTrainer above = Train(documents.Where((_, i) => i % Folds != fold), vocabulary, second: true, runs: 1);
                Predict(documents.Where((_, i) => i % Folds == fold), Draft(firsts[fold], above, keys, values), keep: true);
            }

            if (Taggings is not null)
            {
                TaggingFile.Save(Taggings, documents);
            }
        }

        LinearChainTrainer first = Train(documents, vocabulary, second: false, Runs);
        Write(writer, first, firstPassOnly ? null : Train(documents, vocabulary, second: true, Runs), Lean);
        if (!firstPassOnly)
        {
            writer.Add<float>(QuoteTagger.LinkWeights, TrainLinks(documents, vocabulary));
        }

        writer.Save(output.FullName, compress: false);
        Console.Error.WriteLine($"{output.Length:N0} bytes");
    }

    private void RunLinks(string kept)
    {
        List<TrainingDocument> documents = ReadDocuments();
        TaggingFile.Load(kept, documents);
        ModelFile model;
        using (FileStream stream = output.OpenRead())
        {
            model = ModelFile.Read(stream);
        }

        var vocabulary = new QuoteVocabulary(model.As<ulong>(QuoteTagger.VocabularyKeys), model.Bytes(QuoteTagger.VocabularyValues), ClusterTable.Read(model, QuoteTagger.Clusters));
        var writer = new ModelFile.Writer(model.Header);
        foreach (int section in model.SectionIds.Where(s => s != ModelFile.HeaderSection && s != QuoteTagger.LinkWeights).Order())
        {
            writer.Add(section, model.Bytes(section).ToArray());
        }

        writer.Add<float>(QuoteTagger.LinkWeights, TrainLinks(documents, vocabulary));
        writer.Save(output.FullName, compress: false);
    }

    private float[] TrainLinks(List<TrainingDocument> documents, QuoteVocabulary vocabulary)
    {
        var trainer = new LinkTrainer();
        foreach (TrainingDocument document in documents)
        {
            trainer.Read(document, vocabulary);
        }

        float[] weights = trainer.Train(LinkEpochs, LinkDecay);
        Console.Error.WriteLine($"{trainer.Count} pieces");
        foreach (string line in trainer.Report(weights))
        {
            Console.Error.WriteLine(line);
        }

        return weights;
    }

    private List<TrainingDocument> ReadDocuments()
    {
        var documents = new List<TrainingDocument>();
        foreach (string corpus in corpora)
        {
            int cut = corpus.LastIndexOf('=');
            List<TrainingDocument> read = TrainingDocument.Read(corpus[..cut], float.Parse(corpus[(cut + 1)..], CultureInfo.InvariantCulture));
            Console.Error.WriteLine($"{corpus}: {read.Count} documents, {read.Sum(d => d.Tokens.Length)} tokens");
            documents.AddRange(read);
        }

        return documents;
    }

    private LinearChainTrainer Train(IEnumerable<TrainingDocument> documents, QuoteVocabulary vocabulary, bool second, int runs)
    {
        var set = new SequenceSet();
        var view = new QuoteView();
        var features = new QuoteFeatures();
        foreach (TrainingDocument document in documents)
        {
            document.Fill(view, vocabulary);
            foreach (Block block in view.Blocks)
            {
                for (int first = block.FirstToken; first < block.EndToken && block.Kind != BlockKind.Other;)
                {
                    int end = QuoteTagger.StretchEnd(view, first, block.EndToken);
                    features.Enter(view, first, end);
                    if (second)
                    {
                        features.EnterLabels(document.Predicted.AsSpan(first, end - first));
                    }

                    int before = 0;
                    for (int i = first; i < end; i++)
                    {
                        features.First(i);
                        if (second)
                        {
                            features.Second(i);
                        }

                        // A stretch that begins inside a span begins it anew.
                        int label = document.Labels[i];
                        label = label != 0 && label % 2 == 0 && before != label && before != label - 1 ? label - 1 : label;
                        set.Add(features.Span, 1ul << label);
                        before = label;
                    }

                    set.End(document.Weight);
                    first = end;
                }
            }
        }

        var may = new bool[Labels + 1, Labels];
        for (int from = 0; from <= Labels; from++)
        {
            for (int to = 0; to < Labels; to++)
            {
                may[from, to] = to == 0 || to % 2 == 1 || from == to || from == to - 1;
            }
        }

        var trainer = new LinearChainTrainer(set, Labels, may, [true, true, true, true, true, true, true], options with { Runs = runs });
        trainer.Train(Console.Error.WriteLine);
        return trainer;
    }

    // Both passes share a table: a feature that both ask for is looked up once.
    private static void Write(ModelFile.Writer writer, LinearChainTrainer first, LinearChainTrainer? second, float lean)
    {
        var table = new FeatureTableWriter(2 * QuoteTagger.SecondColumn, TableLoad);
        first.AddTo(table, 0);
        first.WriteTransitions(writer, QuoteTagger.FirstModel);
        second?.AddTo(table, QuoteTagger.SecondColumn);
        second?.WriteTransitions(writer, QuoteTagger.SecondModel, (int)QuoteLabel.Outside, lean);
        Console.Error.WriteLine(table.Write(writer, QuoteTagger.Features));
    }

    // The recogniser's clusters as they are now: its next model may have others, and the tagger's weights go with these.
    private static void AddClusters(ModelFile.Writer writer)
    {
        ModelFile entities = ModelFile.OpenEmbedded(EntityModel.Resource);
        writer.Add(QuoteTagger.Clusters, entities.Bytes(EntityModel.Clusters).ToArray());
        writer.Add(QuoteTagger.Clusters + 1, entities.Bytes(EntityModel.Clusters + 1).ToArray());
    }

    private static QuoteTagger Draft(LinearChainTrainer first, LinearChainTrainer? second, ulong[] keys, byte[] values)
    {
        var writer = new ModelFile.Writer("{}");
        writer.Add<ulong>(QuoteTagger.VocabularyKeys, keys);
        writer.Add(QuoteTagger.VocabularyValues, values);
        AddClusters(writer);
        Write(writer, first, second, lean: 0);
        string path = Path.GetTempFileName();
        writer.Save(path, compress: false);
        using (FileStream stream = File.OpenRead(path))
        {
            QuoteTagger tagger = QuoteTagger.Read(ModelFile.Read(stream));
            File.Delete(path);
            return tagger;
        }
    }

    private static void Predict(IEnumerable<TrainingDocument> documents, QuoteTagger tagger, bool keep)
    {
        var view = new QuoteView();
        var scratch = new TaggerScratch();
        foreach (TrainingDocument document in documents)
        {
            document.Fill(view, tagger.Vocabulary);
            if (keep)
            {
                document.Tagged = new TaggerScratch();
                tagger.Tag(view, document.Tagged, CancellationToken.None);
            }
            else
            {
                tagger.Tag(view, scratch, CancellationToken.None);
                document.Predicted = scratch.Labels.AsSpan(0, document.Tokens.Length).ToArray();
            }
        }
    }

    private static void Report(List<TrainingDocument> documents)
    {
        for (int role = 1; role <= 3; role++)
        {
            long gold = 0;
            long predicted = 0;
            long both = 0;
            foreach (TrainingDocument document in documents)
            {
                for (int i = 0; i < document.Labels.Length; i++)
                {
                    bool g = (document.Labels[i] + 1) / 2 == role;
                    bool p = (document.Predicted[i] + 1) / 2 == role;
                    gold += g ? 1 : 0;
                    predicted += p ? 1 : 0;
                    both += g && p ? 1 : 0;
                }
            }

            Console.Error.WriteLine($"cross-predicted {(QuoteLabel)((role * 2) - 1)}: tokens P {100.0 * both / predicted:F1} R {100.0 * both / gold:F1} F {200.0 * both / (gold + predicted):F1}");
        }
    }
}
