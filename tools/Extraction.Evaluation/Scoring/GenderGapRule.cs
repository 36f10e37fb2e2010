using Extraction.Corpora;

namespace Extraction.Evaluation.Scoring;

/// <summary>The Gender Gap Tracker's own rule: a quote is met where one covers enough of its characters.</summary>
internal static class GenderGapRule
{
    public static void Score(QuoteTally tally, QuoteText text, QuoteWords[] wanted, QuoteWords[] found)
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
                SourceAgreement agreement = SourceAgreement.Of(text, wanted[i].Quote, found[best].Quote);
                tally.Count("D " + name, "n");
                tally.Count("D " + name, "speaker", agreement.HasSource ? agreement.SpanRight : found[best].Source.Count == 0);
                tally.Count("D " + name, "verb", wanted[i].Cue.Overlaps(found[best].Cue));
            }

            tally.Add("D quotes " + name, right, p.Length, g.Length);
        }
    }

    private static HashSet<int> Characters(QuoteText text, CorpusQuote quote) =>
        [.. text.Spans(quote.Content).SelectMany(s => Enumerable.Range(s.Start, s.Length))];
}
