namespace Extraction;

/// <summary>What the article elsewhere says of a capitalised word: whether it also stands in lower case, capitalised inside a sentence, what stood before and after it, in what lists its neighbours are.</summary>
internal sealed class DocumentEvidence
{
    public const int Neighbours = 6;

    private readonly KeyNumbers _keys = new();
    private Word[] _words = new Word[256];

    public void Collect(Piece[] pieces, List<(int First, int End)> sentences)
    {
        int total = sentences.Count == 0 ? 0 : sentences[^1].End;
        _keys.Clear(total / 2);
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
                    int at = _keys.Find(pieces[i].Lower);
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
        int at = _keys.Find(lower);
        word = at >= 0 ? _words[at] : default;
        return at >= 0;
    }

    private void Note(Piece[] pieces, int i, int first, int end)
    {
        int at = _keys.Add(pieces[i].Lower, out bool added);
        if (added)
        {
            if (at == _words.Length)
            {
                Array.Resize(ref _words, at * 2);
            }

            _words[at] = default;
        }

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

    /// <summary>One word's evidence.</summary>
    internal struct Word
    {
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
