using System.Text.Json;
using System.Text.Json.Nodes;
using Extraction.Corpora;

namespace Extraction.Evaluation.Scoring;

/// <summary>Sentences, boundaries, and the Golden Rules, as <c>score_sentences.py</c> does.</summary>
internal static class SentenceScorer
{
    private const string Closers = "\"'”’»)]}›＂";

    private sealed class Tally
    {
        public int Right, Predicted, Gold;

        public void Add<T>(HashSet<T> gold, HashSet<T> predicted)
        {
            Right += gold.Count(predicted.Contains);
            Predicted += predicted.Count;
            Gold += gold.Count;
        }

        public double F1()
        {
            (double p, double r) = (Precision, Recall);
            return p + r == 0 ? 0 : PythonText.Round2(200 * p * r / (p + r));
        }

        public JsonObject ToJson() => new()
        {
            ["P"] = PythonText.Round2(100 * Precision),
            ["R"] = PythonText.Round2(100 * Recall),
            ["F1"] = F1(),
            ["tp"] = Right,
            ["pred"] = Predicted,
            ["gold"] = Gold,
        };

        private double Precision => Predicted > 0 ? (double)Right / Predicted : Gold == 0 ? 1 : 0;

        private double Recall => Gold > 0 ? (double)Right / Gold : 1;
    }

    public static JsonObject Score(IReadOnlyList<CorpusDocument> gold, IReadOnlyDictionary<string, CorpusDocument> predicted, bool lenient)
    {
        Tally sentence = new(), boundary = new(), inner = new();
        JsonArray missing = [], unfound = [], fails = [];
        var macro = new List<double>();
        int passes = 0, scored = 0;
        bool golden = gold.Any(d => Strings(d).Any(s => s is not null));
        foreach (CorpusDocument document in gold)
        {
            string text = document.Text;
            CorpusDocument? prediction = predicted.GetValueOrDefault(document.Id);
            List<TextSpan>? wanted = Resolve(text, document);
            List<TextSpan>? found = prediction is null ? null : Resolve(text, prediction);
            if (prediction is null)
            {
                missing.Add(document.Id);
            }
            else if (found is null)
            {
                unfound.Add(document.Id);
            }

            if (golden)
            {
                List<string> want = [.. Strings(document).Select(s => PythonText.Collapse(s))];
                List<string>? have = prediction is not null && Strings(prediction) is { Count: > 0 } strings && strings.All(s => s is not null)
                    ? [.. strings.Select(s => PythonText.Collapse(s)).Where(s => s.Length > 0)]
                    : found?.Select(s => PythonText.Collapse(s.In(text))).ToList();
                if (have is not null && want.SequenceEqual(have))
                {
                    passes++;
                }
                else
                {
                    fails.Add(document.Id);
                }
            }

            if (wanted is null)
            {
                continue;
            }

            scored++;
            found ??= PythonText.Trim(text, new TextSpan(0, text.Length)) is { IsEmpty: false } whole ? [whole] : [];
            if (lenient)
            {
                wanted = [.. wanted.Select(s => Lenient(text, s))];
                found = [.. found.Select(s => Lenient(text, s))];
            }

            sentence.Add([.. wanted], [.. found]);
            int last = Math.Max(wanted.Count > 0 ? wanted[^1].End : 0, found.Count > 0 ? found[^1].End : 0);
            HashSet<int> wantedEnds = [.. wanted.Select(s => s.End)], foundEnds = [.. found.Select(s => s.End)];
            wantedEnds.Remove(last);
            foundEnds.Remove(last);
            boundary.Add(wantedEnds, foundEnds);
            var one = new Tally();
            one.Add(wantedEnds, foundEnds);
            macro.Add(one.F1());
            HashSet<int> paragraphs = ParagraphEnds(text, document, wanted);
            inner.Add(wantedEnds.Except(paragraphs).ToHashSet(), foundEnds.Except(paragraphs).ToHashSet());
        }

        var result = new JsonObject();
        if (scored > 0)
        {
            result["sentence"] = sentence.ToJson();
            result["boundary"] = boundary.ToJson();
            result["inner"] = inner.ToJson();
            result["docs"] = scored;
        }

        result["macro_boundary_F1"] = macro.Count > 0 ? PythonText.Round2(macro.Sum() / macro.Count) : 0.0;
        result["documents"] = gold.Count;
        result["missing"] = missing;
        result["unfound"] = unfound;
        if (golden)
        {
            result["golden"] = new JsonObject
            {
                ["pass"] = passes,
                ["of"] = gold.Count,
                ["percent"] = gold.Count > 0 ? PythonText.Round2(100.0 * passes / gold.Count) : 0.0,
                ["fails"] = fails,
            };
        }

        return result;
    }

    // The Golden Rules give sentences as strings, everyone else as spans: null for a span.
    private static List<string?> Strings(CorpusDocument document) =>
        document.Raw.ValueKind == JsonValueKind.Object && document.Raw.TryGetProperty("sentences", out JsonElement list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Select(s => s.ValueKind == JsonValueKind.String ? s.GetString() : null)]
            : [];

    private static List<TextSpan>? Resolve(string text, CorpusDocument document)
    {
        if (document.Raw.ValueKind == JsonValueKind.Object && (!document.Raw.TryGetProperty("sentences", out JsonElement list) || list.ValueKind != JsonValueKind.Array))
        {
            return null;
        }

        List<string?> strings = Strings(document);
        List<TextSpan>? spans = strings.Any(s => s is not null) ? Find(text, document, strings) : Checked(text, document.Sentences);
        return spans?.Select(s => PythonText.Trim(text, s)).Where(s => !s.IsEmpty).ToList();
    }

    private static List<TextSpan>? Checked(string text, IReadOnlyList<TextSpan> spans)
    {
        foreach (TextSpan span in spans)
        {
            if (span.Start > span.End || !OnCharacter(text, span.Start) || !OnCharacter(text, span.End))
            {
                return null;
            }
        }

        return [.. spans];
    }

    private static bool OnCharacter(string text, int offset) =>
        offset >= 0 && offset <= text.Length && !(offset > 0 && offset < text.Length && char.IsSurrogatePair(text[offset - 1], text[offset]));

    private static List<TextSpan>? Find(string text, CorpusDocument document, List<string?> strings)
    {
        var spans = new List<TextSpan>();
        int position = 0;
        int next = 0;
        foreach (string? given in strings)
        {
            string sentence = given ?? document.Sentences[next++].Of(text);
            List<string> words = PythonText.Split(sentence);
            if (words.Count == 0)
            {
                continue;
            }

            TextSpan? match = null;
            for (int at = text.IndexOf(words[0], position, StringComparison.Ordinal); at >= 0 && match is null; at = text.IndexOf(words[0], at + 1, StringComparison.Ordinal))
            {
                int end = MatchWords(text, at, words);
                match = end >= 0 ? new TextSpan(at, end) : null;
            }

            if (match is not { } span)
            {
                return null;
            }

            spans.Add(span);
            position = span.End;
        }

        return spans;
    }

    private static int MatchWords(string text, int at, List<string> words)
    {
        for (int i = 0; i < words.Count; i++)
        {
            if (i > 0)
            {
                int gap = at;
                while (at < text.Length && PythonText.IsSpace(text[at]))
                {
                    at++;
                }

                if (at == gap)
                {
                    return -1;
                }
            }

            if (string.CompareOrdinal(text, at, words[i], 0, words[i].Length) != 0)
            {
                return -1;
            }

            at += words[i].Length;
        }

        return at;
    }

    // The gap to the next sentence is measured from the exact ends; the offsets noted are those compared (lenient ones, perhaps).
    private static HashSet<int> ParagraphEnds(string text, CorpusDocument document, List<TextSpan> compared)
    {
        List<TextSpan> exact = Resolve(text, document)!;
        var ends = new HashSet<int>();
        for (int i = 0; i + 1 < exact.Count; i++)
        {
            if (exact[i].End < exact[i + 1].Start && HasBlankLine(text.AsSpan(exact[i].End, exact[i + 1].Start - exact[i].End)))
            {
                ends.Add(compared[i].End);
            }
        }

        return ends;
    }

    private static bool HasBlankLine(ReadOnlySpan<char> gap)
    {
        bool open = false;
        foreach (char c in gap)
        {
            if (c == '\n' && open)
            {
                return true;
            }

            open = c == '\n' || (open && c is ' ' or '\t');
        }

        return false;
    }

    private static TextSpan Lenient(string text, TextSpan span)
    {
        int start = span.Start;
        int end = span.End;
        while (end > 0 && (PythonText.IsSpace(text[end - 1]) || Closers.Contains(text[end - 1], StringComparison.Ordinal)))
        {
            end--;
        }

        while (start < text.Length && (PythonText.IsSpace(text[start]) || Closers.Contains(text[start], StringComparison.Ordinal)))
        {
            start++;
        }

        return new TextSpan(start, end);
    }
}
