using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Extraction;

/// <summary>Finds the best sequence of kinds for a page: Viterbi over the units and their <see cref="HeadlineStates"/>, with kinds that a rule has already decided held fast.</summary>
internal static class LayoutDecoder
{
    /// <summary>Units between two looks at the cancellation token.</summary>
    private const int CheckEvery = 256;

    private const int Never = int.MinValue / 4;
    private const int Kinds = LayoutModel.Kinds;

    /// <summary>Fills in the units' kinds.</summary>
    public static void Decode(LayoutModel model, LayoutScratch scratch, ReadOnlySpan<Token> tokens, in PageShape page, CancellationToken cancellation)
    {
        Span<LayoutUnit> units = CollectionsMarshal.AsSpan(scratch.Units);
        ReadOnlySpan<UnitShape> shapes = CollectionsMarshal.AsSpan(scratch.Shapes);
        const int States = HeadlineStates.Count;
        Span<byte> back = scratch.Back(units.Length * States);
        Span<ulong> features = stackalloc ulong[LayoutFeatures.Most];
        Span<int> scores = stackalloc int[Kinds];
        Span<int> best = stackalloc int[States];
        for (int i = 0; i < units.Length; i++)
        {
            if (i % CheckEvery == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            ushort allowed = LayoutRules.Choices(units, shapes, tokens, page, i);
            scores.Clear();
            if (!BitOperations.IsPow2(allowed))
            {
                int count = LayoutFeatures.Write(units, shapes, tokens, page, i, features);
                model.Score(features[..count], scores);
            }

            for (int k = 0; k < Kinds; k++)
            {
                scores[k] = (allowed >> k & 1) != 0 ? scores[k] : Never;
            }

            if (i == 0)
            {
                Start(model, scores, best);
            }
            else
            {
                Step(model, scores, shapes[i].IsRepeat, best, back.Slice(i * States, States));
            }
        }

        for (int state = 0; state < States; state++)
        {
            best[state] += model.Pairs[HeadlineStates.End(state, page.HasFurniture)];
        }

        int last = best.IndexOf(Max(best));
        for (int i = units.Length - 1; i >= 0; i--)
        {
            units[i].Kind = (BlockKind)HeadlineStates.Kind(last);
            last = back[(i * States) + last];
        }
    }

    private static void Start(LayoutModel model, ReadOnlySpan<int> scores, Span<int> best)
    {
        for (int state = 0; state < best.Length; state++)
        {
            int kind = HeadlineStates.Kind(state);
            best[state] = HeadlineStates.Starts(state) ? Math.Max(model.Pairs[(HeadlineStates.StartRow * Kinds) + kind] + scores[kind], Never) : Never;
        }

        Level(best);
    }

    // From the best scores of the states of one unit to those of the next. A page's part above the headline leads to itself or to the headline, the part below only to itself:
    // so the best way to each kind is sought among the states of each part, all kinds at a time.
    private static void Step(LayoutModel model, ReadOnlySpan<int> scores, bool repeats, Span<int> best, Span<byte> back)
    {
        Span<int> above = stackalloc int[LayoutModel.Row];
        Span<int> below = stackalloc int[LayoutModel.Row];
        Span<int> aboveFrom = stackalloc int[LayoutModel.Row];
        Span<int> belowFrom = stackalloc int[LayoutModel.Row];
        Ways(model, best, 0, above, aboveFrom);
        Ways(model, best, Kinds, below, belowFrom);

        // The headline is the first state below; a second one only where the line repeats an earlier one.
        const int Headline = (int)BlockKind.Headline;
        if (!repeats || above[Headline] >= below[Headline])
        {
            below[Headline] = above[Headline];
            belowFrom[Headline] = aboveFrom[Headline];
        }

        above[Headline] = Never;
        for (int k = 0; k < Kinds; k++)
        {
            best[k] = Math.Max(above[k] + scores[k], Never);
            best[Kinds + k] = Math.Max(below[k] + scores[k], Never);
            back[k] = (byte)aboveFrom[k];
            back[Kinds + k] = (byte)belowFrom[k];
        }

        Level(best);
    }

    // For each kind the best sum over the states from 'first' on, and which state gives it; of equals the first.
    private static void Ways(LayoutModel model, ReadOnlySpan<int> best, int first, Span<int> top, Span<int> from)
    {
        var topLow = Vector256.Create(Never);
        Vector256<int> topHigh = topLow;
        Vector256<int> fromLow = Vector256<int>.Zero;
        Vector256<int> fromHigh = Vector256<int>.Zero;
        for (int state = first; state < first + Kinds; state++)
        {
            ReadOnlySpan<int> after = model.After(state);
            var score = Vector256.Create(best[state]);
            var number = Vector256.Create(state);
            Vector256<int> low = Vector256.Create(after) + score;
            Vector256<int> high = Vector256.Create(after[Vector256<int>.Count..]) + score;
            Vector256<int> better = Vector256.GreaterThan(low, topLow);
            topLow = Vector256.ConditionalSelect(better, low, topLow);
            fromLow = Vector256.ConditionalSelect(better, number, fromLow);
            better = Vector256.GreaterThan(high, topHigh);
            topHigh = Vector256.ConditionalSelect(better, high, topHigh);
            fromHigh = Vector256.ConditionalSelect(better, number, fromHigh);
        }

        topLow.CopyTo(top);
        topHigh.CopyTo(top[Vector256<int>.Count..]);
        fromLow.CopyTo(from);
        fromHigh.CopyTo(from[Vector256<int>.Count..]);
    }

    // Only differences count, and a million units must not overflow.
    private static void Level(Span<int> best)
    {
        int highest = Max(best);
        foreach (ref int score in best)
        {
            score = Math.Max(score - highest, Never);
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
