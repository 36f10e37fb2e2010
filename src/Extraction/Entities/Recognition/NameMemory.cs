namespace Extraction;

/// <summary>
/// What the first pass made of the article's words: for each word, pair of words and set of initials, how much weight each label got. The second pass asks it at each place for what
/// the other places say ('Okello' alone, after 'Joseph Okello' above; 'EBA' after 'Export Bureau of Africa'), leaving out the place's own vote.
/// </summary>
internal sealed class NameMemory
{
    private const ulong InitialsSeed = 0xAC0;
    private const ulong PhraseSeed = 0xB0D;
    private readonly KeyNumbers _keys = new();
    private LabelVotes[] _votes = new LabelVotes[256];

    public void Collect(ReadOnlySpan<char> text, EntityScratch scratch)
    {
        _keys.Clear(scratch.Count);
        Piece[] pieces = scratch.Pieces;
        foreach ((int first, int end) in scratch.Sentences)
        {
            for (int i = first; i < end; i++)
            {
                if (!Counts(pieces[i]))
                {
                    continue;
                }

                ref readonly FirstReading own = ref scratch.First[i];
                Vote(pieces[i].Lower, own);
                if (i + 1 < end && Counts(pieces[i + 1]))
                {
                    // Pairs are asked for from both sides: the first word's label under one key, the second's under another.
                    ulong pair = TextHash.Combine(pieces[i].Lower, pieces[i + 1].Lower);
                    Vote(pair, own);
                    Vote(pair + 1, scratch.First[i + 1]);
                }
            }
        }

        foreach (FoundMention found in scratch.FirstFound)
        {
            if (found.End - found.First >= 2)
            {
                int single = EntityLabels.Of(found.Type, EntityLabels.Single);
                Vote(Phrase(pieces, found), single, found.Probability);
                ulong initials = Initials(text, pieces, found);
                if (initials != 0)
                {
                    Vote(initials, single, found.Probability);
                }
            }
        }
    }

    /// <summary>Words that vote and are voted on: capitalised ones and handles.</summary>
    public static bool Counts(in Piece piece) => (piece.Flags & PieceFlags.Candidate) != 0 && (piece.Flags & (PieceFlags.Capital | PieceFlags.Handle)) != 0;

    /// <summary>The votes on a word, less those of one place.</summary>
    public bool TryFind(ulong key, in FirstReading own, out LabelVotes votes)
    {
        int at = _keys.Find(key);
        if (at < 0)
        {
            votes = default;
            return false;
        }

        votes = _votes[at];
        for (int k = 0; k < own.Count; k++)
        {
            votes.Remove(own.Labels[k], own.Parts[k]);
        }

        return true;
    }

    /// <summary>The votes on a name of several words, less its own.</summary>
    public bool TryFindPhrase(Piece[] pieces, in FoundMention own, out LabelVotes votes)
    {
        int at = _keys.Find(Phrase(pieces, own));
        if (at < 0)
        {
            votes = default;
            return false;
        }

        votes = _votes[at];
        votes.Remove(EntityLabels.Of(own.Type, EntityLabels.Single), own.Probability);
        return true;
    }

    /// <summary>The votes on the long forms whose initials a word of capitals is.</summary>
    public bool TryFindLongForm(ReadOnlySpan<char> word, out LabelVotes votes)
    {
        ulong key = InitialsSeed;
        int letters = 0;
        foreach (char c in word)
        {
            if (char.IsLetter(c))
            {
                key = FeatureHash.Of(902, key, TextHash.Fold(c));
                letters++;
            }
        }

        int at = letters is >= 2 and <= 8 ? _keys.Find(key) : -1;
        votes = at >= 0 ? _votes[at] : default;
        return at >= 0;
    }

    private static ulong Initials(ReadOnlySpan<char> text, Piece[] pieces, FoundMention found)
    {
        ulong key = InitialsSeed;
        int letters = 0;
        for (int i = found.First; i < found.End; i++)
        {
            if ((pieces[i].Flags & PieceFlags.Capital) != 0)
            {
                key = FeatureHash.Of(902, key, TextHash.Fold(text[pieces[i].Start]));
                letters++;
            }
        }

        return letters is >= 2 and <= 8 ? key : 0;
    }

    private static ulong Phrase(Piece[] pieces, in FoundMention name)
    {
        ulong key = PhraseSeed;
        for (int i = name.First; i < name.End; i++)
        {
            key = FeatureHash.Of(903, key, pieces[i].Lower);
        }

        return key;
    }

    private void Vote(ulong key, in FirstReading reading)
    {
        int at = Number(key);
        ref LabelVotes votes = ref _votes[at];
        for (int k = 0; k < reading.Count; k++)
        {
            votes.Add(reading.Labels[k], reading.Parts[k]);
        }
    }

    private void Vote(ulong key, int label, float weight)
    {
        int at = Number(key);
        _votes[at].Add(label, weight);
    }

    private int Number(ulong key)
    {
        int at = _keys.Add(key, out bool added);
        if (added)
        {
            if (at == _votes.Length)
            {
                Array.Resize(ref _votes, at * 2);
            }

            _votes[at] = default;
        }

        return at;
    }
}
