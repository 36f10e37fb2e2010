using System.Runtime.CompilerServices;

namespace Extraction;

/// <summary>
/// What the first pass made of the article's words: for each word, pair of words and set of initials, how much weight each label got. The second pass asks it at each place for what
/// the other places say ('Okello' alone, after 'Joseph Okello' above; 'EBA' after 'Export Bureau of Africa'), leaving out the place's own vote.
/// </summary>
internal sealed class NameMemory
{
    private const ulong InitialsSeed = 0xAC0;
    private int[] _slots = [];
    private Votes[] _votes = new Votes[256];
    private ulong[] _keys = new ulong[256];
    private int _count;

    public void Collect(ReadOnlySpan<char> text, EntityScratch scratch)
    {
        int size = 1024;
        while (size < scratch.Count * 2)
        {
            size *= 2;
        }

        if (_slots.Length < size)
        {
            _slots = new int[size];
        }
        else
        {
            Array.Clear(_slots);
        }

        _count = 0;
        Piece[] pieces = scratch.Pieces;
        foreach ((int first, int end) in scratch.Sentences)
        {
            for (int i = first; i < end; i++)
            {
                if (!Counts(pieces[i]))
                {
                    continue;
                }

                int label = scratch.PieceLabels[i];
                float weight = scratch.PieceWeights[i];
                Vote(pieces[i].Lower, label, weight);
                if (i + 1 < end && Counts(pieces[i + 1]))
                {
                    // Pairs are asked for from both sides: the first word's label under one key, the second's under another.
                    ulong pair = TextHash.Combine(pieces[i].Lower, pieces[i + 1].Lower);
                    Vote(pair, label, weight);
                    Vote(pair + 1, scratch.PieceLabels[i + 1], scratch.PieceWeights[i + 1]);
                }
            }
        }

        foreach (FoundMention found in scratch.Found)
        {
            if (found.End - found.First >= 2)
            {
                ulong initials = Initials(text, pieces, found);
                if (initials != 0)
                {
                    Vote(initials, EntityLabels.Of(found.Type, EntityLabels.Single), found.Probability);
                }
            }
        }
    }

    /// <summary>Words that vote and are voted on: capitalised ones and handles.</summary>
    public static bool Counts(in Piece piece) => (piece.Flags & PieceFlags.Candidate) != 0 && (piece.Flags & (PieceFlags.Capital | PieceFlags.Handle)) != 0;

    /// <summary>The votes on a word, less those of one place.</summary>
    public bool TryFind(ulong key, int ownLabel, float ownWeight, out Votes votes)
    {
        int at = IndexOf(key);
        if (at < 0)
        {
            votes = default;
            return false;
        }

        votes = _votes[at];
        votes[ownLabel] = MathF.Max(0, votes[ownLabel] - ownWeight);
        return true;
    }

    /// <summary>The votes on the long forms whose initials a word of capitals is.</summary>
    public bool TryFindLongForm(ReadOnlySpan<char> word, out Votes votes)
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

        int at = letters is >= 2 and <= 8 ? IndexOf(key) : -1;
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

    private void Vote(ulong key, int label, float weight)
    {
        int at = IndexOrAdd(key);
        _votes[at][label] += weight;
    }

    private int IndexOf(ulong key)
    {
        if (_slots.Length == 0)
        {
            return -1;
        }

        int mask = _slots.Length - 1;
        int at = (int)(key >> 24) & mask;
        while (_slots[at] != 0)
        {
            if (_keys[_slots[at] - 1] == key)
            {
                return _slots[at] - 1;
            }

            at = (at + 1) & mask;
        }

        return -1;
    }

    private int IndexOrAdd(ulong key)
    {
        int found = IndexOf(key);
        if (found >= 0)
        {
            return found;
        }

        if (_count == _keys.Length)
        {
            Array.Resize(ref _keys, _count * 2);
            Array.Resize(ref _votes, _count * 2);
        }

        if (_count * 2 >= _slots.Length)
        {
            Rehash();
        }

        int mask = _slots.Length - 1;
        int at = (int)(key >> 24) & mask;
        while (_slots[at] != 0)
        {
            at = (at + 1) & mask;
        }

        _keys[_count] = key;
        _votes[_count] = default;
        _slots[at] = ++_count;
        return _count - 1;
    }

    private void Rehash()
    {
        _slots = new int[_slots.Length * 2];
        int mask = _slots.Length - 1;
        for (int i = 0; i < _count; i++)
        {
            int at = (int)(_keys[i] >> 24) & mask;
            while (_slots[at] != 0)
            {
                at = (at + 1) & mask;
            }

            _slots[at] = i + 1;
        }
    }

    /// <summary>Weight of each label.</summary>
    [InlineArray(EntityLabels.LabelCount)]
    internal struct Votes
    {
        private float _first;
    }
}
