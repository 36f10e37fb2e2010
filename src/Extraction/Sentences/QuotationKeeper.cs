namespace Extraction;

/// <summary>Takes away the cuts inside quotations that are closed within their paragraph.</summary>
internal static class QuotationKeeper
{
    public static void Join(ReadOnlySpan<char> text, int start, int end, List<int> cuts)
    {
        if (cuts.Count == 0)
        {
            return;
        }

        int kept = 0;
        int next = 0;
        int open = -1;
        char closing = '\0';
        int firstInside = 0;
        for (int i = start; i < end; i++)
        {
            while (next < cuts.Count && cuts[next] <= i)
            {
                cuts[kept++] = cuts[next++];
            }

            char c = text[i];
            if (open < 0)
            {
                closing = Closing(text, i, start);
                if (closing != '\0')
                {
                    open = i;
                    firstInside = kept;
                }
            }
            else if (c == closing && Closes(text, i, end))
            {
                // The cuts since the opening mark go.
                kept = firstInside;
                open = -1;
            }
        }

        while (next < cuts.Count)
        {
            cuts[kept++] = cuts[next++];
        }

        cuts.RemoveRange(kept, cuts.Count - kept);
    }

    /// <summary>The mark that closes the quotation which opens here, or NUL. Single marks open only at the start of a word.</summary>
    private static char Closing(ReadOnlySpan<char> text, int i, int start)
    {
        bool first = i == start || CharClasses.IsSpace(text[i - 1]) || text[i - 1] is '(' or '[' or '—';
        return text[i] switch
        {
            '“' => '”',
            '«' => '»',
            '"' => '"',
            '‘' when first => '’',
            '\'' when first => '\'',
            _ => '\0',
        };
    }

    /// <summary>Single marks close only after punctuation, where no apostrophe stands.</summary>
    private static bool Closes(ReadOnlySpan<char> text, int i, int end) =>
        text[i] is not ('’' or '\'') || (text[i - 1] is '.' or ',' or '!' or '?' or '…' && (i + 1 >= end || !CharClasses.IsWordChar(text[i + 1])));
}
