using System.Runtime.CompilerServices;

namespace Extraction;

/// <summary>
/// The model's features of a candidate, hashed. The order and the numbers of the templates are part of the model: changing them means training anew.
/// </summary>
internal static class BoundaryFeatures
{
    public const int Count = 28;

    /// <summary>Writes <see cref="Count"/> slots of a table whose size is <paramref name="mask"/> + 1, a power of two.</summary>
    public static void Write(in BoundaryCandidate c, int mask, Span<int> slots)
    {
        int kind = (int)c.Core | (c.SpaceBeforeCore ? 8 : 0);
        int closer = (int)c.Closer;
        int opener = (int)c.Opener;
        int gap = (int)c.Gap;
        int next = (int)c.NextShape | (c.NextStop ? 8 : 0);
        int previous = (int)c.PreviousShape;
        int abbreviation = Abbreviation(c);
        int length = Math.Min(c.PreviousLength, 6);
        int starter = c.NextStarts ? 1 : 0;
        ulong nextWord = c.NextShape is WordShape.Digits or WordShape.StartsWithDigit ? 1UL : c.NextHash;
        ulong previousWord = c.PreviousShape == WordShape.Digits ? 1UL : c.PreviousHash;
        int marks = kind | (closer << 4) | (opener << 8);
        int n = 0;
        Add(slots, ref n, mask, Pack(kind));
        Add(slots, ref n, mask, Pack(kind, closer));
        Add(slots, ref n, mask, Pack(kind, opener));
        Add(slots, ref n, mask, Pack(abbreviation));
        Add(slots, ref n, mask, Pack(kind, next));
        Add(slots, ref n, mask, TextHash.Combine(previousWord, 1));
        Add(slots, ref n, mask, TextHash.Combine(nextWord, 2));
        Add(slots, ref n, mask, Pack(gap, kind));
        Add(slots, ref n, mask, Pack(kind, closer, next));
        Add(slots, ref n, mask, Pack(kind, abbreviation, next));
        Add(slots, ref n, mask, Pack(abbreviation, opener, next));
        Add(slots, ref n, mask, TextHash.Combine(previousWord, (ulong)next + 16));
        Add(slots, ref n, mask, TextHash.Combine(nextWord, (ulong)abbreviation + 64));
        Add(slots, ref n, mask, Pack(kind, closer, opener));
        Add(slots, ref n, mask, Pack(length, abbreviation, previous));
        Add(slots, ref n, mask, Pack(previous, next, abbreviation));
        Add(slots, ref n, mask, Pack(next, (int)c.SecondNextShape, abbreviation));
        Add(slots, ref n, mask, c.Initialism || c.PreviousShape is WordShape.SingleUpper or WordShape.Digits ? TextHash.Combine(c.SecondPreviousHash, (ulong)abbreviation + 128) : 3UL);
        Add(slots, ref n, mask, closer != 0 || kind != 0 ? TextHash.Combine(nextWord, (ulong)(marks & 255) + 256) : 4UL);
        Add(slots, ref n, mask, Pack(c.AtStart ? 1 : 0, abbreviation, gap));
        Add(slots, ref n, mask, Pack(starter, marks, next));
        Add(slots, ref n, mask, Pack(starter, abbreviation, previous));
        Add(slots, ref n, mask, Pack(c.SpeechFollows ? 1 : 0, marks, next));
        Add(slots, ref n, mask, Pack(c.SeenAsAbbreviation ? 1 : 0, length, next));
        Add(slots, ref n, mask, Pack((int)c.SecondPreviousShape, previous, next));
        Add(slots, ref n, mask, Pack(gap, marks, next));
        Add(slots, ref n, mask, Pack(gap, abbreviation, next));
        Add(slots, ref n, mask, TextHash.Combine(TextHash.Combine(previousWord, nextWord), 5));
    }

    private static int Abbreviation(in BoundaryCandidate c) =>
        c.Kinds != AbbreviationKinds.None
            ? 3 + System.Numerics.BitOperations.TrailingZeroCount((uint)c.Kinds) + ((c.Kinds & AbbreviationKinds.Word) != 0 ? 16 : 0)
            : c.Initialism ? 1
            : c.PreviousShape == WordShape.SingleUpper ? 2
            : 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Pack(int a, int b = 0, int c = 0) => ((ulong)(uint)a << 40) | ((ulong)(uint)b << 20) | (uint)c;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(Span<int> slots, ref int n, int mask, ulong value)
    {
        slots[n] = (int)(TextHash.Combine((ulong)n + 1, value) & (ulong)mask);
        n++;
    }
}
