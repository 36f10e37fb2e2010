using System.Text.Json.Nodes;
using Extraction.Corpora;

namespace Extraction.Evaluation.Scoring;

/// <summary>Time expressions, aligned and scored as TempEval-3's toolkit and <c>score_timexes.py</c> do.</summary>
internal static class TimexScorer
{
    public static JsonObject Score(IReadOnlyList<CorpusDocument> gold, IReadOnlyDictionary<string, CorpusDocument> predicted)
    {
        int wanted = 0, found = 0, relaxed = 0, strict = 0, type = 0, value = 0, all = 0;
        foreach (CorpusDocument document in gold)
        {
            CorpusTimex[] g = [.. document.Timexes.OrderBy(t => t.Span.Start).ThenBy(t => t.Span.End)];
            CorpusTimex[] s = [.. (predicted.GetValueOrDefault(document.Id)?.Timexes ?? []).OrderBy(t => t.Span.Start).ThenBy(t => t.Span.End)];
            wanted += g.Length;
            found += s.Length;
            foreach ((CorpusTimex a, CorpusTimex b) in Align(g, s))
            {
                bool sameSpan = a.Span == b.Span, sameType = a.Type == b.Type, sameValue = a.Value == b.Value;
                relaxed++;
                strict += sameSpan ? 1 : 0;
                type += sameType ? 1 : 0;
                value += sameValue ? 1 : 0;
                all += sameSpan && sameType && sameValue ? 1 : 0;
            }
        }

        double typeAccuracy = relaxed > 0 ? (double)type / relaxed : 0;
        double valueAccuracy = relaxed > 0 ? (double)value / relaxed : 0;
        double relaxedF1 = F1(relaxed, found, wanted);
        return new JsonObject
        {
            ["counts"] = new JsonObject
            {
                ["docs"] = gold.Count,
                ["gold"] = wanted,
                ["sys"] = found,
                ["relaxed"] = relaxed,
                ["strict"] = strict,
                ["type"] = type,
                ["value"] = value,
                ["strict_all"] = all,
            },
            ["metrics"] = new JsonObject
            {
                ["strict"] = Prf(strict, found, wanted),
                ["relaxed"] = Prf(relaxed, found, wanted),
                ["type_acc"] = typeAccuracy,
                ["value_acc"] = valueAccuracy,
                ["type_f1"] = relaxedF1 * typeAccuracy,
                ["value_f1"] = relaxedF1 * valueAccuracy,
                ["strict_all"] = Prf(all, found, wanted),
            },
        };
    }

    /// <summary>Each gold expression takes the leftmost free one that overlaps it. Both sides in text order.</summary>
    public static IEnumerable<(CorpusTimex Gold, CorpusTimex Found)> Align(CorpusTimex[] gold, CorpusTimex[] found)
    {
        var used = new bool[found.Length];
        foreach (CorpusTimex g in gold)
        {
            for (int j = 0; j < found.Length && found[j].Span.Start < g.Span.End; j++)
            {
                if (!used[j] && found[j].Span.End > g.Span.Start)
                {
                    used[j] = true;
                    yield return (g, found[j]);
                    break;
                }
            }
        }
    }

    private static double F1(int match, int found, int wanted)
    {
        double p = found > 0 ? (double)match / found : 0, r = wanted > 0 ? (double)match / wanted : 0;
        return p + r == 0 ? 0 : 2 * p * r / (p + r);
    }

    private static JsonArray Prf(int match, int found, int wanted) =>
        [found > 0 ? (double)match / found : 0, wanted > 0 ? (double)match / wanted : 0, F1(match, found, wanted)];
}
