using Extraction.Corpora;

namespace Extraction.Training.Entities;

/// <summary>
/// Makes the recogniser's probabilities honest: the share of mentions found at each raw probability that are right (span and type) on fully annotated development sets,
/// made monotone (pool adjacent violators), written into the model as a table.
/// </summary>
internal static class Calibration
{
    private const int Points = 21;

    public static void Run(string modelPath, string[] files, string output, Action<string> log)
    {
        ModelFile file = EntityTrainer.Open(modelPath);
        var reader = new DocumentReader(new EntityModel(file));
        var seen = new List<(float Raw, bool Right)>();
        foreach (CorpusDocument document in files.SelectMany(Corpus.Read))
        {
            reader.Read(document.Text);
            EntityScratch scratch = reader.Scratch;
            reader.Recognizer.Recognize(document.Text, scratch, CancellationToken.None);
            var gold = document.Entities.Select(e => (e.Span.Start, e.Span.End, e.Type)).ToHashSet();
            foreach (FoundMention found in scratch.Found.Where(f => f.Type != EntityLabels.Misc))
            {
                seen.Add((found.Probability, gold.Contains((scratch.Pieces[found.First].Start, scratch.Pieces[found.End - 1].End, Scheme.NameOf(found.Type)))));
            }
        }

        float[] table = Table(seen);
        var writer = new ModelFile.Writer(file.Header);
        foreach (int section in file.SectionIds.Where(s => s != ModelFile.HeaderSection && s != EntityModel.Calibration))
        {
            writer.Add(section, file.Bytes(section).ToArray());
        }

        writer.Add<float>(EntityModel.Calibration, table);
        writer.Save(output, compress: false);
        var model = new EntityModel(EntityTrainer.Open(output));
        log("confidence from | mentions | mean raw | mean confidence | right");
        foreach (var bin in seen.GroupBy(s => Math.Min(9, (int)(model.Calibrate(s.Raw) * 10))).OrderBy(g => g.Key))
        {
            log($"{bin.Key / 10.0:F1} | {bin.Count()} | {bin.Average(s => s.Raw):F3} | {bin.Average(s => model.Calibrate(s.Raw)):F3} | {bin.Average(s => s.Right ? 1.0 : 0.0):F3}");
        }
    }

    private static float[] Table(List<(float Raw, bool Right)> seen)
    {
        // Weight of a mention on the two table points about it; each point's share, then pooled until none falls.
        var right = new double[Points];
        var all = new double[Points];
        foreach ((float raw, bool good) in seen)
        {
            double at = Math.Clamp(raw, 0, 1) * (Points - 1);
            int low = Math.Min((int)at, Points - 2);
            double part = at - low;
            all[low] += 1 - part;
            all[low + 1] += part;
            right[low] += good ? 1 - part : 0;
            right[low + 1] += good ? part : 0;
        }

        var blocks = new List<(double Right, double All, int Count)>();
        for (int i = 0; i < Points; i++)
        {
            // A prior of two mentions that are right as often as the raw probability says.
            blocks.Add((right[i] + (2.0 * i / (Points - 1)), all[i] + 2, 1));
            while (blocks.Count > 1 && blocks[^2].Right / blocks[^2].All > blocks[^1].Right / blocks[^1].All)
            {
                (double r, double a, int n) = blocks[^1];
                blocks.RemoveAt(blocks.Count - 1);
                blocks[^1] = (blocks[^1].Right + r, blocks[^1].All + a, blocks[^1].Count + n);
            }
        }

        return [.. blocks.SelectMany(b => Enumerable.Repeat((float)(b.Right / b.All), b.Count))];
    }
}
