using System.Runtime.CompilerServices;

namespace Extraction;

/// <summary>
/// The one string hash that tokens, lexicons and models share: 64 bits over UTF-16 code units, the same on every machine and in every version
/// (weights and lexicons are keyed by it, so changing it invalidates every embedded model).
/// </summary>
public static class TextHash
{
    internal const ulong Seed = 0x243F6A8885A308D3;
    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    /// <summary>Hash of the exact code units.</summary>
    public static ulong Exact(ReadOnlySpan<char> text)
    {
        ulong h = Seed;
        foreach (char c in text)
        {
            h = Step(h, c);
        }

        return Finish(h);
    }

    /// <summary>Hash of the case-folded code units (see <see cref="Fold"/>): equal for <c>Don’t</c> and <c>don't</c>.</summary>
    public static ulong Lower(ReadOnlySpan<char> text)
    {
        ulong h = Seed;
        foreach (char c in text)
        {
            h = Step(h, Fold(c));
        }

        return Finish(h);
    }

    /// <summary>Both hashes in one pass.</summary>
    public static (ulong Exact, ulong Lower) Both(ReadOnlySpan<char> text)
    {
        ulong exact = Seed;
        ulong lower = Seed;
        foreach (char c in text)
        {
            exact = Step(exact, c);
            lower = Step(lower, Fold(c));
        }

        return (Finish(exact), Finish(lower));
    }

    /// <summary>Combines two hashes, in order; for features over pairs of words.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Combine(ulong first, ulong second) => Finish(((first << 23) | (first >> 41)) ^ (second * Multiplier));

    /// <summary>One code unit folded: lower case by the invariant simple mapping, the curly apostrophes as the straight one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static char Fold(char c)
    {
        if (c < 128)
        {
            return (uint)(c - 'A') <= 'Z' - 'A' ? (char)(c | 0x20) : c;
        }

        return c is '\u2019' or '\u2018' ? '\'' : char.ToLowerInvariant(c);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Step(ulong h, char c) => (h ^ c) * Multiplier;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Finish(ulong h)
    {
        h ^= h >> 32;
        h *= 0xD6E8FEB86659FD93;
        return h ^ (h >> 29);
    }
}
