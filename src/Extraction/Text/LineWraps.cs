namespace Extraction;

/// <summary>
/// Decides once for a text whether its single line breaks are wraps, made to fit a width, or ends of paragraphs. In wrapped text the inner lines of a paragraph are of
/// nearly one length, seldom end in a stop, and go on in lower case as often as not; a page with a paragraph a line shows the contrary.
/// </summary>
internal static class LineWraps
{
    private const int LongestWidth = 127;
    private const int ShortestWidth = 40;
    private const int Slack = 14;
    private const int FewestLines = 2;

    /// <summary>True where a single line break joins two lines of one paragraph. One pass; a blank line always ends a paragraph.</summary>
    public static bool AreWraps(ReadOnlySpan<char> text)
    {
        Span<int> lengths = stackalloc int[LongestWidth + 1];
        lengths.Clear();
        int inner = 0;
        int stops = 0;
        int lowers = 0;
        int at = 0;
        ReadOnlySpan<char> previous = default;
        while (at < text.Length)
        {
            int end = text[at..].IndexOfAny('\n', '\r');
            end = end < 0 ? text.Length : at + end;
            ReadOnlySpan<char> line = text[at..end].Trim();
            if (!previous.IsEmpty && !line.IsEmpty)
            {
                // The line before goes on after its break.
                inner++;
                lengths[Math.Min(previous.Length, LongestWidth)]++;
                stops += EndsInStop(previous) ? 1 : 0;
                lowers += CharClasses.Of(line[0]) == CharClass.Letter ? 1 : 0;
            }

            previous = line;
            at = end + (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
        }

        if (inner < FewestLines)
        {
            return false;
        }

        // The width is that of the longest line, but for one in fifty that may be an address or a table.
        int width = LongestWidth;
        int longer = 0;
        while (width > 0 && longer + lengths[width] <= inner / 50)
        {
            longer += lengths[width--];
        }

        if (width is < ShortestWidth or LongestWidth)
        {
            return false;
        }

        int near = 0;
        for (int length = Math.Max(0, width - Slack); length <= width; length++)
        {
            near += lengths[length];
        }

        return near * 4 > inner * 3 && stops * 5 < inner * 2 && (inner < 8 || lowers * 8 > inner);
    }

    private static bool EndsInStop(ReadOnlySpan<char> line)
    {
        int i = line.Length - 1;
        while (i > 0 && i > line.Length - 4 && line[i] is '"' or '”' or '’' or '\'' or ')' or ']')
        {
            i--;
        }

        return line[i] is '.' or '!' or '?' or ':';
    }
}
