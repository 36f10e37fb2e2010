using Extraction.Corpora;

namespace Extraction.Training.Quotes;

/// <summary>Gold quotes as one label a token. Quotes inside another's content are left out: a flat sequence cannot hold both.</summary>
internal static class GoldLabels
{
    public static byte[] Paint(CorpusDocument document, ReadOnlySpan<Token> tokens)
    {
        var labels = new byte[tokens.Length];
        List<CorpusQuote> quotes = [.. document.Quotes.Where(q => q.Content.Count > 0 && !document.Quotes.Any(o => o != q && IsInside(q, o)))];
        foreach (CorpusQuote quote in quotes)
        {
            Paint(labels, tokens, quote.Content, QuoteLabel.BeginContent);
        }

        foreach (CorpusQuote quote in quotes)
        {
            Paint(labels, tokens, quote.Source, QuoteLabel.BeginSource);
            Paint(labels, tokens, quote.Cue, QuoteLabel.BeginCue);
        }

        // A span cut by another one painted over it begins anew after it.
        for (int i = 0; i < labels.Length; i++)
        {
            if (labels[i] != 0 && labels[i] % 2 == 0 && (i == 0 || (labels[i - 1] != labels[i] && labels[i - 1] != labels[i] - 1)))
            {
                labels[i]--;
            }
        }

        return labels;
    }

    private static bool IsInside(CorpusQuote inner, CorpusQuote outer) =>
        outer.Content.Any(c => inner.Content.Concat(inner.Cue).All(s => c.Contains(s) && c.Length > s.Length));

    private static void Paint(byte[] labels, ReadOnlySpan<Token> tokens, IReadOnlyList<TextSpan> spans, QuoteLabel begin)
    {
        foreach (TextSpan span in spans)
        {
            int i = TokenSearch.TokenAt(tokens, span.Start);
            bool first = true;
            for (; i < tokens.Length && tokens[i].Start < span.End; i++)
            {
                labels[i] = (byte)(first || tokens[i].Has(TokenFlags.ParagraphStart) ? begin : begin + 1);
                first = false;
            }
        }
    }
}
