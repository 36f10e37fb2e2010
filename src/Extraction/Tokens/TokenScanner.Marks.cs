namespace Extraction;

/// <content>Numbers, punctuation and symbols.</content>
internal ref partial struct TokenScanner
{
    // Words whose apostrophe stands for their beginning: "Get 'em", "’til".
    private static readonly HashLexicon Clipped = HashLexicon.OfWords("em til tis twas cuz");

    private void Number() => Emit(_at, EndOfNumber(_at), TokenKind.Number);

    private readonly int EndOfNumber(int i)
    {
        for (i++; i < _text.Length; i++)
        {
            char c = _text[i];
            switch (CharClasses.Of(c))
            {
                case CharClass.Digit or CharClass.Letter or CharClass.Upper or CharClass.Underscore:
                    continue;
                case CharClass.Stop or CharClass.Mark when c is '.' or ',' or ':' or '/' && CharClasses.IsDigit(_text[i - 1]) && CharClasses.IsDigit(Peek(i + 1)):
                    continue;
                case CharClass.Hyphen when CharClasses.IsDigit(_text[i - 1]) && CharClasses.IsDigit(Peek(i + 1)):
                    continue;
            }

            break;
        }

        return i;
    }

    private void Stop()
    {
        int start = _at;
        int end = RunOf('.', start);
        if (end - start > 1 || !StartsWord(start))
        {
            Emit(start, end, TokenKind.Punctuation);
            return;
        }

        if (CharClasses.IsDigit(Peek(end)))
        {
            // "a .22 rifle"
            Emit(start, EndOfNumber(end), TokenKind.Number);
            return;
        }

        // ".DJI", ".doc", but " .Then" is a stop that lost its place.
        int letters = end;
        int uppers = 0;
        while (letters - end <= 5 && CharClasses.IsLetter(Peek(letters)))
        {
            uppers += CharClasses.IsUpper(_text[letters]) ? 1 : 0;
            letters++;
        }

        bool name = letters - end is >= 2 and <= 5 && (uppers == 0 || uppers == letters - end) && !CharClasses.IsWordChar(Peek(letters));
        Emit(start, name ? letters : end, name ? TokenKind.Word : TokenKind.Punctuation);
    }

    private void Mark(char c)
    {
        int start = _at;
        if (c is ':' or ';' && StartsWord(start))
        {
            int mouth = Peek(start + 1) == '-' ? start + 2 : start + 1;
            if (Peek(mouth) is ')' or '(' or 'D' or 'P' && (mouth + 1 >= _text.Length || !CharClasses.IsWordChar(_text[mouth + 1])))
            {
                Emit(start, mouth + 1, TokenKind.Symbol);
                return;
            }
        }

        int end = c is '–' or '—' ? RunOf(c, start) : start + 1;
        Emit(start, end, TokenKind.Punctuation);
    }

    private void Apostrophe(char c)
    {
        int start = _at;
        int end = start + 1;
        while (end - start <= 4 && CharClasses.IsWordChar(Peek(end)))
        {
            end++;
        }

        if (!StartsWord(start))
        {
            // "the U.S.'s", "1990's", "Yahoo!'s"
            if (end - start is 2 or 3 && CliticStart(start - 1, start, end) == start)
            {
                Emit(start, end, TokenKind.Clitic);
                return;
            }
        }
        else if (end - start == 4 && CharClasses.IsDigit(_text[start + 1]) && _text[start + 2] == '0' && _text[start + 3] == 's')
        {
            // "the '90s"
            Emit(start, end, TokenKind.Number);
            return;
        }
        else if (end - start is >= 3 and <= 5 && Clipped.Find(TextHash.Lower(_text[(start + 1)..end])) != 0)
        {
            Emit(start, end, TokenKind.Word);
            return;
        }
        else if (end - start == 2 && _text[start + 1] == 'n' && CharClasses.Of(Peek(end)) == CharClass.Apostrophe)
        {
            // "rock 'n' roll"
            Emit(start, end + 1, TokenKind.Word);
            return;
        }

        // '' is how some agencies write a double quotation mark.
        Emit(start, c == '\'' && Peek(start + 1) == '\'' ? start + 2 : start + 1, TokenKind.Punctuation);
    }

    private void Underscore(char c)
    {
        int end = RunOf(c, _at);
        if (end - _at == 1 && CharClasses.IsWordChar(Peek(end)))
        {
            Compound(_at);
        }
        else
        {
            Emit(_at, end, TokenKind.Symbol);
        }
    }

    private void Surrogate()
    {
        int end = _at + 1;
        if (end >= _text.Length || !char.IsSurrogatePair(_text[_at], _text[end]))
        {
            Emit(_at, end, TokenKind.Symbol);
            return;
        }

        if (IsWideLetter(_at))
        {
            Compound(_at);
            return;
        }

        // An emoji with its variation selectors, skin tones and joined emoji.
        end++;
        while (end < _text.Length)
        {
            if (_text[end] == '\uFE0F' || (_text[end] == '\uD83C' && Peek(end + 1) is >= '\uDFFB' and <= '\uDFFF'))
            {
                end += _text[end] == '\uFE0F' ? 1 : 2;
            }
            else if (_text[end] == '\u200D' && end + 2 < _text.Length && char.IsSurrogatePair(_text[end + 1], _text[end + 2]))
            {
                end += 3;
            }
            else
            {
                break;
            }
        }

        Emit(_at, end, TokenKind.Symbol);
    }
}
