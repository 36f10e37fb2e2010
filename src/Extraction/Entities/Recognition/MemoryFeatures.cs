using System.Numerics;

namespace Extraction;

/// <summary>The second pass's features: what the first pass made of the same words elsewhere in the article. Template numbers are part of the trained model.</summary>
internal static class MemoryFeatures
{
    private const float Least = 0.3f;
    private const float Proof = 0.6f;

    /// <summary>Most pieces between two names of which one tells of the other.</summary>
    private const int Linked = 3;

    /// <summary>Fills <paramref name="into"/>; false where neither the article nor the sentence says more of the piece.</summary>
    public static bool Extract(ReadOnlySpan<char> text, EntityScratch scratch, in Stretch stretch, int i, FeatureBuffer into)
    {
        into.Clear();
        Piece[] pieces = scratch.Pieces;
        ref readonly Piece piece = ref pieces[i];
        ref readonly FirstReading own = ref scratch.First[i];
        ulong ownType = TypeOf(own);
        bool told = Around(scratch, stretch, i, into);
        if (!NameMemory.Counts(piece))
        {
            return Between(scratch, stretch, i, into) | told;
        }

        if (scratch.Memory.TryFind(piece.Lower, own, out LabelVotes votes))
        {
            told |= Word(votes, piece, own.Label, ownType, into);
        }

        if (i > stretch.SentenceFirst && NameMemory.Counts(pieces[i - 1]))
        {
            ulong pair = TextHash.Combine(pieces[i - 1].Lower, piece.Lower) + 1;
            told |= scratch.Memory.TryFind(pair, own, out votes) && Best(votes, 220, own.Label, into);
        }

        if (i + 1 < stretch.SentenceEnd && NameMemory.Counts(pieces[i + 1]))
        {
            ulong pair = TextHash.Combine(piece.Lower, pieces[i + 1].Lower);
            told |= scratch.Memory.TryFind(pair, own, out votes) && Best(votes, 222, own.Label, into);
        }

        if ((piece.Flags & PieceFlags.AllCaps) != 0 && scratch.Memory.TryFindLongForm(text[piece.Start..piece.End], out votes))
        {
            told |= Best(votes, 224, ownType, into);
        }

        if (own.Label != EntityLabels.Outside)
        {
            FoundMention mention = scratch.FirstFound[own.Mention];
            told |= mention.End - mention.First > 1 && scratch.Memory.TryFindPhrase(pieces, mention, out votes) && Best(votes, 240, own.Label, into);
        }

        return told;
    }

    private static ulong TypeOf(in FirstReading reading) => reading.Label == EntityLabels.Outside ? 99u : (ulong)EntityLabels.TypeOf(reading.Label);

    /// <summary>The sentence's other names and what links them to this one: 'Ausaf, Rafay and Irfan' are of one kind, 'Ouagadougou in Burkina Faso' are places.</summary>
    private static bool Around(EntityScratch scratch, in Stretch stretch, int i, FeatureBuffer into)
    {
        List<FoundMention> found = scratch.FirstFound;
        ref readonly FirstReading own = ref scratch.First[i];
        bool inside = own.Label != EntityLabels.Outside;
        ulong ownType = TypeOf(own);
        int start = inside ? found[own.Mention].First : i;
        int end = inside ? found[own.Mention].End : i + 1;
        int before = own.Mention - 1;
        int after = inside ? own.Mention + 1 : own.Mention;
        ulong left = 0;
        ulong right = 0;
        if (before >= 0 && found[before].First >= stretch.SentenceFirst && start - found[before].End <= Linked)
        {
            left = FeatureHash.Of(1, Kind(found[before]), Gap(scratch.Pieces, found[before].End, start));
            into.Add(230, left);
            into.Add(231, left, ownType);
            if (before > 0 && found[before - 1].First >= stretch.SentenceFirst && found[before].First - found[before - 1].End <= Linked)
            {
                into.Add(232, left, Kind(found[before - 1]), Gap(scratch.Pieces, found[before - 1].End, found[before].First));
            }
        }

        if (after < found.Count && found[after].First < stretch.SentenceEnd && found[after].First - end <= Linked)
        {
            right = FeatureHash.Of(2, Kind(found[after]), Gap(scratch.Pieces, end, found[after].First));
            into.Add(233, right);
            into.Add(234, right, ownType);
            if (after + 1 < found.Count && found[after + 1].First < stretch.SentenceEnd && found[after + 1].First - found[after].End <= Linked)
            {
                into.Add(235, right, Kind(found[after + 1]), Gap(scratch.Pieces, found[after].End, found[after + 1].First));
            }
        }

        if ((left | right) == 0)
        {
            return false;
        }

        into.Add(236, left, right, ownType);
        return true;
    }

    private static ulong Kind(in FoundMention mention) => (ulong)((mention.Type * 2) + (mention.Probability > 0.9f ? 1 : 0));

    /// <summary>The words between two names.</summary>
    private static ulong Gap(Piece[] pieces, int from, int to)
    {
        ulong gap = 1;
        for (int i = from; i < to; i++)
        {
            gap = TextHash.Combine(gap, pieces[i].Lower);
        }

        return gap;
    }

    private static bool Word(in LabelVotes votes, in Piece piece, int own, ulong ownType, FeatureBuffer into)
    {
        Span<float> types = stackalloc float[EntityLabels.TypeCount + 1];
        types.Clear();
        float total = 0;
        int label = 0;
        for (ulong rest = votes.Told; rest != 0; rest &= rest - 1)
        {
            int k = BitOperations.TrailingZeroCount(rest);
            total += votes[k];
            types[k == 0 ? EntityLabels.TypeCount : EntityLabels.TypeOf(k)] += votes[k];
            if (votes[k] > votes[label])
            {
                label = k;
            }
        }

        if (total < Least)
        {
            return false;
        }

        int best = 0;
        for (int t = 1; t < types.Length; t++)
        {
            best = types[t] > types[best] ? t : best;
        }

        ulong share = Share(types[best] / total);
        ulong amount = total < 1.3f ? 1u : total < 2.5f ? 2u : total < 5 ? 3u : 4u;
        ulong line = (piece.Flags & (PieceFlags.TitleLine | PieceFlags.CapsLine)) != 0 ? 1u : 0u;
        into.Add(201, (ulong)best, share, amount);
        into.Add(202, (ulong)label, Share(votes[label] / total));
        into.Add(203, (ulong)best, ownType, share);
        into.Add(204, (ulong)label, (ulong)own);
        into.Add(205, (ulong)best, line, (piece.Flags & PieceFlags.First) != 0 ? 1u : 0u);
        for (ulong rest = votes.Told & ~1UL; rest != 0; rest &= rest - 1)
        {
            int k = BitOperations.TrailingZeroCount(rest);

            // A longer name elsewhere proves more than many places where it stands alone: 'Okello' after one 'Joseph Okello'.
            if (EntityLabels.PlaceOf(k) != EntityLabels.Single && votes[k] > Proof)
            {
                into.Add(208, (ulong)k, ownType);
                into.Add(209, (ulong)k, (ulong)own);
            }
        }

        into.Add(206, Share(types[EntityLabels.TypeCount] / total), ownType);
        for (int t = 0; t < types.Length; t++)
        {
            if (t != best && types[t] > 0.25f * total)
            {
                into.Add(207, (ulong)t, (ulong)best);
            }
        }

        return true;
    }

    /// <summary>A word inside ('of', 'and') hears from its neighbours.</summary>
    private static bool Between(EntityScratch scratch, in Stretch stretch, int i, FeatureBuffer into)
    {
        if (i == stretch.SentenceFirst || i + 1 >= stretch.SentenceEnd || !NameMemory.Counts(scratch.Pieces[i - 1]) || !NameMemory.Counts(scratch.Pieces[i + 1]))
        {
            return false;
        }

        ulong own = scratch.First[i].Label;
        bool told = scratch.Memory.TryFind(scratch.Pieces[i - 1].Lower, scratch.First[i - 1], out LabelVotes votes) && Best(votes, 226, own, into);
        told |= scratch.Memory.TryFind(scratch.Pieces[i + 1].Lower, scratch.First[i + 1], out votes) && Best(votes, 228, own, into);
        return told;
    }

    private static bool Best(in LabelVotes votes, int template, ulong own, FeatureBuffer into)
    {
        float total = 0;
        int label = 0;
        for (ulong rest = votes.Told; rest != 0; rest &= rest - 1)
        {
            int k = BitOperations.TrailingZeroCount(rest);
            total += votes[k];
            label = votes[k] > votes[label] ? k : label;
        }

        if (total < Least)
        {
            return false;
        }

        into.Add(template, (ulong)label, Share(votes[label] / total));
        into.Add(template + 1, (ulong)label, own);
        return true;
    }

    private static ulong Share(float part) => part > 0.95f ? 4u : part > 0.75f ? 3u : part > 0.5f ? 2u : part > 0.2f ? 1u : 0u;
}
