using System.Runtime.InteropServices;

namespace Extraction;

/// <summary>Finds the best sequence of kinds for a page: Viterbi over the units and their <see cref="HeadlineStates"/>, with kinds that a rule has already decided held fast.</summary>
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
        const int States = HeadlineStates.Count;
        Span<byte> back = scratch.Back(units.Length * States);
        Span<ulong> features = stackalloc ulong[LayoutFeatures.Most];
        Span<int> scores = stackalloc int[Kinds];
        Span<int> best = stackalloc int[States];
        Span<int> next = stackalloc int[States];
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

            for (int state = 0; state < States; state++)
            {
                int kind = HeadlineStates.Kind(state);
                next[state] = Never;
                if ((allowed >> kind & 1) == 0)
                {
                    continue;
                }

                if (i == 0)
                {
                    next[state] = HeadlineStates.Starts(state) ? pairs[(HeadlineStates.StartRow * Kinds) + kind] + scores[kind] : Never;
                    continue;
                }

                int top = Never;
                byte from = 0;
                foreach (byte source in HeadlineStates.Before(state, shapes[i].IsRepeat))
                {
                    int value = best[source] + pairs[(source * Kinds) + kind];
                    if (value > top)
                    {
                        (top, from) = (value, source);
                    }
                }

                next[state] = Math.Max(top + scores[kind], Never);
                back[(i * States) + state] = from;
            }

            // Only differences count, and a million units must not overflow.
            int highest = Max(next);
            for (int state = 0; state < States; state++)
            {
                best[state] = Math.Max(next[state] - highest, Never);
            }
        }

        for (int state = 0; state < States; state++)
        {
            best[state] += pairs[HeadlineStates.End(state, page.HasFurniture)];
        }

        int last = best.IndexOf(Max(best));
        for (int i = units.Length - 1; i >= 0; i--)
        {
            units[i].Kind = (BlockKind)HeadlineStates.Kind(last);
            last = back[(i * States) + last];
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
