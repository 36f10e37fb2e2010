namespace Extraction;

/// <summary>From tokens to pieces: hyphens, and what each piece is by its letters.</summary>
internal sealed partial class PieceReader
{
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
}
