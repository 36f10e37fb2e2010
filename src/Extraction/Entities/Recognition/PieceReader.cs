namespace Extraction;

/// <summary>
/// Reads a sentence's tokens as pieces: splits hyphenated tokens where only a part can be a name, finds which pieces may be part of a name, and looks the words up.
/// Only those pieces are labelled: lower-case words are no names, except particles inside ('Osama bin Laden', 'Bank of England'), so most of an article costs next to nothing.
/// </summary>
internal sealed class PieceReader(EntityLexicon lexicon)
{
    /// <summary>Most pieces that are no name words between two of one name: 'Ministry of Finance and the Economy'.</summary>
    private const int LongestBridge = 3;

    private const int LongestPhrase = 7;
    private const int LongestElection = 9;
    private static readonly ulong In = TextHash.Lower("in");

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
        MarkRuns(pieces, first);
        LookUp(text, pieces);
        DropStarters(pieces);
        scratch.Sentences.Add((first, scratch.Count));
    }

    private static void ReadToken(ReadOnlySpan<char> text, in Token token, int index, EntityScratch scratch)
    {
        if (token.Kind == TokenKind.Word && token.Length > 3 && token.Has(TokenFlags.HasHyphen))
        {
            int start = token.Start;
            bool split = false;
            for (int i = token.Start + 1; i < token.End - 1; i++)
            {
                if (text[i] is '-' or '\u2010' or '\u2011' && Splits(text[start..i], text[(i + 1)..token.End]))
                {
                    Add(text, start, i, index, scratch);
                    Add(text, i, i + 1, index, scratch);
                    start = i + 1;
                    split = true;
                }
            }

            if (split)
            {
                Add(text, start, token.End, index, scratch);
                return;
            }
        }

        ref Piece piece = ref scratch.Add();
        piece.Start = token.Start;
        piece.End = token.End;
        piece.Token = index;
        piece.Hash = token.Hash;
        piece.Lower = token.LowerHash;
        piece.Flags = FlagsOf(token, text);
    }

    /// <summary>Whether a hyphen stands between a name and a word that is none: 'London-based', 'pro-Syrian', 'U.S.-led'; but 'al-Qaida', 'Covid-19', 'Jean-Pierre' and 'Coca-Cola' are whole.</summary>
    private static bool Splits(ReadOnlySpan<char> left, ReadOnlySpan<char> rest)
    {
        int hyphen = rest.IndexOf('-');
        ReadOnlySpan<char> right = hyphen > 0 ? rest[..hyphen] : rest;
        if (left.IsEmpty || right.IsEmpty || !char.IsLetter(left[0]) || !char.IsLetter(right[0]))
        {
            return false;
        }

        bool leftCapital = char.IsUpper(left[0]);
        bool rightCapital = char.IsUpper(right[0]);
        if (leftCapital && !rightCapital)
        {
            // 'Guinea-based', 'London-bound', but not 'Wai-ching', 'Jong-un', 'Port-au-Prince': Chinese and Korean syllables are short.
            return hyphen < 0 && ((right.Length >= 4 && right.EndsWith("ed")) || (right.Length >= 7 && right.EndsWith("ing")) || IsPlainTail(right));
        }

        return !leftCapital && rightCapital && left is not ("al" or "el" or "as" or "ad" or "an" or "ar" or "at" or "az" or "ash" or "ul" or "ur" or "es" or "bin" or "ibn" or "d" or "o" or "e" or "i" or "u" or "ould" or "de" or "la" or "le" or "ed" or "et" or "eth");
    }

    private static bool IsPlainTail(ReadOnlySpan<char> tail) => tail is
        "style" or "wide" or "language" or "era" or "trained" or "made" or "born" or "run" or "held" or "built" or "friendly" or "free" or "like" or "type" or "only" or "bound" or "brokered"
        or "speaker" or "speakers" or "area" or "aligned" or "leaning" or "wing" or "controlled" or "dominated" or "majority" or "minority" or "inspired" or "origin" or "level" or "elect"
        or "mediated" or "sponsored" or "linked" or "owned" or "wing's" or "loyal" or "sourced" or "area's" or "centric" or "strong" or "registered" or "skeptic" or "sceptic" or "sceptics" or "themed" or "tested" or "sized" or "winner" or "champion" or "native" or "brand" or "bashing" or "esque" or "ish" or "fuelled" or "led" or "winning" or "based" or "backed";

    private static void Add(ReadOnlySpan<char> text, int start, int end, int index, EntityScratch scratch)
    {
        Token part = Token.Create(text, start, end - start, char.IsLetterOrDigit(text[start]) ? TokenKind.Word : TokenKind.Punctuation, TokenFlags.None);
        ref Piece piece = ref scratch.Add();
        piece.Start = start;
        piece.End = end;
        piece.Token = index;
        piece.Hash = part.Hash;
        piece.Lower = part.LowerHash;
        piece.Flags = FlagsOf(part, text);
    }

    private static PieceFlags FlagsOf(in Token token, ReadOnlySpan<char> text)
    {
        PieceFlags flags = PieceFlags.None;
        char c = text[token.Start];
        if (token.Has(TokenFlags.Capitalized))
        {
            flags |= PieceFlags.Capital;
        }

        if (token.Has(TokenFlags.AllCaps))
        {
            flags |= PieceFlags.AllCaps;
        }

        if (char.IsDigit(c))
        {
            flags |= PieceFlags.Digit;
        }
        else if (!token.Has(TokenFlags.HasLetter))
        {
            flags |= PieceFlags.Mark;
        }
        else if (char.IsLower(c))
        {
            flags |= PieceFlags.LowerWord;
        }

        switch (token.Kind)
        {
            case TokenKind.Handle when !token.Has(TokenFlags.SpaceBefore) && token.Start > 0 && char.IsLetterOrDigit(text[token.Start - 1]):
                // A piece of an address: 'jane.roe @example'.
                break;
            case TokenKind.Handle:
                flags |= PieceFlags.Handle | PieceFlags.Candidate;
                break;
            case TokenKind.Word when IsFileName(token.In(text)):
                break;
            case TokenKind.Word or TokenKind.Number when token.Has(TokenFlags.Capitalized) || token.Has(TokenFlags.InnerCapital):
                flags |= PieceFlags.Candidate;
                break;
            case TokenKind.Word when char.IsLetter(c) && !char.IsLower(c):
                // Letters without case.
                flags |= PieceFlags.Candidate;
                break;
        }

        return flags;
    }

    private static bool IsFileName(ReadOnlySpan<char> word)
    {
        int stop = word.LastIndexOf('.');
        return stop > 0 && word[(stop + 1)..] is "doc" or "docx" or "pdf" or "xls" or "xlsx" or "htm" or "html" or "txt" or "jpg" or "jpeg" or "png" or "gif" or "zip" or "ppt" or "csv" or "exe";
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

    /// <summary>Names written small, as in mail and posts ('from delhi to san francisco'): words of the gazetteers that open text never writes small.</summary>
    private void MarkLowerNames(Span<Piece> pieces)
    {
        const uint Names = (1u << (int)GazetteerList.Country) | (1u << (int)GazetteerList.BigCity) | (1u << (int)GazetteerList.State) | (1u << (int)GazetteerList.First) | (1u << (int)GazetteerList.Org);
        for (int i = 0; i < pieces.Length; i++)
        {
            if ((pieces[i].Flags & PieceFlags.LowerWord) == 0 || pieces[i].End - pieces[i].Start < 3)
            {
                continue;
            }

            ulong key = PhraseTable.Join(0, pieces[i].Lower);
            uint lists = lexicon.Phrases.Find(key);
            if ((lists & Names) != 0 && !lexicon.IsKnownLower(pieces[i].Lower))
            {
                pieces[i].Flags |= PieceFlags.Candidate;
            }
            else if ((lists & PhraseTable.GoesOn) != 0 && i + 1 < pieces.Length && (pieces[i + 1].Flags & PieceFlags.LowerWord) != 0
                && (lexicon.Phrases.Find(PhraseTable.Join(key, pieces[i + 1].Lower)) & Names & ~(1u << (int)GazetteerList.First)) != 0
                && !(lexicon.IsKnownLower(pieces[i].Lower) && lexicon.IsKnownLower(pieces[i + 1].Lower)))
            {
                pieces[i].Flags |= PieceFlags.Candidate;
                pieces[i + 1].Flags |= PieceFlags.Candidate;
            }
        }
    }

    private void MarkCandidates(Span<Piece> pieces)
    {
        int last = -1; // the candidate before
        for (int i = 0; i < pieces.Length; i++)
        {
            if ((pieces[i].Flags & PieceFlags.Candidate) == 0)
            {
                // 'Boeing 747'
                if ((pieces[i].Flags & PieceFlags.Digit) != 0 && last == i - 1 && last >= 0 && (pieces[last].Flags & PieceFlags.Digit) == 0)
                {
                    pieces[i].Flags |= PieceFlags.Candidate;
                    last = i;
                }

                continue;
            }

            // 'van der Merwe', '20th Century Fox', 'Bank of England'
            int from = i;
            while (from - 1 > last && from > i - LongestBridge && (Bridges(pieces[from - 1]) || (from == i && (pieces[i - 1].Flags & PieceFlags.Digit) != 0)))
            {
                from--;
            }

            bool joined = last >= 0 && from - 1 == last;
            if (!joined)
            {
                while (from < i && !Leads(pieces[from]))
                {
                    from++;
                }
            }

            for (int k = from; k < i; k++)
            {
                pieces[k].Flags |= PieceFlags.Candidate;
            }

            last = i;
        }

        MarkElections(pieces);
        for (int i = 0; i < pieces.Length; i++)
        {
            if ((pieces[i].Flags & PieceFlags.Candidate) != 0)
            {
                for (int k = Math.Max(0, i - 2); k < Math.Min(pieces.Length, i + 3); k++)
                {
                    pieces[k].Flags |= PieceFlags.Near;
                }
            }
        }
    }

    /// <summary>'[2005 United Kingdom general election]' is one name, an event: the lower-case words after a name that begins with a year, or a month and a year, and the place after 'in'.</summary>
    private void MarkElections(Span<Piece> pieces)
    {
        for (int i = 1; i < pieces.Length; i++)
        {
            if ((pieces[i].Flags & (PieceFlags.LowerWord | PieceFlags.Candidate)) != PieceFlags.LowerWord || (pieces[i - 1].Flags & PieceFlags.Candidate) == 0 || !lexicon.IsElectionWord(pieces[i].Lower))
            {
                continue;
            }

            int first = i - 1;
            while (first > 0 && i - first < LongestElection && !IsYear(pieces[first]) && (pieces[first - 1].Flags & PieceFlags.Candidate) != 0)
            {
                first--;
            }

            if (!IsYear(pieces[first]) || first == i - 1)
            {
                continue;
            }

            const uint Date = 1u << (int)GazetteerList.Date;
            first -= first > 0 && (pieces[first - 1].Flags & PieceFlags.Candidate) != 0 && (lexicon.Phrases.Find(PhraseTable.Join(0, pieces[first - 1].Lower)) & Date) != 0 ? 1 : 0;
            int end = i + 1;
            while (end < pieces.Length && (pieces[end].Flags & PieceFlags.LowerWord) != 0 && lexicon.IsElectionWord(pieces[end].Lower))
            {
                end++;
            }

            // 'special election in [Oregon]'
            end += end + 1 < pieces.Length && pieces[end].Lower == In && (pieces[end + 1].Flags & PieceFlags.Capital) != 0 ? 1 : 0;
            for (int k = first; k < end; k++)
            {
                pieces[k].Flags |= PieceFlags.Election | PieceFlags.Candidate;
            }

            i = end - 1;
        }
    }

    private static bool IsYear(in Piece piece) => (piece.Flags & PieceFlags.Digit) != 0 && piece.End - piece.Start == 4;

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

    private bool Bridges(in Piece piece) => lexicon.IsBridge(piece.Lower);

    /// <summary>May stand first in a name in lower case, before a capital: particles and numbers.</summary>
    private bool Leads(in Piece piece) => (piece.Flags & PieceFlags.Digit) != 0 || lexicon.IsParticle(piece.Lower);

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
            | (1u << (int)GazetteerList.EventWord) | (1u << (int)GazetteerList.FacilityWord) | (1u << (int)GazetteerList.ProductWord);
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
