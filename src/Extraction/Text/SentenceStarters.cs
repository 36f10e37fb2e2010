namespace Extraction;

/// <summary>Words that begin sentences far more often than they go on with a name, from Lexicon/starters.txt.</summary>
internal static class SentenceStarters
{
    private const int Longest = 12;
    private static readonly HashLexicon Entries = new([.. LexiconFile.Lines("starters.txt").Select(w => new KeyValuePair<ulong, ushort>(TextHash.Lower(w), 1))]);

    /// <summary>The word is one of them, whatever its case.</summary>
    public static bool IsStarter(ulong lowerHash) => Entries.Find(lowerHash) != 0;

    /// <summary>The word that starts at the offset is one of them.</summary>
    public static bool IsStarter(ReadOnlySpan<char> text, int start)
    {
        int end = start;
        while (end < text.Length && end - start <= Longest && CharClasses.IsLetter(text[end]))
        {
            end++;
        }

        return end > start && end - start <= Longest && IsStarter(TextHash.Lower(text[start..end]));
    }
}
