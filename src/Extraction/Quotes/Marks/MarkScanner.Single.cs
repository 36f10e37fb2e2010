namespace Extraction;

internal static partial class MarkScanner
{
    // 'em, 'til, '90s: words that start with an apostrophe.
    private static readonly string[] Elisions = ["em", "til", "till", "cause", "tis", "twas", "bout", "round", "n", "un", "s", "er", "im", "ere", "cos", "coz", "fore", "gainst", "neath", "nuff", "tude"];

    private static void ScanSingle(ReadOnlySpan<char> text, TextSpan block, int index, bool open, List<QuotedSpan> doubles, List<QuotedSpan> into)
    {
        int d = 0;
        int i = block.Start;
        bool closerLeft = true;
        while (i < block.End)
        {
            if (d < doubles.Count && i >= doubles[d].Span.Start)
            {
                into.Add(doubles[d]);
                i = doubles[d].Span.End;
                d++;
                continue;
            }

            if (QuotationMark.OpensSingle(text[i]) && (closerLeft || AtStart(text, block, i)) && OpensSingleHere(text, i, block))
            {
                int close = FindSingleClose(text, i, block, doubles, d, ref closerLeft);
                bool continues = open && AtStart(text, block, i);
                if (close > i + 1)
                {
                    into.Add(new QuotedSpan(new TextSpan(i, close + 1), index, true, true, continues));
                    i = close + 1;
                }
                else if (AtStart(text, block, i) && block.End - i > 60 && (continues || text[i] is '\'' or '\u2018'))
                {
                    // A long paragraph that starts with a mark and never closes it: one of several of a British quotation.
                    into.Add(new QuotedSpan(new TextSpan(i, block.End), index, true, false, continues));
                    i = block.End;
                }
                else
                {
                    i++;
                    continue;
                }

                while (d < doubles.Count && doubles[d].Span.Start < i)
                {
                    d++;
                }
            }
            else
            {
                i++;
            }
        }
    }

    /// <summary>Offset of the closing mark, or -1. Reads on to the next opening mark at most, or to the block's end once for the whole block.</summary>
    private static int FindSingleClose(ReadOnlySpan<char> text, int start, TextSpan block, List<QuotedSpan> doubles, int d, ref bool closerLeft)
    {
        int doubtful = -1;
        for (int j = start + 1; j < block.End; j++)
        {
            if (d < doubles.Count && j >= doubles[d].Span.Start)
            {
                // 'He told me "no", and left,' she said: the doubles are the inner marks; an unclosed one is not.
                j = doubles[d].Span.End - 1;
                d++;
                continue;
            }

            char c = text[j];
            if (QuotationMark.ClosesSingle(c) && ClosesHere(text, j, 1, block))
            {
                char before = text[j - 1];
                char after = j + 1 < block.End ? text[j + 1] : ' ';
                // 'The workers' rights are at risk,' he said: after an s and before a word the mark may be a possessive.
                bool sure = before is not ('s' or 'S') || after is '.' or ',' or ';' or ':' or '!' or '?' or ')' || j + 1 >= block.End;
                if (sure)
                {
                    // goin' and rock 'n' roll within a quotation: an n before and a small letter after.
                    if (before is 'n' && after == ' ' && j + 2 < block.End && char.IsLower(text[j + 2]) && text[j - 2] is 'i' or '\'' && doubtful < 0)
                    {
                        doubtful = j;
                        continue;
                    }

                    return j;
                }

                if (doubtful < 0)
                {
                    doubtful = j;
                }
            }
            else if (doubtful >= 0 && QuotationMark.OpensSingle(c) && OpensSingleHere(text, j, block))
            {
                return doubtful;
            }
        }

        if (doubtful < 0)
        {
            closerLeft = false;
        }

        return doubtful;
    }

    private static bool AtStart(ReadOnlySpan<char> text, TextSpan block, int i) => i - block.Start < 4 && IsBlank(text[block.Start..i]);

    private static bool OpensSingleHere(ReadOnlySpan<char> text, int i, TextSpan block)
    {
        if (i + 1 >= block.End || !OpensHere(text, i, 1, block) || !(char.IsLetterOrDigit(text[i + 1]) || text[i + 1] is '$' or '#' or '@' or '[' or '\u00A3' or '\u20AC' or '"' or '\u201C' or '.' or '\u2026'))
        {
            return false;
        }

        if (text[i] is not ('\'' or '\u2018' or '`'))
        {
            return true;
        }

        if (char.IsDigit(text[i + 1]))
        {
            // the '90s, class of '08
            int k = i + 1;
            while (k < block.End && k < i + 4 && char.IsDigit(text[k]))
            {
                k++;
            }

            return k - i - 1 != 2 || (k < block.End && text[k] is not ('s' or ' ' or ',' or '.' or ')' or ';'));
        }

        int end = i + 1;
        while (end < block.End && end < i + 8 && char.IsLetter(text[end]))
        {
            end++;
        }

        ReadOnlySpan<char> word = text[(i + 1)..end];
        if (end < block.End && QuotationMark.ClosesSingle(text[end]) && word.Length > 1)
        {
            return true;
        }

        foreach (string elision in Elisions)
        {
            if (word.Equals(elision, StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return true;
    }
}
