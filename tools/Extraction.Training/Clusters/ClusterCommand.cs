using System.CommandLine;
using System.IO.Compression;
using Extraction.Corpora;
using Extraction.Training.Entities;

namespace Extraction.Training.Clusters;

/// <summary><c>clusters</c>: word clusters from open text, by skip-gram vectors and k-means.</summary>
internal static class ClusterCommand
{
    private const int Finest = 1500;
    private static readonly int[] Levels = [48, 200, 600];

    public static Command Create()
    {
        var texts = new Argument<string[]>("texts") { Description = "Plain text (.txt, .txt.gz; a line a paragraph), corpora (.jsonl, .jsonl.gz) or a folder of articles with inline marks." };
        var output = new Option<string>("--out") { Required = true };
        var epochs = new Option<int>("--epochs") { DefaultValueFactory = _ => 3 };
        var minimum = new Option<int>("--minimum") { Description = "Rarer words have no vector.", DefaultValueFactory = _ => 8 };
        var window = new Option<int>("--window") { Description = "Words of the context on each side.", DefaultValueFactory = _ => 4 };
        var command = new Command("clusters", "Learns word clusters.") { texts, output, epochs, minimum, window };
        command.SetAction(p => Run(p.GetRequiredValue(texts), p.GetRequiredValue(output), p.GetValue(epochs), p.GetValue(minimum), p.GetValue(window)));
        return command;
    }

    private static void Run(string[] texts, string output, int epochs, int minimum, int window)
    {
        var vectors = new SkipGram(minimum, window);
        foreach (string path in texts)
        {
            foreach (string line in Lines(path))
            {
                vectors.Read(line);
            }
        }

        vectors.Train(epochs, Console.Error.WriteLine);
        float[][] points = vectors.UnitVectors();
        (int[] finest, float[][] centres) = KMeans.Run(points, Math.Min(Finest, points.Length / 4), 12, seed: 3);
        var paths = new ushort[centres.Length * 4];
        for (int level = 0; level < Levels.Length; level++)
        {
            int[] coarse = KMeans.Run(centres, Math.Min(Levels[level], centres.Length), 25, seed: 5 + level).Assignment;
            for (int c = 0; c < centres.Length; c++)
            {
                paths[(c * 4) + level] = (ushort)(coarse[c] + 1);
            }
        }

        var words = new Dictionary<ulong, int>();
        for (int w = 0; w < finest.Length; w++)
        {
            paths[(finest[w] * 4) + 3] = (ushort)(finest[w] + 1);
            words[vectors.HashOf(w)] = finest[w];
        }

        var writer = new ModelFile.Writer($$"""{"name":"clusters","words":{{words.Count}},"epochs":{{epochs}},"window":{{window}}}""");
        writer.Add<uint>(1, ClusterTable.Build(words));
        writer.Add<ushort>(2, paths);
        writer.Save(output, compress: false);
        Console.Error.WriteLine($"{words.Count} words in {centres.Length} clusters: {new FileInfo(output).Length:N0} bytes");
        for (int c = 0; c < centres.Length; c += centres.Length / 25)
        {
            Console.Error.WriteLine(string.Join(' ', Enumerable.Range(0, finest.Length).Where(w => finest[w] == c).Take(14).Select(vectors.WordOf)));
        }
    }

    private static IEnumerable<string> Lines(string path)
    {
        if (Directory.Exists(path))
        {
            return Directory.GetFiles(path, "*.txt").Order(StringComparer.Ordinal).SelectMany(InlineArticles.Read).SelectMany(d => d.Text.Split('\n'));
        }

        if (path.Contains(".jsonl", StringComparison.Ordinal))
        {
            return Corpus.Read(path).SelectMany(d => d.Text.Split('\n'));
        }

        return PlainLines(path);
    }

    private static IEnumerable<string> PlainLines(string path)
    {
        using Stream file = File.OpenRead(path);
        using var reader = new StreamReader(path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
