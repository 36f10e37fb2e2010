namespace Extraction;

/// <summary>The second pass's features: what the first pass made of the same words elsewhere in the article. Template numbers are part of the trained model.</summary>
internal static class MemoryFeatures
{
    private const float Least = 0.3f;
    private const float Proof = 0.6f;

    /// <summary>Fills <paramref name="into"/>; false where the rest of the article says nothing of the piece.</summary>
    public static bool Extract(ReadOnlySpan<char> text, EntityScratch scratch, int first, int end, int i, FeatureBuffer into)
    {
        into.Clear();
        Piece[] pieces = scratch.Pieces;
        ref readonly Piece piece = ref pieces[i];
        int own = scratch.PieceLabels[i];
        float weight = scratch.PieceWeights[i];
        ulong ownType = own == EntityLabels.Outside ? 99u : (ulong)EntityLabels.TypeOf(own);
        if (!NameMemory.Counts(piece))
        {
            return Between(scratch, first, end, i, into);
        }

        bool told = false;
        if (scratch.Memory.TryFind(piece.Lower, own, weight, out NameMemory.Votes votes))
        {
            told |= Word(votes, piece, own, ownType, into);
        }

        if (i > first && NameMemory.Counts(pieces[i - 1]))
        {
            ulong pair = TextHash.Combine(pieces[i - 1].Lower, piece.Lower) + 1;
            told |= scratch.Memory.TryFind(pair, own, weight, out votes) && Best(votes, 220, (ulong)own, into);
        }

        if (i + 1 < end && NameMemory.Counts(pieces[i + 1]))
        {
            ulong pair = TextHash.Combine(piece.Lower, pieces[i + 1].Lower);
            told |= scratch.Memory.TryFind(pair, own, weight, out votes) && Best(votes, 222, (ulong)own, into);
        }

        if ((piece.Flags & PieceFlags.AllCaps) != 0 && scratch.Memory.TryFindLongForm(text[piece.Start..piece.End], out votes))
        {
            told |= Best(votes, 224, ownType, into);
        }

        if (told)
        {
            into.Add(200, (ulong)own);
        }

        return told;
    }

    private static bool Word(in NameMemory.Votes votes, in Piece piece, int own, ulong ownType, FeatureBuffer into)
    {
        Span<float> types = stackalloc float[EntityLabels.TypeCount + 1];
        types.Clear();
        float total = 0;
        int label = 0;
        for (int k = 0; k < EntityLabels.LabelCount; k++)
        {
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
        for (int k = 1; k < EntityLabels.LabelCount; k++)
        {
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
    private static bool Between(EntityScratch scratch, int first, int end, int i, FeatureBuffer into)
    {
        if (i == first || i + 1 >= end || !NameMemory.Counts(scratch.Pieces[i - 1]) || !NameMemory.Counts(scratch.Pieces[i + 1]))
        {
            return false;
        }

        bool told = scratch.Memory.TryFind(scratch.Pieces[i - 1].Lower, scratch.PieceLabels[i - 1], scratch.PieceWeights[i - 1], out NameMemory.Votes votes) && Best(votes, 226, scratch.PieceLabels[i], into);
        told |= scratch.Memory.TryFind(scratch.Pieces[i + 1].Lower, scratch.PieceLabels[i + 1], scratch.PieceWeights[i + 1], out votes) && Best(votes, 228, scratch.PieceLabels[i], into);
        return told;
    }

    private static bool Best(in NameMemory.Votes votes, int template, ulong own, FeatureBuffer into)
    {
        float total = 0;
        int label = 0;
        for (int k = 0; k < EntityLabels.LabelCount; k++)
        {
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
