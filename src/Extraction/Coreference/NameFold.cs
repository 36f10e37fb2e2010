namespace Extraction;

/// <summary>
/// How names are compared: lower case without diacritics, stops, apostrophes and hyphens, so that 'Schröder' is 'Schroder', "Sana'a" is 'Sanaa' and 'U.S.' is 'US'.
/// </summary>
internal static class NameFold
{
    // One base letter for each code unit of Latin-1 Supplement and Latin Extended-A, and of Latin Extended Additional (Vietnamese).
    private const string LatinBase =
        "aaaaaaaceeeeiiiidnoooooxouuuuytsaaaaaaaceeeeiiiidnoooooxouuuuytyaaaaaaccccccccddddeeeeeeeeeegggg" +
        "gggghhhhiiiiiiiiii\u0133\u0133jjkkkllllll\u0140\u0140llnnnnnn\u0149nnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzz\u017f";

    private const string VietnameseBase =
        "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrr" +
        "ssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy\u1e9a\u1e9b\u1e9c\u1e9d\u00df\u1e9faaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee" +
        "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy\u1efb\u1efb\u1efd\u1efd\u1eff\u1eff";

    private const ulong Seed = 0x9AE16A3B2F90404F;
    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    /// <summary>The folded code unit; for marks that do not count (stops, apostrophes, combining accents) zero.</summary>
    public static char Fold(char c)
    {
        if (c < 128)
        {
            return (uint)(c - 'A') <= 'Z' - 'A' ? (char)(c | 0x20)
                : (uint)(c - 'a') <= 'z' - 'a' || (uint)(c - '0') <= 9 || c is '&' or '+' ? c
                : '\0';
        }

        return c is >= '\u00C0' and < '\u0180' ? LatinBase[c - 0xC0]
            : c is >= '\u1E00' and < '\u1F00' ? VietnameseBase[c - 0x1E00]
            : c is >= '\u0300' and < '\u0370' || !char.IsLetterOrDigit(c) ? '\0'
            : char.ToLowerInvariant(c);
    }

    /// <summary>Hash of the folded code units; the same for all spellings that fold alike.</summary>
    public static ulong Hash(ReadOnlySpan<char> text)
    {
        ulong h = Start;
        foreach (char c in text)
        {
            char f = Fold(c);
            if (f != 0)
            {
                h = Step(h, f);
            }
        }

        return h;
    }

    /// <summary>The hash of nothing; <see cref="Step"/> adds a folded code unit.</summary>
    public static ulong Start => Seed;

    /// <summary>Adds a folded code unit to a running hash.</summary>
    public static ulong Step(ulong hash, char folded)
    {
        ulong h = (hash ^ folded) * Multiplier;
        return h ^ (h >> 29);
    }
}
