using System.Collections.Immutable;
using System.CommandLine;
using Extraction.Corpora;

namespace Extraction.Training.Quotes;

/// <summary><c>speakers --corpus FILE … --out speakers.bin</c>: trains the log-linear resolver of pronouns and descriptions on gold quotes and our own entities.</summary>
internal static class TrainSpeakersCommand
{
    public static Command Create()
    {
        var corpora = new Option<string[]>("--corpus") { Description = "Annotated corpora with speakers.", AllowMultipleArgumentsPerToken = true, Required = true };
        var test = new Option<string[]>("--test") { Description = "Corpora to report on.", AllowMultipleArgumentsPerToken = true };
        var output = new Option<FileInfo>("--out") { Description = "Where the model goes.", Required = true };
        var epochs = new Option<int>("--epochs") { DefaultValueFactory = _ => 60 };
        var decay = new Option<float>("--decay") { DefaultValueFactory = _ => 0.002f };
        var errors = new Option<bool>("--errors") { Description = "List what goes wrong." };
        var command = new Command("speakers", "Trains the resolver of speakers.") { corpora, test, output, epochs, decay, errors };
        command.SetAction(parse =>
        {
            List<Example> examples = Read(parse.GetRequiredValue(corpora));
            float[] weights = Train(examples, parse.GetValue(epochs), parse.GetValue(decay));
            Report("train", examples, weights);
            foreach (string path in parse.GetValue(test) ?? [])
            {
                Report(Path.GetFileName(path), Read([path]), weights);
            }

            var writer = new ModelFile.Writer($$"""{"name":"speakers","version":1,"corpora":"{{string.Join(' ', parse.GetRequiredValue(corpora).Select(c => Path.GetFileName(c)))}}"}""");
            writer.Add<float>(SpeakerModel.WeightSection, weights);
            writer.Save(parse.GetRequiredValue(output).FullName, compress: false);
            return 0;
        });
        return command;
    }

    private static List<Example> Read(IEnumerable<string> paths)
    {
        var examples = new List<Example>();
        var resolver = new SpeakerResolver();
        foreach (TrainingDocument document in paths.SelectMany(p => TrainingDocument.Read(p, 1)))
        {
            ImmutableArray<Entity> entities = document.Entities.IsEmpty ? GoldEntities.Build(document) : document.Entities;
            List<(CorpusQuote Gold, Attribution Attribution)> quotes =
            [
                .. document.Gold.Quotes.Where(q => q.Content.Count > 0 && q.Source.Count > 0)
                    .Select(q => (q, new Attribution { Kind = Enum.Parse<QuoteKind>(q.Kind, true), Content = [.. q.Content], Source = q.Source[0] }))
                    .OrderBy(q => q.Item2.Content[0].Start),
            ];
            resolver.Enter(document.Text, document.Tokens, document.Sentences, document.Blocks, entities, [.. quotes.Select(q => q.Attribution)]);
            foreach ((CorpusQuote gold, Attribution attribution) in quotes)
            {
                int first = TokenSearch.TokenAt(document.Tokens, attribution.Source!.Value.Start);
                int end = TokenSearch.TokenAt(document.Tokens, attribution.Source!.Value.End - 1) + 1;
                int right = Find(entities, gold.Speakers);
                Source source = SourceReader.Read(document.Text, document.Tokens, resolver.View, first, end);
                if (source.Kind != SourceKind.Named)
                {
                    resolver.Prepare(document.Tokens, attribution, source, first, end);
                    SpeakerCandidates candidates = resolver.Candidates;
                    int index = -1;
                    var features = new byte[candidates.Count][];
                    for (int c = 0; c < candidates.Count; c++)
                    {
                        features[c] = candidates.FeaturesOf(c).ToArray();
                        index = candidates.EntityOf(c) == right ? c : index;
                    }

                    // A speaker that our recogniser missed teaches nothing; one we know but did not propose counts as an error in the report.
                    if (right >= 0 || (gold.Speakers.Count == 0 && !document.Gold.Id.StartsWith("polnear", StringComparison.Ordinal)))
                    {
                        string names = string.Join(" | ", Enumerable.Range(0, candidates.Count - 1).Select(c => $"{entities[candidates.EntityOf(c)].Name} ({entities[candidates.EntityOf(c)].Gender}: {string.Join(',', features[c].Select(f => ((SpeakerFeature)f).ToString()))})"));
                        examples.Add(new Example(source.Kind, features, index, $"{document.Gold.Id} '{attribution.Source.Value.Of(document.Text)}' of '{attribution.Content[0].Of(document.Text)}' should be {string.Join('/', gold.Speakers)}; candidates {names}"));
                    }
                }

                resolver.Spoke(right, first);
            }
        }

        return examples;
    }

    private static int Find(ImmutableArray<Entity> entities, IReadOnlyList<string> speakers)
    {
        foreach (string speaker in speakers)
        {
            for (int e = 0; e < entities.Length; e++)
            {
                if (string.Equals(entities[e].Name, speaker, StringComparison.OrdinalIgnoreCase))
                {
                    return e;
                }
            }

            string[] words = speaker.ToLowerInvariant().Split(' ');
            for (int e = 0; e < entities.Length; e++)
            {
                string[] own = entities[e].Name.ToLowerInvariant().Split(' ');
                if (words.All(own.Contains) || own.All(words.Contains))
                {
                    return e;
                }
            }
        }

        return -1;
    }

    private static float[] Train(List<Example> examples, int epochs, float decay)
    {
        var weights = new float[SpeakerModel.Rows * SpeakerModel.Width];
        var squares = new float[weights.Length];
        var mean = new double[weights.Length];
        var model = new SpeakerModel(weights);
        var random = new Random(7);
        Example[] order = [.. examples.Where(e => e.Right >= 0)];
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (Example example in order)
            {
                float[] p = Probabilities(model, example);
                for (int c = 0; c < p.Length; c++)
                {
                    float gradient = (c == example.Right ? 1 : 0) - p[c];
                    int row = (1 + (int)example.Kind) * SpeakerModel.Width;
                    foreach (byte feature in example.Features[c])
                    {
                        Step(feature, gradient);
                        Step(row + feature, gradient);
                    }
                }
            }

            // The mean of the later epochs: one order of the examples must not decide a close call.
            for (int i = 0; epoch >= epochs / 2 && i < weights.Length; i++)
            {
                mean[i] += weights[i] / (epochs - (epochs / 2));
            }

            void Step(int at, float gradient)
            {
                gradient -= decay * weights[at];
                squares[at] += gradient * gradient;
                weights[at] += 0.1f * gradient / (MathF.Sqrt(squares[at]) + 0.1f);
            }
        }

        return [.. mean.Select(m => (float)m)];
    }

    private static float[] Probabilities(SpeakerModel model, Example example)
    {
        float[] p = [.. example.Features.Select(f => model.Score(example.Kind, f))];
        SpeakerModel.Normalize(p);
        return p;
    }

    private static void Report(string name, List<Example> examples, float[] weights)
    {
        var model = new SpeakerModel(weights);
        foreach (IGrouping<SourceKind, Example> group in examples.GroupBy(e => e.Kind).OrderBy(g => g.Key))
        {
            int right = group.Count(e => e.Right >= 0 && Probabilities(model, e) is { } p && Array.IndexOf(p, p.Max()) == e.Right);
            foreach (Example wrong in group.Where(e => Environment.GetCommandLineArgs().Contains("--errors") && (e.Right < 0 || Probabilities(model, e) is { } p && Array.IndexOf(p, p.Max()) != e.Right)))
            {
                float[] p = Probabilities(model, wrong);
                Console.Error.WriteLine($"  {wrong.Kind} chose {Array.IndexOf(p, p.Max())} right {wrong.Right}: {wrong.About}");
            }

            Console.Error.WriteLine($"{name} {group.Key}: {right} of {group.Count()} right ({100.0 * right / group.Count():F1}%), not among the candidates {group.Count(e => e.Right < 0)}, nobody {group.Count(e => e.Right == e.Features.Length - 1)}");
        }
    }

    private sealed record Example(SourceKind Kind, byte[][] Features, int Right, string About);
}
