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

            QuoteWords[] w = [.. wanted.Select(q => Tokens(text, q))], f = [.. found.Select(q => Tokens(text, q))];
            Triples(tally, text, w, f);
            GenderGapRule.Score(tally, text, w, f);
        }

        return Report(tally, recall);
    }

    private static List<CorpusQuote> Filter(QuoteText text, IReadOnlyList<CorpusQuote> quotes, bool speech) =>
        [.. quotes.Where(q => !speech || q.Kind != "indirect" || SpeechCue.IsSpeech(text.Slice(text.Spans(q.Cue))))];

    private static void Direct(QuoteTally tally, QuoteText text, List<CorpusQuote> wanted, List<CorpusQuote> found)
    {
        Unit[] g = [.. wanted.Where(q => q.Kind == "direct").SelectMany(q => text.Spans(q.Content).Select(s => new Unit(s, q)))];
        Unit[] p = [.. found.Where(q => q.Kind == "direct").SelectMany(q => text.Spans(q.Content).Select(s => new Unit(s, q)))];
        tally.Add("A exact", OneToOne.Match(g, p, u => u.Span).Count, p.Length, g.Length);
        List<(int Gold, int Found)> matches = OneToOne.Match(g, p, u => text.Norm(u.Span));
        tally.Add("A exact-norm", matches.Count, p.Length, g.Length);

        // A span inside a gold mixed quote is neither right nor wrong.
        HashSet<int> hit = [.. matches.Select(m => m.Found)];
        HashSet<int> mixed = text.Tokens(wanted.Where(q => q.Kind == "mixed").SelectMany(q => text.Spans(q.Content)), words: true);
        int neutral = p.Where((u, j) => !hit.Contains(j) && text.Tokens([u.Span], words: true) is { Count: > 0 } t && t.IsSubsetOf(mixed)).Count();
        tally.Add("A exact-norm-lenient", matches.Count, p.Length - neutral, g.Length);
        int right = matches.Count(m => SourceAgreement.IsAttributed(tally, "A", text, g[m.Gold].Quote, p[m.Found].Quote));
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
            List<(int Gold, int Found)> matches = OneToOne.Match(a, b, u => u.Span);
            tally.Add(metric + " exact-norm", matches.Count, b.Length, a.Length);
            tally.Add(metric + " end-to-end", matches.Count(m => SourceAgreement.IsAttributed(tally, metric, text, a[m.Gold].Quote, b[m.Found].Quote)), b.Length, a.Length);
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
        tally.Add($"C {role} exact", OneToOne.Match(g, p, k => k).Count, p.Count, g.Count);
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

    private static void Triples(QuoteTally tally, QuoteText text, QuoteWords[] wanted, QuoteWords[] found)
    {
        var used = new HashSet<int>();
        int sourced = 0, triples = 0;
        foreach (QuoteWords g in wanted)
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
            QuoteWords p = found[best];
            SourceAgreement agreement = SourceAgreement.Of(text, g.Quote, p.Quote);
            bool ok = agreement.HasSource ? agreement.Either : p.Source.Count == 0;
            sourced += ok ? 1 : 0;
            triples += ok && (g.Cue.Overlaps(p.Cue) || (g.Cue.Count == 0 && p.Cue.Count == 0)) ? 1 : 0;
        }

        tally.Add("C content>=.5", used.Count, found.Length, wanted.Length);
        tally.Add("C content+source", sourced, found.Length, wanted.Length);
        tally.Add("C triple", triples, found.Length, wanted.Length);
    }

    private static QuoteWords Tokens(QuoteText text, CorpusQuote quote) =>
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
