namespace Extraction;

/// <summary>Which pieces may be part of a name.</summary>
internal sealed partial class PieceReader
{
    /// <summary>Most pieces that are no name words between two of one name: 'Ministry of Finance and the Economy'.</summary>
    private const int LongestBridge = 3;
    private const int LongestElection = 9;
    private const int LongestNickname = 4;
    private static readonly HashLexicon Officials = HashLexicon.OfWords("ambassadors chiefs governors leaders ministers secretaries");
    private static readonly HashLexicon Gatherings = HashLexicon.OfWords("conference dialogue meeting summit");
    private static readonly ulong In = TextHash.Lower("in");
    private static readonly ulong Of = TextHash.Lower("of");

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
        MarkYears(pieces);
        MarkOccasions(pieces);
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

    /// <summary>'[Copyright Act of 1976]': a year after 'of' belongs to the names of laws, which the model tells from 'the Bush of 2004'.</summary>
    private static void MarkYears(Span<Piece> pieces)
    {
        for (int i = 2; i < pieces.Length; i++)
        {
            if (IsYear(pieces[i]) && pieces[i - 1].Lower == Of && (pieces[i - 2].Flags & (PieceFlags.Capital | PieceFlags.Candidate)) == (PieceFlags.Capital | PieceFlags.Candidate))
            {
                pieces[i - 1].Flags |= PieceFlags.Candidate;
                pieces[i].Flags |= PieceFlags.Candidate;
            }
        }
    }

    /// <summary>'[Caspian Energy Ministers meeting]': what officials do together may end the name of an occasion; where they just meet ('Energy Ministers meeting in Baku agreed'), the model tells.</summary>
    private static void MarkOccasions(Span<Piece> pieces)
    {
        for (int i = 1; i < pieces.Length; i++)
        {
            if ((pieces[i].Flags & PieceFlags.LowerWord) != 0 && (pieces[i - 1].Flags & (PieceFlags.Capital | PieceFlags.Candidate)) == (PieceFlags.Capital | PieceFlags.Candidate)
                && Gatherings.Contains(pieces[i].Lower) && Officials.Contains(pieces[i - 1].Lower))
            {
                pieces[i].Flags |= PieceFlags.Candidate;
            }
        }
    }

    /// <summary>'[Rosalind "Roz" Ketteridge]': the quotation marks about a name within a name belong to it.</summary>
    private static void MarkNicknames(ReadOnlySpan<char> text, Span<Piece> pieces)
    {
        const PieceFlags Name = PieceFlags.Capital | PieceFlags.Candidate;
        for (int i = 1; i + 3 < pieces.Length; i++)
        {
            if (!IsQuote(text, pieces[i]) || pieces[i].Start == pieces[i - 1].End || (pieces[i - 1].Flags & Name) != Name || pieces[i + 1].Start != pieces[i].End)
            {
                continue;
            }

            int close = i + 1;
            while (close + 1 < pieces.Length && close - i < LongestNickname && (pieces[close].Flags & Name) == Name)
            {
                close++;
            }

            if (close > i + 1 && IsQuote(text, pieces[close]) && pieces[close].Start == pieces[close - 1].End && close + 1 < pieces.Length && (pieces[close + 1].Flags & Name) == Name
                && pieces[close + 1].Start > pieces[close].End)
            {
                pieces[i].Flags |= PieceFlags.Candidate;
                pieces[close].Flags |= PieceFlags.Candidate;
                i = close;
            }
        }
    }

    private static bool IsQuote(ReadOnlySpan<char> text, in Piece piece) => piece.End - piece.Start == 1 && text[piece.Start] is '"' or '“' or '”' or '‘' or '’' or '\'';

    private static bool IsYear(in Piece piece) => (piece.Flags & PieceFlags.Digit) != 0 && piece.End - piece.Start == 4;

    private bool Bridges(in Piece piece) => lexicon.IsBridge(piece.Lower);

    /// <summary>May stand first in a name in lower case, before a capital: particles and numbers.</summary>
    private bool Leads(in Piece piece) => (piece.Flags & PieceFlags.Digit) != 0 || lexicon.IsParticle(piece.Lower);
}
