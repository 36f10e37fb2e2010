using System.Text.Json.Nodes;
using Extraction.Corpora;

namespace Extraction.Evaluation.Scoring;

/// <summary>Quotes and their speakers, as <c>score_quotes.py</c> does: A direct, B quoted fragments, C all kinds, D the Gender Gap Tracker's rule.</summary>
internal static class QuoteScorer
{
    public static readonly string[] Metrics =
    [
        "A exact", "A exact-norm", "A exact-norm-lenient", "A token", "A token-norm", "A end-to-end", "A end-to-end-lenient",
        "B exact-norm", "B token-norm", "B end-to-end", "B>=3w exact-norm", "B>=3w end-to-end",
        "C content exact", "C content partial", "C content token", "C cue exact", "C cue partial", "C cue token", "C source exact", "C source partial", "C source token",
        "C content>=.5", "C content+source", "C triple", "D quotes 0.3", "D quotes 0.8",
    ];

    private static readonly string[] Kinds = ["direct", "mixed", "indirect"];

    private sealed record Unit(TextSpan Span, CorpusQuote Quote);

    private sealed record Words(HashSet<int> Content, HashSet<int> Source, HashSet<int> Cue, CorpusQuote Quote);

    /// <param name="speech">Leave out indirect quotes, on both sides, whose cue is no verb of speaking or writing.</param>
    public static JsonObject Score(IReadOnlyList<CorpusDocument> gold, IReadOnlyDictionary<string, CorpusDocument> predicted, bool speech)
    {
        var tally = new QuoteTally();
        var recall = Kinds.ToDictionary(k => k, _ => new double[3]);
        foreach (CorpusDocument document in gold)
        {
            var text = new QuoteText(document.Text);
            List<CorpusQuote> wanted = Filter(text, document.Quotes, speech);
            List<CorpusQuote> found = Filter(text, predicted.GetValueOrDefault(document.Id)?.Quotes ?? [], speech);
            Direct(tally, text, wanted, found);
            Fragments(tally, text, wanted, found);
            foreach (string role in (string[])["content", "cue", "source"])
            {
                Role(tally, text, role, wanted, found, recall);
            }

            Words[] w = [.. wanted.Select(q => Tokens(text, q))], f = [.. found.Select(q => Tokens(text, q))];
            Triples(tally, text, w, f);
            GenderGapTracker(tally, text, w, f);
        }

        return Report(tally, recall);
    }

    private static List<CorpusQuote> Filter(QuoteText text, IReadOnlyList<CorpusQuote> quotes, bool speech) =>
        [.. quotes.Where(q => !speech || q.Kind != "indirect" || SpeechCue.IsSpeech(text.Slice(text.Spans(q.Cue))))];

    private static void Direct(QuoteTally tally, QuoteText text, List<CorpusQuote> wanted, List<CorpusQuote> found)
    {
        Unit[] g = [.. wanted.Where(q => q.Kind == "direct").SelectMany(q => text.Spans(q.Content).Select(s => new Unit(s, q)))];
        Unit[] p = [.. found.Where(q => q.Kind == "direct").SelectMany(q => text.Spans(q.Content).Select(s => new Unit(s, q)))];
        tally.Add("A exact", Match(g, p, u => u.Span).Count, p.Length, g.Length);
        List<(int Gold, int Found)> matches = Match(g, p, u => text.Norm(u.Span));
        tally.Add("A exact-norm", matches.Count, p.Length, g.Length);

        // A span inside a gold mixed quote is neither right nor wrong.
        HashSet<int> hit = [.. matches.Select(m => m.Found)];
        HashSet<int> mixed = text.Tokens(wanted.Where(q => q.Kind == "mixed").SelectMany(q => text.Spans(q.Content)), words: true);
        int neutral = p.Where((u, j) => !hit.Contains(j) && text.Tokens([u.Span], words: true) is { Count: > 0 } t && t.IsSubsetOf(mixed)).Count();
        tally.Add("A exact-norm-lenient", matches.Count, p.Length - neutral, g.Length);
        int right = matches.Count(m => IsAttributed(tally, "A", text, g[m.Gold].Quote, p[m.Found].Quote));
        tally.Add("A end-to-end", right, p.Length, g.Length);
        tally.Add("A end-to-end-lenient", right, p.Length - neutral, g.Length);
        TokenOverlap(tally, "A token", text.Tokens(g.Select(u => u.Span), false), text.Tokens(p.Select(u => u.Span), false));
        TokenOverlap(tally, "A token-norm", text.Tokens(g.Select(u => text.Norm(u.Span)), true), text.Tokens(p.Select(u => text.Norm(u.Span)), true));
    }

    private static void Fragments(QuoteTally tally, QuoteText text, List<CorpusQuote> wanted, List<CorpusQuote> found)
    {
        List<Unit> g = Quoted(text, wanted), p = Quoted(text, found);
        foreach ((string metric, int least) in (ReadOnlySpan<(string, int)>)[("B", 0), ("B>=3w", 3)])
        {
            Unit[] a = [.. g.Where(u => text.Tokens([u.Span], true).Count >= least)], b = [.. p.Where(u => text.Tokens([u.Span], true).Count >= least)];
            List<(int Gold, int Found)> matches = Match(a, b, u => u.Span);
            tally.Add(metric + " exact-norm", matches.Count, b.Length, a.Length);
            tally.Add(metric + " end-to-end", matches.Count(m => IsAttributed(tally, metric, text, a[m.Gold].Quote, b[m.Found].Quote)), b.Length, a.Length);
        }

        TokenOverlap(tally, "B token-norm", text.Tokens(g.Select(u => u.Span), true), text.Tokens(p.Select(u => u.Span), true));
    }

    private static List<Unit> Quoted(QuoteText text, List<CorpusQuote> quotes)
    {
        var units = new List<Unit>();
        var seen = new HashSet<TextSpan>();
        foreach (CorpusQuote quote in quotes)
        {
            foreach (TextSpan content in text.Spans(quote.Content))
            {
                foreach (TextSpan range in text.Ranges)
                {
                    TextSpan fragment = new(Math.Max(range.Start, content.Start), Math.Min(range.End, content.End));
                    fragment = fragment.IsEmpty ? fragment : text.Norm(fragment);
                    if (!fragment.IsEmpty && !seen.Contains(fragment) && text.Tokens([fragment], true).Count > 0)
                    {
                        seen.Add(fragment);
                        units.Add(new Unit(fragment, quote));
                    }
                }
            }
        }

        return units;
    }

    private static void Role(QuoteTally tally, QuoteText text, string role, List<CorpusQuote> wanted, List<CorpusQuote> found, Dictionary<string, double[]> recall)
    {
        bool content = role == "content";
        List<string> Keys(List<CorpusQuote> quotes)
        {
            IEnumerable<string> keys = quotes.Select(q => string.Join(' ', text.Spans(Of(q, role)).Select(text.Norm))).Where(k => k.Length > 0);
            return [.. content ? keys : keys.Distinct(StringComparer.Ordinal)];
        }

        List<HashSet<int>> Sets(List<CorpusQuote> quotes)
        {
            IEnumerable<HashSet<int>> sets = quotes.Select(q => text.Tokens(text.Spans(Of(q, role)), true)).Where(s => s.Count > 0);
            return [.. content ? sets : sets.DistinctBy(s => string.Join(' ', s.Order()), StringComparer.Ordinal)];
        }

        List<string> g = Keys(wanted), p = Keys(found);
        tally.Add($"C {role} exact", Match(g, p, k => k).Count, p.Count, g.Count);
        List<HashSet<int>> gold = Sets(wanted), predicted = Sets(found);
        HashSet<int> goldAll = [.. gold.SelectMany(s => s)], foundAll = [.. predicted.SelectMany(s => s)];
        TokenOverlap(tally, $"C {role} token", goldAll, foundAll);
        tally.Add($"C {role} partial", predicted.Sum(s => Share(s, goldAll)), predicted.Count, gold.Sum(s => Share(s, foundAll)), gold.Count);
        if (!content)
        {
            return;
        }

        foreach (CorpusQuote quote in wanted)
        {
            HashSet<int> tokens = text.Tokens(text.Spans(quote.Content), true);
            if (tokens.Count > 0 && recall.TryGetValue(quote.Kind, out double[]? r))
            {
                double share = Share(tokens, foundAll);
                r[0]++;
                r[1] += share >= 0.5 ? 1 : 0;
                r[2] += share;
            }
        }
    }

    private static void Triples(QuoteTally tally, QuoteText text, Words[] wanted, Words[] found)
    {
        var used = new HashSet<int>();
        int sourced = 0, triples = 0;
        foreach (Words g in wanted)
        {
            int best = -1, most = 0;
            for (int j = 0; j < found.Length; j++)
            {
                if (used.Contains(j) || g.Content.Count == 0 || found[j].Content.Count == 0)
                {
                    continue;
                }

                int both = g.Content.Count(found[j].Content.Contains);
                if ((double)both / g.Content.Count >= .5 && (double)both / found[j].Content.Count >= .5 && (best < 0 || both > most))
                {
                    (best, most) = (j, both);
                }
            }

            if (best < 0)
            {
                continue;
            }

            used.Add(best);
            Words p = found[best];
            Agreement agreement = Compare(text, g.Quote, p.Quote);
            bool ok = agreement.HasSource ? agreement.Either : p.Source.Count == 0;
            sourced += ok ? 1 : 0;
            triples += ok && (g.Cue.Overlaps(p.Cue) || (g.Cue.Count == 0 && p.Cue.Count == 0)) ? 1 : 0;
        }

        tally.Add("C content>=.5", used.Count, found.Length, wanted.Length);
        tally.Add("C content+source", sourced, found.Length, wanted.Length);
        tally.Add("C triple", triples, found.Length, wanted.Length);
    }

    private static void GenderGapTracker(QuoteTally tally, QuoteText text, Words[] wanted, Words[] found)
    {
        HashSet<int>[] g = [.. wanted.Select(w => Characters(text, w.Quote))], p = [.. found.Select(w => Characters(text, w.Quote))];
        foreach ((string name, double threshold) in (ReadOnlySpan<(string, double)>)[("0.3", 0.3), ("0.8", 0.8)])
        {
            var used = new bool[p.Length];
            int right = 0;
            for (int i = 0; i < g.Length; i++)
            {
                int best = -1;
                double most = 0;
                for (int j = 0; j < p.Length; j++)
                {
                    double share = used[j] || g[i].Count == 0 || p[j].Count == 0 ? 0 : (double)g[i].Count(p[j].Contains) / g[i].Count;
                    if (share > threshold && share > most)
                    {
                        (best, most) = (j, share);
                    }
                }

                if (best < 0)
                {
                    continue;
                }

                used[best] = true;
                right++;
                Agreement agreement = Compare(text, wanted[i].Quote, found[best].Quote);
                tally.Count("D " + name, "n");
                tally.Count("D " + name, "speaker", agreement.HasSource ? agreement.SpanRight : found[best].Source.Count == 0);
                tally.Count("D " + name, "verb", wanted[i].Cue.Overlaps(found[best].Cue));
            }

            tally.Add("D quotes " + name, right, p.Length, g.Length);
        }
    }

    private static HashSet<int> Characters(QuoteText text, CorpusQuote quote) =>
        [.. text.Spans(quote.Content).SelectMany(s => Enumerable.Range(s.Start, s.Length))];

    private static bool IsAttributed(QuoteTally tally, string table, QuoteText text, CorpusQuote gold, CorpusQuote found)
    {
        Agreement agreement = Compare(text, gold, found);
        if (!agreement.HasSource)
        {
            bool empty = text.Spans(found.Source).Count == 0 && found.Speakers.Count == 0;
            tally.Count(table, "nosrc");
            tally.Count(table, "nosrc_ok", empty);
            return empty;
        }

        tally.Count(table, "n");
        tally.Count(table, "span", agreement.SpanRight);
        tally.Count(table, "name", agreement.NameRight);
        tally.Count(table, "either", agreement.Either);
        if (gold.Speakers.Any(s => s.Length > 0))
        {
            tally.Count(table, "named");
            tally.Count(table, "named_name", agreement.NameRight);
            tally.Count(table, "named_either", agreement.Either);
        }

        List<string> words = PythonText.Split(text.Slice(text.Spans(gold.Source)).ToLowerInvariant());
        string kind = words.Count == 1 && NameAgreement.IsPronoun(words[0]) ? "pronoun" : "other";
        tally.Count(table, "n_" + kind);
        tally.Count(table, "ok_" + kind, agreement.Either);
        return agreement.Either;
    }

    private readonly record struct Agreement(bool SpanRight, bool NameRight, bool HasSource)
    {
        public bool Either => SpanRight || NameRight;
    }

    private static Agreement Compare(QuoteText text, CorpusQuote gold, CorpusQuote found)
    {
        List<TextSpan> g = text.Spans(gold.Source), p = text.Spans(found.Source);
        string? speaker = found.Speakers.Count > 0 && found.Speakers[0].Length > 0 ? found.Speakers[0] : p.Count > 0 ? text.Slice(p) : null;
        IEnumerable<string> accepted = gold.Speakers;
        if (gold.Speakers.Count == 0 && g.Count > 0)
        {
            string capitals = string.Join(' ', g.SelectMany(s => NameAgreement.Capitalised(text.Slice(s))));
            accepted = capitals.Length > 0 ? [capitals] : [];
        }

        bool span = text.Tokens(g, false).Overlaps(text.Tokens(p, false));
        return new Agreement(span, speaker is not null && accepted.Any(a => NameAgreement.Agree(a, speaker)), g.Count > 0 || gold.Speakers.Count > 0);
    }

    private static Words Tokens(QuoteText text, CorpusQuote quote) =>
        new(text.Tokens(text.Spans(quote.Content), true), text.Tokens(text.Spans(quote.Source), true), text.Tokens(text.Spans(quote.Cue), true), quote);

    private static IReadOnlyList<TextSpan> Of(CorpusQuote quote, string role) => role switch
    {
        "content" => quote.Content,
        "cue" => quote.Cue,
        _ => quote.Source,
    };

    private static void TokenOverlap(QuoteTally tally, string metric, HashSet<int> gold, HashSet<int> found) =>
        tally.Add(metric, gold.Count(found.Contains), found.Count, gold.Count);

    private static double Share(HashSet<int> part, HashSet<int> whole) => (double)part.Count(whole.Contains) / part.Count;

    // One to one, the first free one with the same key.
    private static List<(int Gold, int Found)> Match<TUnit, TKey>(IReadOnlyList<TUnit> gold, IReadOnlyList<TUnit> found, Func<TUnit, TKey> key)
        where TKey : notnull
    {
        var free = new Dictionary<TKey, Queue<int>>();
        for (int j = 0; j < found.Count; j++)
        {
            TKey k = key(found[j]);
            if (!free.TryGetValue(k, out Queue<int>? queue))
            {
                free[k] = queue = new Queue<int>();
            }

            queue.Enqueue(j);
        }

        var matches = new List<(int, int)>();
        for (int i = 0; i < gold.Count; i++)
        {
            if (free.TryGetValue(key(gold[i]), out Queue<int>? queue) && queue.TryDequeue(out int j))
            {
                matches.Add((i, j));
            }
        }

        return matches;
    }

    private static JsonObject Report(QuoteTally tally, Dictionary<string, double[]> recall)
    {
        var report = new JsonObject();
        foreach (string metric in Metrics)
        {
            (double p, double r, double f1, int found, int gold) = tally.Of(metric);
            report[metric] = new JsonObject
            {
                ["P"] = PythonText.Round2(100 * p),
                ["R"] = PythonText.Round2(100 * r),
                ["F1"] = PythonText.Round2(100 * f1),
                ["pred"] = found,
                ["gold"] = gold,
            };
        }

        foreach (string table in (string[])["A", "B", "B>=3w"])
        {
            if (tally.CountsOf(table) is { } counts)
            {
                report[table + " attribution"] = counts;
            }
        }

        foreach (string threshold in (string[])["0.3", "0.8"])
        {
            if (tally.CountOf("D " + threshold, "n") > 0)
            {
                report["D acc " + threshold] = tally.CountsOf("D " + threshold);
            }
        }

        foreach (string kind in Kinds)
        {
            double[] r = recall[kind];
            if (r[0] > 0)
            {
                report["C recall " + kind] = new JsonObject { ["n"] = (int)r[0], ["half"] = 100 * r[1] / r[0], ["soft"] = 100 * r[2] / r[0] };
            }
        }

        return report;
    }
}
