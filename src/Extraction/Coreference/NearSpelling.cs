namespace Extraction;

/// <summary>Whether two words are one name spelled in two ways: a slip of the keyboard ('Blinlken') or another transliteration ('Lukashenko', 'Lukaschenko').</summary>
internal static class NearSpelling
{
    /// <summary>How many forms of one key a reader looks at.</summary>
    public const int MostCandidates = 8;

    private const int LongestWord = 24;

    /// <summary>Adds the words of a near spelling that <paramref name="word"/> may be found by: itself with each letter left out, and its consonants.</summary>
    public static void AddKeys(ReadOnlySpan<char> text, in NameWord word, int form, WordIndex index)
    {
        Span<char> letters = stackalloc char[LongestWord];
        int length = Fold(text.Slice(word.Start, word.Length), letters);
        if (length < 5)
        {
            return;
        }

        index.Add(word.Hash, form);
        index.Add(Skeleton(letters[..length]), form);
        for (int left = 1; left < length; left++)
        {
            index.Add(Without(letters[..length], left), form);
        }
    }

    /// <summary>True where the words, folded, differ by one slip, or by two in a long word, and begin alike.</summary>
    public static bool Are(ReadOnlySpan<char> text, in NameWord first, in NameWord second)
    {
        Span<char> a = stackalloc char[LongestWord];
        Span<char> b = stackalloc char[LongestWord];
        int m = Fold(text.Slice(first.Start, first.Length), a);
        int n = Fold(text.Slice(second.Start, second.Length), b);
        return Are(a[..m], b[..n]);
    }

    /// <summary>As the other, for folded words.</summary>
    public static bool Are(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        int shorter = Math.Min(a.Length, b.Length);
        if (shorter < 5 || Math.Abs(a.Length - b.Length) > 2)
        {
            return false;
        }

        bool sameSound = Skeleton(a) == Skeleton(b);
        if (a[0] != b[0] && !sameSound)
        {
            return false;
        }

        int distance = Distance(a, b);
        return distance <= 1 || (distance == 2 && (shorter >= 8 || sameSound));
    }

    /// <summary>Visits the keys that <see cref="AddKeys"/> gives a word, so that a word one slip away is met under at least one of them.</summary>
    public static int Keys(ReadOnlySpan<char> text, in NameWord word, Span<ulong> keys)
    {
        Span<char> letters = stackalloc char[LongestWord];
        int length = Fold(text.Slice(word.Start, word.Length), letters);
        if (length < 5)
        {
            return 0;
        }

        int count = 0;
        keys[count++] = word.Hash;
        keys[count++] = Skeleton(letters[..length]);
        for (int left = 1; left < length; left++)
        {
            keys[count++] = Without(letters[..length], left);
        }

        return count;
    }

    /// <summary>Room that <see cref="Keys"/> needs.</summary>
    public const int MostKeys = LongestWord + 2;

    private static int Fold(ReadOnlySpan<char> word, Span<char> into)
    {
        int length = 0;
        foreach (char c in word)
        {
            char folded = NameFold.Fold(c);
            if (folded != 0)
            {
                if (length == into.Length)
                {
                    break;
                }

                into[length++] = folded;
            }
        }

        return length;
    }

    private static ulong Without(ReadOnlySpan<char> letters, int left)
    {
        ulong hash = NameFold.Start;
        for (int i = 0; i < letters.Length; i++)
        {
            hash = i == left ? hash : NameFold.Step(hash, letters[i]);
        }

        return hash;
    }

    // Consonants as they sound across transliterations of Arabic, Russian and German names: 'Gaddafi', 'Qadhafi'; 'Yanukovych', 'Yanukovich'.
    private static ulong Skeleton(ReadOnlySpan<char> letters)
    {
        ulong hash = ~NameFold.Start;
        char last = '\0';
        for (int i = 0; i < letters.Length; i++)
        {
            char sound = letters[i] switch
            {
                'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'j' or 'h' or 'w' => '\0',
                'q' or 'k' or 'g' or 'c' or 'x' => 'k',
                's' or 'z' => 's',
                'v' or 'f' => 'f',
                'd' or 't' => 't',
                'b' or 'p' => 'p',
                char other => other,
            };
            if (sound != 0 && sound != last)
            {
                hash = NameFold.Step(hash, sound);
            }

            last = sound == 0 ? last : sound;
        }

        return hash;
    }

    // Optimal string alignment, two rows more than needed for the swap.
    private static int Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        Span<int> before = stackalloc int[LongestWord + 1];
        Span<int> above = stackalloc int[LongestWord + 1];
        Span<int> row = stackalloc int[LongestWord + 1];
        for (int j = 0; j <= b.Length; j++)
        {
            above[j] = j;
        }

        for (int i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int cost = a[i - 1] == b[j - 1] ? 0 : 1;
                int best = Math.Min(Math.Min(row[j - 1], above[j]) + 1, above[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    best = Math.Min(best, before[j - 2] + 1);
                }

                row[j] = best;
            }

            Span<int> free = before;
            before = above;
            above = row;
            row = free;
        }

        return above[b.Length];
    }
}
