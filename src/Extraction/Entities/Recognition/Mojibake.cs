namespace Extraction;

/// <summary>
/// What is left where UTF-8 was read as Windows-1252: 'Â' for a hard space, 'â€™' for an apostrophe, 'â€œ' for a quotation mark. None of it is part of a name, though its first letter looks like a
/// capital or like the end of one: 'Weberâ€™s lawyer'.
/// </summary>
internal static class Mojibake
{
    /// <summary>The name without such marks at either end; empty where nothing else is there.</summary>
    /// <param name="text">The article.</param>
    /// <param name="span">The name as recognised.</param>
    public static TextSpan Trim(ReadOnlySpan<char> text, TextSpan span)
    {
        int start = span.Start;
        int end = span.End;
        while (start < end && (IsLone(text, start) || (text[start] is 'œ' or '™' && start > 0 && text[start - 1] == '€') || char.IsWhiteSpace(text[start])))
        {
            start++;
        }

        while (end > start && (IsLone(text, end - 1) || (text[end - 1] == 'â' && end < text.Length && text[end] == '€') || char.IsWhiteSpace(text[end - 1])))
        {
            end--;
        }

        return new TextSpan(start, end);
    }

    // 'Â' and 'Ã' that stand for themselves have letters beside them: 'Ângela', 'Âkif'.
    private static bool IsLone(ReadOnlySpan<char> text, int i) =>
        text[i] is 'Â' or 'Ã' or '\ufffd' && !(i > 0 && char.IsLetter(text[i - 1])) && !(i + 1 < text.Length && char.IsLetter(text[i + 1]));
}
