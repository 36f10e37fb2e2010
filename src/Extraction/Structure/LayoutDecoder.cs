using System.Runtime.InteropServices;

namespace Extraction;

/// <summary>Finds the best sequence of kinds for a page: Viterbi over the units, with kinds that a rule has already decided held fast.</summary>
internal static class LayoutDecoder
{
    /// <summary>Units between two looks at the cancellation token.</summary>
    private const int CheckEvery = 256;

    private const int Never = int.MinValue / 4;

    /// <summary>Fills in the units' kinds.</summary>
    public static void Decode(LayoutModel model, LayoutScratch scratch, ReadOnlySpan<Token> tokens, in PageShape page, CancellationToken cancellation)
    {
        Span<LayoutUnit> units = CollectionsMarshal.AsSpan(scratch.Units);
        ReadOnlySpan<UnitShape> shapes = CollectionsMarshal.AsSpan(scratch.Shapes);
        const int Kinds = LayoutModel.Kinds;
        Span<byte> back = scratch.Back(units.Length * Kinds);
        Span<ulong> features = stackalloc ulong[LayoutFeatures.Most];
        Span<int> scores = stackalloc int[Kinds];
        Span<int> best = stackalloc int[Kinds];
        Span<int> next = stackalloc int[Kinds];
        short[] pairs = model.Pairs;
        for (int i = 0; i < units.Length; i++)
        {
            if (i % CheckEvery == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            ushort allowed = LayoutRules.IsPlainParagraph(shapes, page, i) ? (ushort)(1 << (int)BlockKind.Paragraph) : LayoutRules.Allowed(units, shapes, tokens, page, i);
            if (System.Numerics.BitOperations.IsPow2(allowed))
            {
                scores.Clear();
            }
            else
            {
                int count = LayoutFeatures.Write(units, shapes, tokens, page, i, features);
                model.Score(features[..count], scores);
            }

            for (int k = 0; k < Kinds; k++)
            {
                if ((allowed >> k & 1) == 0)
                {
                    next[k] = Never;
                    continue;
                }

                int top = Never;
                int from = 0;
                if (i == 0)
                {
                    top = pairs[(Kinds * Kinds) + k];
                }
                else
                {
                    for (int p = 0; p < Kinds; p++)
                    {
                        int value = best[p] + pairs[(p * Kinds) + k];
                        if (value > top)
                        {
                            (top, from) = (value, p);
                        }
                    }
                }

                next[k] = top + scores[k];
                back[(i * Kinds) + k] = (byte)from;
            }

            // Only differences count, and a million units must not overflow.
            int highest = Max(next);
            for (int k = 0; k < Kinds; k++)
            {
                best[k] = Math.Max(next[k] - highest, Never);
            }
        }

        int kind = best.IndexOf(Max(best));
        for (int i = units.Length - 1; i >= 0; i--)
        {
            units[i].Kind = (BlockKind)kind;
            kind = back[(i * Kinds) + kind];
        }
    }

    private static int Max(ReadOnlySpan<int> values)
    {
        int max = values[0];
        foreach (int value in values)
        {
            max = Math.Max(max, value);
        }

        return max;
    }
}
