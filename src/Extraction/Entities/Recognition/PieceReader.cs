namespace Extraction;

/// <summary>
/// Reads a sentence's tokens as pieces: splits hyphenated tokens where only a part can be a name, finds which pieces may be part of a name, and looks the words up.
/// Only those pieces are labelled: lower-case words are no names, except particles inside ('Osama bin Laden', 'Bank of England'), so most of an article costs next to nothing.
/// </summary>
internal sealed partial class PieceReader(EntityLexicon lexicon)
{
    private const int LongestPhrase = 7;

    /// <summary>Appends a sentence.</summary>
    public void Read(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, int firstToken, int endToken, EntityScratch scratch)
    {
        int first = scratch.Count;
        for (int t = firstToken; t < endToken; t++)
        {
            ReadToken(text, tokens[t], t, scratch);
        }

        if (scratch.Count == first)
        {
            return;
        }

        Span<Piece> pieces = scratch.Pieces.AsSpan(first, scratch.Count - first);
        pieces[0].Flags |= PieceFlags.First;
        pieces[^1].Flags |= PieceFlags.Final;
        MarkLine(text, pieces);
        MarkLowerNames(pieces);
        MarkCandidates(pieces);
        MarkNicknames(text, pieces);
        MarkRuns(pieces, first);
        LookUp(text, pieces);
        DropStarters(pieces);
        scratch.Sentences.Add((first, scratch.Count));
    }

    /// <summary>Knows headlines in title case and lines of capitals.</summary>
    private static void MarkLine(ReadOnlySpan<char> text, Span<Piece> pieces)
    {
        int capitals = 0;
        int lowers = 0;
        int shouts = 0;
        foreach (ref readonly Piece piece in pieces)
        {
            if (piece.End - piece.Start < 4 || (piece.Flags & (PieceFlags.Mark | PieceFlags.Digit)) != 0)
            {
                continue;
            }

            capitals += (piece.Flags & PieceFlags.Capital) != 0 ? 1 : 0;
            shouts += (piece.Flags & PieceFlags.AllCaps) != 0 ? 1 : 0;
            lowers += (piece.Flags & PieceFlags.LowerWord) != 0 ? 1 : 0;
        }

        PieceFlags line = shouts >= 2 && shouts * 10 >= 8 * (capitals + lowers) ? PieceFlags.CapsLine
            : capitals >= 4 && capitals * 10 >= 8 * (capitals + lowers) ? PieceFlags.TitleLine
            : PieceFlags.None;
        if (line == PieceFlags.None)
        {
            return;
        }

        foreach (ref Piece piece in pieces)
        {
            piece.Flags |= line;
            if (line == PieceFlags.CapsLine && (piece.Flags & PieceFlags.AllCaps) != 0 && piece.End - piece.Start > 1)
            {
                piece.Hash = TitleHash(text[piece.Start..piece.End]);
            }
        }
    }

    /// <summary>Hash of the word as it would stand in a sentence: 'KENYA' as 'Kenya', 'AL-QAIDA' as 'Al-Qaida'.</summary>
    private static ulong TitleHash(ReadOnlySpan<char> word)
    {
        Span<char> title = word.Length <= 64 ? stackalloc char[word.Length] : new char[word.Length];
        bool first = true;
        for (int i = 0; i < word.Length; i++)
        {
            title[i] = first ? word[i] : char.ToLowerInvariant(word[i]);
            first = !char.IsLetter(word[i]) && word[i] is not ('\'' or '’');
        }

        return TextHash.Exact(title);
    }

    /// <summary>
    /// 'The', 'In', 'Meanwhile' at the start of a sentence or of a quotation, and 'I', are no names when they stand alone; half of all stretches are of this kind and need no look at all.
    /// Words that are names as well ('Will', 'So') are left to the model.
    /// </summary>
    private static void DropStarters(Span<Piece> pieces)
    {
        const uint Function = 1u << (int)GazetteerList.Function;
        const uint Names = (1u << (int)GazetteerList.First) | (1u << (int)GazetteerList.Last) | (1u << (int)GazetteerList.Country) | (1u << (int)GazetteerList.Org) | (1u << (int)GazetteerList.State);
        const PieceFlags Line = PieceFlags.TitleLine | PieceFlags.CapsLine;
        for (int i = 0; i < pieces.Length; i++)
        {
            ref Piece piece = ref pieces[i];
            if ((piece.Alone & (Function | Names)) == Function && (piece.Flags & (PieceFlags.Candidate | Line)) == PieceFlags.Candidate
                && (i == 0 || (pieces[i - 1].Flags & PieceFlags.Candidate) == 0) && (i + 1 == pieces.Length || (pieces[i + 1].Flags & PieceFlags.Candidate) == 0)
                && (i == 0 || (pieces[i - 1].Flags & PieceFlags.Mark) != 0 || piece.End - piece.Start == 1))
            {
                piece.Flags &= ~PieceFlags.Candidate;
            }
        }
    }

    private static void MarkRuns(Span<Piece> pieces, int offset)
    {
        for (int i = 0; i < pieces.Length; i++)
        {
            if ((pieces[i].Flags & PieceFlags.Capital) == 0)
            {
                continue;
            }

            int end = i;
            while (end + 1 < pieces.Length && (pieces[end + 1].Flags & PieceFlags.Capital) != 0)
            {
                end++;
            }

            for (int k = i; k <= end; k++)
            {
                pieces[k].RunStart = offset + i;
                pieces[k].RunEnd = offset + end;
            }

            i = end;
        }
    }

    private void LookUp(ReadOnlySpan<char> text, Span<Piece> pieces)
    {
        const uint ForLower = (1u << (int)GazetteerList.Job) | (1u << (int)GazetteerList.Title) | (1u << (int)GazetteerList.OrgWord) | (1u << (int)GazetteerList.Function)
            | (1u << (int)GazetteerList.EventWord) | (1u << (int)GazetteerList.FacilityWord) | (1u << (int)GazetteerList.ProductWord) | (1u << (int)GazetteerList.LocationWord);
        for (int i = 0; i < pieces.Length; i++)
        {
            ref Piece piece = ref pieces[i];
            if ((piece.Flags & PieceFlags.Near) == 0)
            {
                continue;
            }

            (piece.Shape, piece.ShortShape) = PieceShape.Of(text[piece.Start..piece.End], (piece.Flags & (PieceFlags.CapsLine | PieceFlags.AllCaps)) == (PieceFlags.CapsLine | PieceFlags.AllCaps));
            if ((piece.Flags & PieceFlags.Mark) != 0)
            {
                continue;
            }

            piece.Clusters = lexicon.ClustersOf(piece.Hash, piece.Lower);
            bool small = (piece.Flags & (PieceFlags.LowerWord | PieceFlags.Candidate)) == PieceFlags.LowerWord || (piece.Flags & PieceFlags.Digit) != 0;
            uint keep = small ? ForLower : ~PhraseTable.GoesOn;
            ulong key = 0;
            uint best = 0;
            int length = 0;
            for (int n = 0; n < LongestPhrase && i + n < pieces.Length; n++)
            {
                key = PhraseTable.Join(key, pieces[i + n].Lower);
                uint lists = lexicon.Phrases.Find(key);
                if ((lists & keep) != 0)
                {
                    if (n == 0)
                    {
                        piece.Alone = lists & keep;
                    }

                    best = lists & keep;
                    length = n + 1;
                }

                if ((lists & PhraseTable.GoesOn) == 0)
                {
                    break;
                }
            }

            if (length > 1)
            {
                for (int k = i; k < i + length; k++)
                {
                    pieces[k].Within |= best;
                }
            }

            if ((piece.Alone & (1u << (int)GazetteerList.Masked)) != 0)
            {
                piece.Flags |= PieceFlags.Masked;
                piece.Alone &= ~(1u << (int)GazetteerList.Masked);
            }
        }
    }
}
