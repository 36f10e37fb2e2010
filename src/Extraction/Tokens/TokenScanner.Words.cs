namespace Extraction;

/// <content>Words, their clitics and their stops.</content>
internal ref partial struct TokenScanner
{
    private const int LongestDottedAbbreviation = 8;

    // Words that Penn and UD split, after the third letter, though nothing in their shape says so: "We cannot say what he is gonna do."
    private const int ContractionCut = 3;

    private static readonly HashLexicon Contractions = HashLexicon.OfWords("cannot gonna gotta lotta outta wanna gimme lemme", ContractionCut);

    private void Word()
    {
        ReadOnlySpan<char> text = _text;
        int start = _at;
        int i = start;
        ulong exact = TextHash.Seed;
        ulong lower = TextHash.Seed;
        int uppers = 0;
        char c;
        while (true)
        {
            c = text[i];
            if ((uint)(c - 'a') <= 'z' - 'a')
            {
                exact = TextHash.Step(exact, c);
                lower = TextHash.Step(lower, c);
            }
            else if ((uint)(c - 'A') <= 'Z' - 'A')
            {
                uppers++;
                exact = TextHash.Step(exact, c);
                lower = TextHash.Step(lower, (char)(c | 0x20));
            }
            else
            {
                break;
            }

            if (++i == text.Length)
            {
                c = '\0';
                break;
            }
        }

        if (i == start || !EndsPlainWord(c))
        {
            Compound(start);
            return;
        }

        int length = i - start;
        lower = TextHash.Finish(lower);
        if (length is 5 or 6 && Contractions.Find(lower) is > 0 and ushort split)
        {
            Emit(start, start + split, TokenKind.Word);
            Emit(start + split, i, TokenKind.Clitic);
            return;
        }

        TokenFlags flags = _position | TokenFlags.HasLetter;
        if (uppers > 0)
        {
            bool first = text[start] <= 'Z';
            flags |= (first ? TokenFlags.Capitalized : TokenFlags.None)
                | (uppers > (first ? 1 : 0) ? TokenFlags.InnerCapital : TokenFlags.None)
                | (uppers == length && length > 1 ? TokenFlags.AllCaps : TokenFlags.None);
        }

        if (uppers < length)
        {
            flags |= TokenFlags.HasLower;
        }

        _tokens.Add(new Token(start, length, TextHash.Finish(exact), lower, TokenKind.Word, flags));
        _position = TokenFlags.None;
        _at = i;
    }

    /// <summary>What stands after a run of letters leaves it a word by itself, with nothing to join or to look at.</summary>
    private static bool EndsPlainWord(char c) => CharClasses.Of(c) switch
    {
        CharClass.Space or CharClass.LineBreak or CharClass.Bang or CharClass.Repeated or CharClass.Symbol or CharClass.At or CharClass.Hash => true,
        CharClass.Mark => c is not ('&' or '/' or ':'),
        _ => false,
    };

    /// <summary>A word with something in or after it that is not an ASCII letter.</summary>
    private void Compound(int start)
    {
        ReadOnlySpan<char> text = _text;
        int i = start;
        int segment = start;
        bool apostrophe = false;
        bool dotted = false;
        bool more = true;
        while (more && i < text.Length)
        {
            char next = Peek(i + 1);
            switch (CharClasses.Of(text[i]))
            {
                case CharClass.Letter or CharClass.Upper or CharClass.Digit or CharClass.Underscore:
                    i++;
                    break;
                case CharClass.Surrogate when IsWideLetter(i):
                    i += 2;
                    break;
                case CharClass.Format when CharClasses.IsLetter(next):
                    i++;
                    break;
                case CharClass.Apostrophe when i > start && CharClasses.IsLetter(next):
                    apostrophe = true;
                    i++;
                    break;
                case CharClass.Hyphen when CharClasses.IsWordChar(next):
                    i++;
                    segment = i;
                    break;
                case CharClass.Stop when JoinsAtStop(start, segment, i):
                    i++;
                    segment = i;
                    dotted = true;
                    break;
                case CharClass.Mark when text[i] == '&' && i > start && CharClasses.IsUpper(text[i - 1]) && CharClasses.IsUpper(next):
                    i++;
                    break;
                case CharClass.Mark when text[i] == '/' && JoinsAtSlash(start, i):
                    i++;
                    segment = i;
                    break;
                default:
                    more = false;
                    break;
            }
        }

        if (i == start)
        {
            // A format character or a combining mark without a word.
            i++;
        }

        if (IsAddress(start, i, dotted))
        {
            Address(start, i);
            return;
        }

        WordWithClitics(start, i, apostrophe, dotted);
    }

    private void WordWithClitics(int start, int end, bool apostrophe, bool dotted)
    {
        // At most "wouldn't've": three parts.
        Span<int> cuts = stackalloc int[2];
        int parts = 0;
        int stem = end;
        while (apostrophe && parts < cuts.Length)
        {
            int mark = LastApostrophe(start, stem);
            int cut = CliticStart(start, mark, stem);
            if (cut < 0)
            {
                break;
            }

            cuts[parts++] = cut;
            stem = cut;
        }

        if (parts > 0)
        {
            Emit(start, stem, TokenKind.Word);
            while (parts > 0)
            {
                parts--;
                Emit(cuts[parts], parts > 0 ? cuts[parts - 1] : end, TokenKind.Clitic);
            }

            return;
        }

        if (Peek(end) == '.' && KeepsStop(start, end, dotted))
        {
            _position |= TokenFlags.EndsWithStop;
            end++;
        }
        else if (!dotted && end - start is 5 or 6 && Contractions.Find(TextHash.Lower(_text[start..end])) is > 0 and ushort split)
        {
            Emit(start, start + split, TokenKind.Word);
            Emit(start + split, end, TokenKind.Clitic);
            return;
        }

        Emit(start, end, TokenKind.Word);
    }

    private readonly int LastApostrophe(int start, int end)
    {
        // A clitic has at most two letters, so no more is looked at.
        for (int i = end - 1; i > start && i >= end - 3; i--)
        {
            if (CharClasses.Of(_text[i]) == CharClass.Apostrophe)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Where the clitic with this apostrophe starts, or -1 where it is none (<c>O'Neill</c>, <c>gov't</c>).</summary>
    private readonly int CliticStart(int start, int mark, int end)
    {
        if (mark <= start)
        {
            return -1;
        }

        char first = TextHash.Fold(_text[mark + 1]);
        if (end - mark == 2)
        {
            return first is 's' or 'm' or 'd' ? mark
                : first == 't' && mark - 1 > start && TextHash.Fold(_text[mark - 1]) == 'n' ? mark - 1
                : -1;
        }

        char second = TextHash.Fold(_text[mark + 2]);
        return end - mark == 3 && (first, second) is ('l', 'l') or ('r', 'e') or ('v', 'e') ? mark : -1;
    }

    /// <summary>
    /// A stop between two characters of one word: initials (<c>U.S</c>, <c>e.g</c>), names of sites and files (<c>example.com</c>),
    /// but neither <c>word.Word</c>, where a space is missing, nor <c>J.Smith</c>.
    /// </summary>
    private readonly bool JoinsAtStop(int start, int segment, int stop)
    {
        char next = Peek(stop + 1);
        if (stop == segment)
        {
            return false;
        }

        switch (CharClasses.Of(next))
        {
            case CharClass.Letter:
                return true;
            case CharClass.Digit:
                return CharClasses.IsDigit(_text[stop - 1]);
            case CharClass.Upper:
                if (stop - segment == 1)
                {
                    return !CharClasses.IsLetter(Peek(stop + 2)) || IsDottedAbbreviation(start, stop);
                }

                return stop - segment <= 3 && IsDottedAbbreviation(start, stop);
            default:
                return false;
        }
    }

    /// <summary><c>Ph.D</c>, <c>M.Sc</c>: in the lexicon, up to the end of the letters after the stop.</summary>
    private readonly bool IsDottedAbbreviation(int start, int stop)
    {
        int end = stop + 1;
        while (end < _text.Length && end - start <= LongestDottedAbbreviation && CharClasses.IsLetter(_text[end]))
        {
            end++;
        }

        return end - start <= LongestDottedAbbreviation && AbbreviationLexicon.Find(TextHash.Lower(_text[start..end])) != AbbreviationKinds.None;
    }

    /// <summary><c>s/he</c>, <c>b/c</c>, <c>n/a</c>: one letter, then one or two.</summary>
    private readonly bool JoinsAtSlash(int start, int slash) =>
        slash - start == 1 && CharClasses.Of(_text[start]) == CharClass.Letter && CharClasses.Of(Peek(slash + 1)) == CharClass.Letter
        && !(CharClasses.IsLetter(Peek(slash + 2)) && CharClasses.IsLetter(Peek(slash + 3)));

    private readonly bool IsWideLetter(int i) =>
        i + 1 < _text.Length && char.IsSurrogatePair(_text[i], _text[i + 1]) && System.Text.Rune.IsLetterOrDigit(new System.Text.Rune(_text[i], _text[i + 1]));
}
