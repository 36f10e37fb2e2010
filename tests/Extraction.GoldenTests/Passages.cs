namespace Extraction.GoldenTests;

/// <summary>Finds what a facts file quotes in the article: white space of any kind counts as one space, <c>…</c> leaves something out, <c>#2</c> means the second.</summary>
internal static class Passages
{
    /// <summary>The passage, or null where the article has none such.</summary>
    public static TextSpan? Find(string text, string passage)
    {
        int wanted = 1;
        int hash = passage.LastIndexOf('#');
        if (hash > 0 && hash < passage.Length - 1 && int.TryParse(passage[(hash + 1)..], out int number))
        {
            (wanted, passage) = (number, passage[..hash]);
        }

        string[] ends = passage.Split('…', StringSplitOptions.TrimEntries);
        TextSpan? first = FindExact(text, ends[0], 0, wanted);
        if (ends.Length == 1 || first is not { } start)
        {
            return first;
        }

        return FindExact(text, ends[^1], start.End, 1) is { } end ? new TextSpan(start.Start, end.End) : null;
    }

    private static TextSpan? FindExact(string text, string words, int from, int wanted)
    {
        for (int i = from; i < text.Length; i++)
        {
            int end = Match(text, i, words);
            bool whole = end >= 0 && !(i > 0 && Joins(text[i - 1], text[i])) && !(end < text.Length && Joins(text[end - 1], text[end]));
            if (whole && --wanted == 0)
            {
                return new TextSpan(i, end);
            }
        }

        return null;
    }

    private static bool Joins(char a, char b) => char.IsLetterOrDigit(a) && char.IsLetterOrDigit(b);

    private static int Match(string text, int at, string words)
    {
        foreach (char c in words)
        {
            if (c == ' ')
            {
                int gap = at;
                while (at < text.Length && char.IsWhiteSpace(text[at]))
                {
                    at++;
                }

                if (at == gap)
                {
                    return -1;
                }
            }
            else if (at < text.Length && text[at] == c)
            {
                at++;
            }
            else
            {
                return -1;
            }
        }

        return at;
    }
}
