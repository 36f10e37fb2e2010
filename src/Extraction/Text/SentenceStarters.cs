using System.Runtime.CompilerServices;

namespace Extraction;

/// <summary>Words that begin sentences far more often than they go on with a name, from Lexicon/starters.txt.</summary>
internal static class SentenceStarters
{
    private const int Longest = 12;
    private const ushort Certain = 1;
    private const ushort AlsoName = 2;

    private static readonly HashLexicon Entries = Load();

    /// <summary>For each first letter, a bit for each second letter with which a word of the list begins.</summary>
    private static readonly uint[] SecondLetters = LoadSecondLetters();

    /// <summary>A word that begins with these letters, a capital and a small one, may be in the list: sorts out most names without a look-up.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool MayBegin(char first, char second) => first is >= 'A' and <= 'Z' && second is >= 'a' and <= 'z' && ((SecondLetters[first - 'A'] >> (second - 'a')) & 1) != 0;

    /// <summary>The word is one of them, whatever its case.</summary>
    public static bool IsStarter(ulong lowerHash) => Entries.Find(lowerHash) != 0;

    /// <summary>The word is one of them and begins no name.</summary>
    public static bool IsCertain(ulong lowerHash) => Entries.Find(lowerHash) == Certain;

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

    private static HashLexicon Load()
    {
        var entries = new HashLexicon();
        foreach (string line in LexiconFile.Lines("starters.txt"))
        {
            int tab = line.IndexOf('\t', StringComparison.Ordinal);
            entries.Set(TextHash.Lower(tab < 0 ? line : line.AsSpan(0, tab)), tab < 0 ? Certain : AlsoName);
        }

        return entries;
    }

    private static uint[] LoadSecondLetters()
    {
        var letters = new uint[26];
        foreach (string line in LexiconFile.Lines("starters.txt"))
        {
            if (line.Length > 1 && line[0] is >= 'a' and <= 'z' && line[1] is >= 'a' and <= 'z')
            {
                letters[line[0] - 'a'] |= 1u << (line[1] - 'a');
            }
        }

        return letters;
    }
}
