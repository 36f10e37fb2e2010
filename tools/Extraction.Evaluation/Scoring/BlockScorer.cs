using System.Text.Json.Nodes;
using Extraction.Corpora;

namespace Extraction.Evaluation.Scoring;

/// <summary>Article structure, scored by character that is no white space and by gold line, as <c>score_blocks.py</c> does.</summary>
internal static class BlockScorer
{
    private const string Outside = "other";
    private const string Body = "body";

    public static JsonObject Score(IReadOnlyList<CorpusDocument> gold, IReadOnlyDictionary<string, CorpusDocument> predicted, IReadOnlyDictionary<string, string> merge)
    {
        var characters = new SortedDictionary<string, int[]>(StringComparer.Ordinal);
        var lines = new SortedDictionary<string, int[]>(StringComparer.Ordinal);
        var body = new List<double>();
        var missing = new JsonArray();
        foreach (CorpusDocument document in gold)
        {
            CorpusDocument? prediction = predicted.GetValueOrDefault(document.Id);
            if (prediction is null)
            {
                missing.Add(document.Id);
            }

            string text = document.Text;
            string[] wanted = Paint(text.Length, document.Blocks, merge);
            string[] found = Paint(text.Length, prediction?.Blocks ?? [], merge);
            int right = 0, foundBody = 0, wantedBody = 0;
            for (int i = 0; i < text.Length; i++)
            {
                if (PythonText.IsSpace(text[i]))
                {
                    continue;
                }

                Count(characters, wanted[i])[2]++;
                Count(characters, found[i])[1]++;
                Count(characters, wanted[i])[0] += wanted[i] == found[i] ? 1 : 0;
                wantedBody += wanted[i] == Body ? 1 : 0;
                foundBody += found[i] == Body ? 1 : 0;
                right += wanted[i] == Body && found[i] == Body ? 1 : 0;
            }

            if (wantedBody > 0)
            {
                body.Add(200.0 * right / (foundBody + wantedBody));
            }

            foreach (CorpusBlock block in document.Blocks)
            {
                string kind = merge.GetValueOrDefault(block.Kind, block.Kind);
                if (Commonest(text, found, block.Span) is { } commonest)
                {
                    Count(lines, kind)[2]++;
                    Count(lines, commonest)[1]++;
                    Count(lines, kind)[0] += commonest == kind ? 1 : 0;
                }
            }
        }

        int total = lines.Values.Sum(c => c[2]);
        return new JsonObject
        {
            ["body_macro_F1"] = body.Count > 0 ? PythonText.Round2(body.Sum() / body.Count) : 0.0,
            ["line_accuracy"] = total > 0 ? PythonText.Round2(100.0 * lines.Values.Sum(c => c[0]) / total) : 0.0,
            ["chars"] = Table(characters),
            ["lines"] = Table(lines),
            ["missing"] = missing,
        };
    }

    private static string[] Paint(int length, IEnumerable<CorpusBlock> blocks, IReadOnlyDictionary<string, string> merge)
    {
        var paint = new string[length];
        Array.Fill(paint, Outside);
        foreach (CorpusBlock block in blocks)
        {
            string kind = merge.GetValueOrDefault(block.Kind, block.Kind);
            for (int i = Math.Max(0, block.Span.Start); i < Math.Min(length, block.Span.End); i++)
            {
                paint[i] = kind;
            }
        }

        return paint;
    }

    // Of two kinds that are equally common in a line, the one met first.
    private static string? Commonest(string text, string[] found, TextSpan span)
    {
        var counts = new OrderedDictionary<string, int>(StringComparer.Ordinal);
        for (int i = span.Start; i < span.End; i++)
        {
            if (!PythonText.IsSpace(text[i]))
            {
                counts[found[i]] = counts.GetValueOrDefault(found[i]) + 1;
            }
        }

        return counts.Count == 0 ? null : counts.MaxBy(c => c.Value).Key;
    }

    private static int[] Count(SortedDictionary<string, int[]> counts, string kind)
    {
        if (!counts.TryGetValue(kind, out int[]? count))
        {
            counts[kind] = count = new int[3];
        }

        return count;
    }

    private static JsonObject Table(SortedDictionary<string, int[]> counts)
    {
        var table = new JsonObject();
        foreach ((string kind, int[] c) in counts)
        {
            table[kind] = new JsonObject
            {
                ["P"] = c[1] > 0 ? PythonText.Round2(100.0 * c[0] / c[1]) : 0.0,
                ["R"] = c[2] > 0 ? PythonText.Round2(100.0 * c[0] / c[2]) : 0.0,
                ["F1"] = c[1] + c[2] > 0 ? PythonText.Round2(200.0 * c[0] / (c[1] + c[2])) : 0.0,
                ["gold"] = c[2],
            };
        }

        return table;
    }
}
