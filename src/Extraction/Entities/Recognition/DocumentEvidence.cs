namespace Extraction;

/// <summary>What the article elsewhere says of a capitalised word: whether it also stands in lower case, capitalised inside a sentence, what stood before and after it, in what lists its neighbours are.</summary>
internal sealed class DocumentEvidence
{
    public const int Neighbours = 6;

    private int[] _slots = [];
    private Word[] _words = new Word[256];
    private int _count;

    public void Collect(Piece[] pieces, List<(int First, int End)> sentences)
    {
        int total = sentences.Count == 0 ? 0 : sentences[^1].End;
        int size = 256;
        while (size < total * 2)
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
        foreach ((int first, int end) in sentences)
        {
            for (int i = first; i < end; i++)
            {
                if ((pieces[i].Flags & PieceFlags.Capital) != 0)
                {
                    Note(pieces, i, first, end);
                }
            }
        }

        foreach ((int first, int end) in sentences)
        {
            for (int i = first; i < end; i++)
            {
                if ((pieces[i].Flags & PieceFlags.LowerWord) != 0)
                {
                    int at = IndexOf(pieces[i].Lower);
                    if (at >= 0)
                    {
                        _words[at].Lower++;
                    }
                }
            }
        }
    }

    /// <summary>What is known of a word.</summary>
    public bool TryFind(ulong lower, out Word word)
    {
        int at = IndexOf(lower);
        word = at >= 0 ? _words[at] : default;
        return at >= 0;
    }

    private void Note(Piece[] pieces, int i, int first, int end)
    {
        int at = IndexOrAdd(pieces[i].Lower); // may move the array
        ref Word word = ref _words[at];
        bool plain = (pieces[i].Flags & (PieceFlags.TitleLine | PieceFlags.CapsLine)) == 0;
        word.Capital++;
        if (plain && i > first)
        {
            word.Inside++;
        }

        if (!plain)
        {
            return;
        }

        if (word.Seen < Neighbours)
        {
            word.Before[word.Seen] = i > first ? pieces[i - 1].Lower : 1;
            word.After[word.Seen] = i + 1 < end ? pieces[i + 1].Lower : 1;
            word.Seen++;
        }

        if (i > first && (pieces[i - 1].Flags & PieceFlags.Capital) != 0)
        {
            word.ListsBefore |= pieces[i - 1].Alone;
        }

        if (i + 1 < end && (pieces[i + 1].Flags & PieceFlags.Capital) != 0)
        {
            word.ListsAfter |= pieces[i + 1].Alone;
        }

        word.Within |= pieces[i].Within;
        if (pieces[i].RunEnd > pieces[i].RunStart && word.Runs == 0)
        {
            word.Runs = 1;
            word.RunFirst = pieces[pieces[i].RunStart].Lower;
            word.RunLast = pieces[pieces[i].RunEnd].Lower;
            word.RunPlace = i == pieces[i].RunStart ? 1 : i == pieces[i].RunEnd ? 3 : 2;
        }
    }

    private int IndexOf(ulong lower)
    {
        if (_slots.Length == 0)
        {
            return -1;
        }

        int mask = _slots.Length - 1;
        int at = (int)(lower >> 24) & mask;
        while (_slots[at] != 0)
        {
            if (_words[_slots[at] - 1].Key == lower)
            {
                return _slots[at] - 1;
            }

            at = (at + 1) & mask;
        }

        return -1;
    }

    private int IndexOrAdd(ulong lower)
    {
        int mask = _slots.Length - 1;
        int at = (int)(lower >> 24) & mask;
        while (_slots[at] != 0)
        {
            if (_words[_slots[at] - 1].Key == lower)
            {
                return _slots[at] - 1;
            }

            at = (at + 1) & mask;
        }

        if (_count == _words.Length)
        {
            Array.Resize(ref _words, _count * 2);
        }

        _words[_count] = new Word { Key = lower };
        _slots[at] = ++_count;
        return _count - 1;
    }

    /// <summary>One word's evidence.</summary>
    internal struct Word
    {
        public ulong Key;
        public int Lower;
        public int Capital;

        /// <summary>Capitalised inside an ordinary sentence.</summary>
        public int Inside;
        public int Seen;
        public uint ListsBefore;
        public uint ListsAfter;
        public uint Within;

        /// <summary>The first longer run of capitalised words it stood in: its first and last word, and its own place (1 first, 2 inside, 3 last).</summary>
        public int Runs;
        public int RunPlace;
        public ulong RunFirst;
        public ulong RunLast;
        public Six Before;
        public Six After;
    }

    [System.Runtime.CompilerServices.InlineArray(Neighbours)]
    internal struct Six
    {
        private ulong _first;
    }
}
