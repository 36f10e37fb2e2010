namespace Extraction;

/// <content>Whether the stop after a word belongs to it.</content>
internal ref partial struct TokenScanner
{
    /// <summary>What stands after a stop, as far as the decision needs it.</summary>
    private enum After
    {
        Nothing,
        Lower,
        Upper,
        Digit,
        Comma,
        Other,
    }

    /// <summary>
    /// The stop at <paramref name="end"/> belongs to the word before it. Local: the word, the token before it and what comes next. Abbreviations keep their stop at the
    /// end of a sentence too, as in UD (<c>He lives in the U.S.</c> has one stop).
    /// </summary>
    private readonly bool KeepsStop(int start, int end, bool dotted)
    {
        char glued = Peek(end + 1);
        if (glued == '.' && Peek(end + 2) == '.')
        {
            // "the U.S..." and "etc..." end in an ellipsis; "etc.." has one stop too many.
            return false;
        }

        ReadOnlySpan<char> word = _text[start..end];
        AbbreviationKinds kinds = AbbreviationLexicon.Find(TextHash.Lower(word));
        bool capitalized = CharClasses.IsUpper(word[0]);
        if (CharClasses.IsWordChar(glued))
        {
            // "J.Smith", "Sen.Smith", "Rs.500": the space is missing.
            return (dotted && IsInitialism(word)) || (word.Length == 1 && capitalized) || (kinds != AbbreviationKinds.None && (kinds & AbbreviationKinds.Word) == 0)
                || ((kinds & AbbreviationKinds.Number) != 0 && CharClasses.IsDigit(glued))
                || ((kinds & AbbreviationKinds.Title) != 0 && capitalized && CharClasses.IsUpper(glued));
        }

        if (dotted)
        {
            return IsInitialism(word) || kinds != AbbreviationKinds.None;
        }

        After after = LookAfter(end + 1, out int next);
        if (word.Length == 1)
        {
            return capitalized ? IsInitial(word[0], after, next) : CharClasses.IsLetter(word[0]) && IsLowerLetter(start, after);
        }

        if (kinds == AbbreviationKinds.None)
        {
            return after == After.Comma ? word.Length <= 6 && IsLetters(word) : word.Length <= 5 && IsConsonants(word) && after is After.Lower;
        }

        return (kinds & AbbreviationKinds.Word) == 0 || KeepsStopOfWord(kinds, word, after, capitalized);
    }

    /// <summary>The word is an abbreviation and an ordinary word too: <c>No. 5</c> but <c>He said no.</c></summary>
    private readonly bool KeepsStopOfWord(AbbreviationKinds kinds, ReadOnlySpan<char> word, After after, bool capitalized)
    {
        Token before = _tokens.Count > 0 ? _tokens[_tokens.Count - 1] : default;
        if ((kinds & AbbreviationKinds.Title) != 0 && capitalized && after == After.Upper)
        {
            return true;
        }

        if ((kinds & (AbbreviationKinds.Number | AbbreviationKinds.Month | AbbreviationKinds.Weekday)) != 0 && after == After.Digit)
        {
            return true;
        }

        if ((kinds & AbbreviationKinds.State) != 0 && capitalized && before.Length > 0 && _text[before.Start] == ',')
        {
            return true;
        }

        if ((kinds & (AbbreviationKinds.Company | AbbreviationKinds.Place)) != 0 && capitalized && (before.Has(TokenFlags.Capitalized) || (before.Length > 0 && _text[before.Start] == '&')))
        {
            return true;
        }

        if ((kinds & AbbreviationKinds.Latin) != 0 && word is "al" && before.Length == 2 && before.In(_text) is "et")
        {
            return true;
        }

        if ((kinds & (AbbreviationKinds.Measure | AbbreviationKinds.Time)) != 0 && word is not "in")
        {
            return before.Kind == TokenKind.Number && after is After.Lower or After.Comma;
        }

        return after == After.Comma || (after == After.Lower && word is not ("in" or "no" or "is"));
    }

    /// <summary>A capital alone: an initial before a name or between names, not the end of <c>Plan B. The</c>.</summary>
    private readonly bool IsInitial(char letter, After after, int next)
    {
        Token before = _tokens.Count > 0 ? _tokens[_tokens.Count - 1] : default;
        bool afterName = before.Has(TokenFlags.Capitalized) && !_position.HasFlag(TokenFlags.LineStart);
        return after switch
        {
            After.Upper => (letter != 'I' || afterName) && !SentenceStarters.IsStarter(_text, next),
            After.Lower or After.Comma => letter != 'I' || afterName,
            After.Digit => afterName || _position.HasFlag(TokenFlags.LineStart),
            _ => before.Has(TokenFlags.EndsWithStop | TokenFlags.Capitalized) && before.Length == 2,
        };
    }

    /// <summary>A small letter alone: <c>c. 1900</c>, <c>v. the State</c>, or the marker of a list's item.</summary>
    private readonly bool IsLowerLetter(int start, After after) =>
        after is After.Digit or After.Lower or After.Comma || (start == _at && _position.HasFlag(TokenFlags.LineStart) && after == After.Upper);

    /// <summary>Letters with a stop between any two: <c>U.S</c>, <c>a.k.a</c>; the last of them alone is looked at.</summary>
    private static bool IsInitialism(ReadOnlySpan<char> word) =>
        word.Length >= 3 && CharClasses.IsLetter(word[^1]) && word[^2] == '.' && CharClasses.IsLetter(word[^3]);

    private static bool IsLetters(ReadOnlySpan<char> word)
    {
        foreach (char c in word)
        {
            if (!CharClasses.IsLetter(c))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>No vowel, so no word: <c>Blvd</c>.</summary>
    private static bool IsConsonants(ReadOnlySpan<char> word)
    {
        foreach (char c in word)
        {
            if (!char.IsAsciiLetter(c) || TextHash.Fold(c) is 'a' or 'e' or 'i' or 'o' or 'u' or 'y')
            {
                return false;
            }
        }

        return true;
    }

    private readonly After LookAfter(int i, out int next)
    {
        // The white space looked over here is passed over at once by the scanner, so the cost stays linear.
        int breaks = 0;
        next = i;
        while (next < _text.Length && CharClasses.IsSpace(_text[next]))
        {
            breaks += _text[next] == '\n' ? 1 : 0;
            next++;
        }

        if (next >= _text.Length || breaks > 1)
        {
            return After.Nothing;
        }

        return CharClasses.Of(_text[next]) switch
        {
            CharClass.Letter => After.Lower,
            CharClass.Upper => After.Upper,
            CharClass.Digit => After.Digit,
            CharClass.Mark when next == i && _text[next] is ',' or ';' or ':' => After.Comma,
            _ => After.Other,
        };
    }
}
