using static Extraction.BoundaryCandidate;

namespace Extraction;

/// <summary>Reads the surroundings of sentence-ending marks. Every look to the left or right is bounded, so that the cost is linear for any text.</summary>
internal readonly ref struct CandidateReader
{
    private const int LongestWord = 30;
    private const int MostClosers = 8;
    private const int MostSpacesBefore = 2;
    private const int WordsToSpeechVerb = 3;

    private static readonly HashLexicon SpeechVerbs = new([.. LexiconFile.Lines("speech-verbs.txt").Select(w => new KeyValuePair<ulong, ushort>(TextHash.Lower(w), 1))]);

    private static readonly ulong Et = TextHash.Lower("et");

    private readonly ReadOnlySpan<char> _text;
    private readonly HashLexicon? _userAbbreviations;

    public CandidateReader(ReadOnlySpan<char> text, HashLexicon? userAbbreviations)
    {
        _text = text;
        _userAbbreviations = userAbbreviations;
    }

    public static bool IsOpener(char c) => c is '"' or '“' or '‘' or '\'' or '(' or '[' or '{' or '«' or '„' or '`' or '¿' or '¡';

    public static bool IsCloser(char c) => c is '"' or '”' or '’' or '\'' or ')' or ']' or '}' or '»';

    public static bool IsQuote(char c) => c is '"' or '”' or '’' or '\'' or '»' or '“' or '‘' or '«' or '„' or '`';

    private static bool IsDash(char c) => c is '-' or '–' or '—' or '•' or '*' or '·' or '⁃' or '●' or '▪';

    /// <summary>Reads the marks at <paramref name="mark"/>.</summary>
    /// <param name="unitStart">Start of the paragraph.</param>
    /// <param name="unitEnd">End of the paragraph.</param>
    /// <param name="mark">Offset of one of <c>.?!…</c>.</param>
    /// <param name="candidate">The place where a sentence may end.</param>
    /// <param name="resume">Where the search goes on.</param>
    /// <returns>False where no sentence can end: inside a number or a name, or at the end of the paragraph.</returns>
    public bool TryRead(int unitStart, int unitEnd, int mark, out BoundaryCandidate candidate, out int resume)
    {
        candidate = default;
        int i = ReadCore(mark, unitEnd, ref candidate);
        resume = i;
        int closersStart = i;
        i = ReadClosers(i, unitEnd, ref candidate);
        candidate.End = i;
        if (i >= unitEnd)
        {
            return false;
        }

        if (!CharClasses.IsSpace(_text[i]))
        {
            if (!ReadGlued(unitStart, unitEnd, closersStart, ref candidate))
            {
                return false;
            }
        }
        else
        {
            ReadGap(i, unitEnd, ref candidate);
            if (candidate.Next >= unitEnd)
            {
                return false;
            }
        }

        // "compounds. . . . The": the ellipsis opens the next sentence and is no candidate itself.
        resume = Math.Max(resume, candidate.End);
        int secondEnd = ReadPrevious(unitStart, ref candidate);
        ReadNext(unitEnd, ref candidate);
        CheckAbbreviation(ref candidate, secondEnd);
        return true;
    }

    private int ReadCore(int mark, int unitEnd, ref BoundaryCandidate candidate)
    {
        int i = mark;
        int stops = 0;
        int bangs = 0;
        bool questions = false;
        while (i < unitEnd)
        {
            char c = _text[i];
            if (c is '.' or '。' or '．')
            {
                stops++;
            }
            else if (c == '…')
            {
                stops += 3;
            }
            else if (CharClasses.Of(c) == CharClass.Bang)
            {
                bangs++;
                questions |= c is '?' or '？';
            }
            else if (c == ' ' && bangs == 0 && stops > 0 && i + 1 < unitEnd && _text[i + 1] == '.' && !EndsSentenceBeforeEllipsis(mark, i, unitEnd) && !IsNumber(i + 2))
            {
                // ". . ."
            }
            else
            {
                break;
            }

            i++;
        }

        candidate.CoreStart = mark;
        candidate.CoreEnd = i;
        candidate.SpaceBeforeCore = mark > 0 && CharClasses.IsSpace(_text[mark - 1]);
        candidate.SpacedEllipsis = stops > 1 && i - mark > stops;
        candidate.Core = bangs > 1 ? CoreKind.Mixed
            : bangs == 1 ? (questions ? CoreKind.Question : CoreKind.Exclamation)
            : stops == 1 ? CoreKind.Stop
            : stops > 3 ? CoreKind.LongEllipsis
            : CoreKind.Ellipsis;
        return i;
    }

    private bool IsNumber(int i) => i < _text.Length && CharClasses.IsDigit(_text[i]);

    /// <summary>A stop glued to its word, then three spaced ones and a capital: <c>into compounds. . . . The practice</c>, where the ellipsis belongs to what follows.</summary>
    private bool EndsSentenceBeforeEllipsis(int mark, int space, int unitEnd) =>
        space == mark + 1 && mark > 0 && CharClasses.IsWordChar(_text[mark - 1]) && space + 8 < unitEnd
        && _text[space + 1] == '.' && _text[space + 2] == ' ' && _text[space + 3] == '.' && _text[space + 4] == ' ' && _text[space + 5] == '.' && _text[space + 6] == ' '
        && CharClasses.IsUpper(_text[space + 7]);

    private int ReadClosers(int i, int unitEnd, ref BoundaryCandidate candidate)
    {
        int limit = Math.Min(unitEnd, i + MostClosers);
        while (i < limit && IsCloser(_text[i]))
        {
            candidate.Closer = IsQuote(_text[i]) ? CloserKind.Quote : candidate.Closer == CloserKind.Quote ? CloserKind.Quote : CloserKind.Bracket;
            i++;
        }

        // Footnotes: "martyr.[1] The", "martyr. [1] The" and "(type 2).10 This".
        int note = i < unitEnd && CharClasses.IsSpace(_text[i]) ? i + 1 : i;
        while (note < unitEnd && _text[note] == '[')
        {
            int digits = note + 1;
            while (digits < unitEnd && digits - note <= 4 && CharClasses.IsDigit(_text[digits]))
            {
                digits++;
            }

            if (digits == note + 1 || digits >= unitEnd || _text[digits] != ']')
            {
                break;
            }

            i = note = digits + 1;
        }

        if (note + 2 < unitEnd && _text[note] == '[' && (_text[note + 1] == '…' || _text[note + 1] == '.'))
        {
            // "surgeries for all! [...]": an omission belongs to what it follows.
            int dots = note + 1;
            while (dots < unitEnd && dots - note <= 4 && _text[dots] is '.' or '…')
            {
                dots++;
            }

            if (dots < unitEnd && _text[dots] == ']' && (dots + 1 == unitEnd || CharClasses.IsSpace(_text[dots + 1])))
            {
                return dots + 1;
            }
        }

        return candidate.Core == CoreKind.Stop && i == candidate.CoreEnd ? SkipRaisedNumber(i, unitEnd, candidate.CoreStart) : i;
    }

    private int SkipRaisedNumber(int i, int unitEnd, int core)
    {
        int digits = i;
        int spaced = i + 1;
        while (i < unitEnd && CharClasses.IsSpace(_text[i]) && spaced < unitEnd && spaced - i <= 3 && CharClasses.IsDigit(_text[spaced]))
        {
            spaced++;
        }

        if (spaced - i is > 1 and <= 3 && spaced + 1 < unitEnd && CharClasses.IsSpace(_text[spaced]) && CharClasses.IsUpper(_text[spaced + 1])
            && IsFunctionWord(spaced + 1) && core > 2 && (_text[core - 1] == ')' || CharClasses.Of(_text[core - 1]) == CharClass.Letter))
        {
            // "due to minority rights. 4 Even though"
            return spaced;
        }

        while (digits < unitEnd && digits - i <= 3 && CharClasses.IsDigit(_text[digits]))
        {
            digits++;
        }

        bool raised = digits > i && digits - i <= 3 && digits + 1 < unitEnd && CharClasses.IsSpace(_text[digits]) && CharClasses.IsUpper(_text[digits + 1])
            && core > 2 && (_text[core - 1] == ')' || (CharClasses.Of(_text[core - 1]) == CharClass.Letter && CharClasses.Of(_text[core - 2]) == CharClass.Letter && CharClasses.Of(_text[core - 3]) == CharClass.Letter));
        return raised ? digits : i;
    }

    private bool IsFunctionWord(int i) => CharClasses.Of(_text[i + 1]) == CharClass.Letter && SentenceStarters.IsStarter(_text, i);

    private void ReadGap(int i, int unitEnd, ref BoundaryCandidate candidate)
    {
        int start = i;
        bool lineBreak = false;
        while (i < unitEnd && CharClasses.IsSpace(_text[i]))
        {
            lineBreak |= CharClasses.Of(_text[i]) == CharClass.LineBreak;
            i++;
        }

        candidate.Gap = lineBreak ? GapKind.LineBreak : i - start > 1 ? GapKind.Wide : GapKind.Space;
        candidate.Next = ReadOpeners(i, unitEnd, ref candidate);
    }

    private int ReadOpeners(int i, int unitEnd, ref BoundaryCandidate candidate)
    {
        int limit = Math.Min(unitEnd, i + MostClosers);
        while (i < limit)
        {
            char c = _text[i];
            if (IsOpener(c) || c is '’' or '”')
            {
                candidate.Opener = IsQuote(c) ? OpenerKind.Quote : candidate.Opener == OpenerKind.Quote ? OpenerKind.Quote : OpenerKind.Bracket;
            }
            else if (IsDash(c))
            {
                candidate.Opener = candidate.Opener == OpenerKind.None ? OpenerKind.Dash : candidate.Opener;
            }
            else if (c == '.' && i + 1 < limit && _text[i + 1] == ' ')
            {
                // The ellipsis that opens a sentence.
            }
            else if (c != ' ' || candidate.Opener == OpenerKind.None)
            {
                if (c != ' ')
                {
                    break;
                }
            }

            i++;
        }

        return i;
    }

    /// <summary>No space after the marks: a boundary is possible only where a lower-case word ends and a capitalised one begins, <c>world.Today is</c>.</summary>
    private bool ReadGlued(int unitStart, int unitEnd, int closersStart, ref BoundaryCandidate candidate)
    {
        int i = candidate.End;
        char c = _text[i];
        if (candidate.Closer != CloserKind.None && candidate.End > closersStart && _text[closersStart] is not ('”' or '’' or ')'))
        {
            return false;
        }

        bool opener = c is '“' or '"' or '(';
        int word = opener ? i + 1 : i;
        if (word + 1 >= unitEnd || !CharClasses.IsUpper(_text[word]))
        {
            return false;
        }

        int core = candidate.CoreStart;
        if (core - unitStart < 2)
        {
            return false;
        }

        int end = word + 1;
        while (end < unitEnd && end - word < LongestWord && CharClasses.Of(_text[end]) == CharClass.Letter)
        {
            end++;
        }

        char after = end < unitEnd ? _text[end] : ' ';
        bool word2 = CharClasses.IsSpace(after) || after is ',' or '\'' or '’' || (after == '.' && end - word <= 5);
        bool starter = SentenceStarters.IsStarter(_text, word);
        char before = _text[core - 1];
        bool ends = CharClasses.Of(before) == CharClass.Letter ? CharClasses.IsLetter(_text[core - 2]) : CharClasses.IsDigit(before) && starter;
        if (!ends || !word2 || (end - word < 2 && !starter) || IsAddressBefore(unitStart, core))
        {
            return false;
        }

        candidate.Gap = GapKind.None;
        candidate.Opener = opener ? OpenerKind.Quote : OpenerKind.None;
        candidate.Next = word;
        return true;
    }

    private bool IsAddressBefore(int unitStart, int core)
    {
        for (int i = core - 1; i >= unitStart && core - i < LongestWord && !CharClasses.IsSpace(_text[i]); i--)
        {
            if (_text[i] is '@' or '/' or '#' or '_')
            {
                return true;
            }
        }

        return false;
    }

    private int ReadPrevious(int unitStart, ref BoundaryCandidate candidate)
    {
        int end = candidate.CoreStart;
        while (end > unitStart && end > candidate.CoreStart - MostSpacesBefore && CharClasses.IsSpace(_text[end - 1]))
        {
            // "survive . That's"
            end--;
        }

        int start = WordStart(unitStart, end);
        candidate.AtStart = IsFirst(unitStart, start);
        int trimmed = start;
        while (trimmed < end && (IsOpener(_text[trimmed]) || IsDash(_text[trimmed]) || _text[trimmed] == '”'))
        {
            trimmed++;
        }

        int tail = end;
        while (tail > trimmed && IsCloser(_text[tail - 1]))
        {
            // The stop stands outside: "word".
            candidate.Closer = candidate.Closer == CloserKind.None && IsQuote(_text[tail - 1]) ? CloserKind.Quote : candidate.Closer;
            tail--;
        }

        ReadOnlySpan<char> word = _text[trimmed..tail];
        candidate.PreviousLength = word.Length;
        candidate.PreviousHash = TextHash.Lower(word);
        candidate.PreviousShape = ShapeOf(word);
        candidate.PreviousEndsLower = word.Length > 0 && CharClasses.Of(word[^1]) == CharClass.Letter;
        candidate.PreviousHasVowel = word.ContainsAny("aeiouyAEIOUY");
        candidate.Initialism = word.Length >= 3 && word[^2] == '.' && CharClasses.IsLetter(word[^1]) && CharClasses.IsLetter(word[^3]);
        candidate.Kinds = FindAbbreviation(word, ref candidate);
        if (_userAbbreviations is not null && _userAbbreviations.Find(candidate.PreviousHash) != 0)
        {
            candidate.Kinds = BoundaryRules.UserAbbreviation;
        }

        int secondEnd = start;
        while (secondEnd > unitStart && start - secondEnd < MostClosers && CharClasses.IsSpace(_text[secondEnd - 1]))
        {
            secondEnd--;
        }

        int secondStart = WordStart(unitStart, secondEnd);
        while (secondStart < secondEnd && IsOpener(_text[secondStart]))
        {
            secondStart++;
        }

        ReadOnlySpan<char> second = _text[secondStart..secondEnd];
        candidate.SecondPreviousHash = TextHash.Lower(second);
        candidate.SecondPreviousShape = ShapeOf(second);
        candidate.SecondPreviousEndsInMark = second.Length > 1 && second[^1] is '.' or ';' or ':' && AbbreviationLexicon.Find(TextHash.Lower(second[..^1])) == AbbreviationKinds.None;
        return secondEnd;
    }

    private static AbbreviationKinds FindAbbreviation(ReadOnlySpan<char> word, ref BoundaryCandidate candidate)
    {
        AbbreviationKinds kinds = AbbreviationLexicon.Find(candidate.PreviousHash);
        if (kinds == AbbreviationKinds.None && word.IndexOf('-') is > 0 and int hyphen && CharClasses.IsLetter(word[^1]))
        {
            // "ex-Gov. Knight", "then-Sen. Obama"
            kinds = AbbreviationLexicon.Find(TextHash.Lower(word[(hyphen + 1)..])) & AbbreviationKinds.Title;
            candidate.PreviousShape = kinds == AbbreviationKinds.None ? candidate.PreviousShape : ShapeOf(word[(hyphen + 1)..]);
        }

        return kinds;
    }

    /// <summary>Forgets what the word before could abbreviate where its surroundings do not bear it out: <c>He said no. They</c> against <c>No. 5</c>.</summary>
    private void CheckAbbreviation(ref BoundaryCandidate candidate, int secondEnd)
    {
        if ((candidate.Kinds & AbbreviationKinds.Word) == 0 || candidate.Kinds == BoundaryRules.UserAbbreviation)
        {
            return;
        }

        bool number = candidate.NextShape is WordShape.Digits or WordShape.StartsWithDigit;
        bool capital = candidate.NextShape is WordShape.Capitalized or WordShape.AllUpper or WordShape.SingleUpper;
        bool lower = candidate.NextShape == WordShape.Lower;
        bool capitalized = candidate.PreviousShape is WordShape.Capitalized or WordShape.AllUpper;
        bool afterNumber = candidate.SecondPreviousShape is WordShape.Digits or WordShape.StartsWithDigit;
        bool afterName = candidate.SecondPreviousShape is WordShape.Capitalized or WordShape.AllUpper or WordShape.SingleUpper || (secondEnd > 0 && _text[secondEnd - 1] == '&');
        bool afterComma = secondEnd > 0 && _text[secondEnd - 1] == ',';
        AbbreviationKinds borne = AbbreviationKinds.None;
        if (capitalized && (capital || lower))
        {
            borne |= AbbreviationKinds.Title;
        }

        if (number)
        {
            borne |= AbbreviationKinds.Number | (capitalized ? AbbreviationKinds.Month | AbbreviationKinds.Weekday : AbbreviationKinds.None);
        }

        if (capitalized && afterComma)
        {
            borne |= AbbreviationKinds.State;
        }

        if (capitalized && (afterName || lower))
        {
            borne |= AbbreviationKinds.Company | AbbreviationKinds.Place;
        }

        if (afterNumber)
        {
            borne |= AbbreviationKinds.Measure | AbbreviationKinds.Time;
        }

        if (lower)
        {
            borne |= AbbreviationKinds.Other | AbbreviationKinds.Latin | AbbreviationKinds.Place | AbbreviationKinds.Company;
        }

        if (number || candidate.SecondPreviousHash == Et)
        {
            borne |= AbbreviationKinds.Latin;
        }

        candidate.Kinds &= borne | (capitalized || lower || number ? AbbreviationKinds.Inner : AbbreviationKinds.None);
        if (candidate.Kinds == AbbreviationKinds.Inner)
        {
            candidate.Kinds = AbbreviationKinds.None;
        }
    }

    private int WordStart(int unitStart, int end)
    {
        int start = end;
        while (start > unitStart && end - start < LongestWord && !CharClasses.IsSpace(_text[start - 1]) && _text[start - 1] is not ('—' or '–' or '…') && !IsGluedStart(unitStart, start, end))
        {
            start--;
        }

        return start;
    }

    /// <summary>The <c>Mr</c> of <c>Tuesday.Mr. Smith</c>.</summary>
    private bool IsGluedStart(int unitStart, int start, int end) =>
        _text[start - 1] == '.' && start + 1 < end && start - 2 >= unitStart && CharClasses.IsUpper(_text[start]) && CharClasses.Of(_text[start + 1]) == CharClass.Letter && CharClasses.Of(_text[start - 2]) == CharClass.Letter;

    private bool IsFirst(int unitStart, int start)
    {
        while (start > unitStart && (CharClasses.IsSpace(_text[start - 1]) || IsDash(_text[start - 1])))
        {
            if (CharClasses.Of(_text[start - 1]) == CharClass.LineBreak)
            {
                return true;
            }

            start--;
        }

        return start == unitStart;
    }

    private void ReadNext(int unitEnd, ref BoundaryCandidate candidate)
    {
        int start = candidate.Next;
        int end = WordEnd(start, unitEnd);
        ReadOnlySpan<char> word = _text[start..end];
        candidate.NextHash = TextHash.Lower(word);
        candidate.NextShape = ShapeOf(word);
        candidate.NextStop = end < unitEnd && _text[end] == '.' && end > start;
        candidate.NextIsTitle = candidate.NextStop && (AbbreviationLexicon.Find(candidate.NextHash) & AbbreviationKinds.Title) != 0;
        int apostrophe = word.IndexOfAny('\'', '’');
        ulong stem = apostrophe > 0 ? TextHash.Lower(word[..apostrophe]) : candidate.NextHash;
        candidate.NextStarts = SentenceStarters.IsStarter(stem);
        candidate.NextStartsForCertain = SentenceStarters.IsCertain(stem);
        int i = end;
        if (i < unitEnd && _text[i] == ')')
        {
            candidate.SecondNextAfterBracket = true;
            i++;
        }

        // Whether somebody is said to speak matters only after a quotation that asks or exclaims.
        bool asks = candidate.Closer == CloserKind.Quote && candidate.Core is CoreKind.Question or CoreKind.Exclamation;
        for (int n = 0; n < (asks ? WordsToSpeechVerb : 1); n++)
        {
            int space = i;
            while (i < unitEnd && i - space < 3 && _text[i] is ' ' or '.' or '\n' or ',')
            {
                i++;
            }

            int wordEnd = WordEnd(i, unitEnd);
            if (i == space || wordEnd == i)
            {
                break;
            }

            ulong hash = TextHash.Lower(_text[i..wordEnd]);
            if (n == 0)
            {
                candidate.SecondNextHash = hash;
                candidate.SecondNextShape = ShapeOf(_text[i..wordEnd]);
            }

            candidate.SpeechFollows |= asks && SpeechVerbs.Find(hash) != 0;
            i = wordEnd;
        }
    }

    private int WordEnd(int start, int unitEnd)
    {
        int end = start;
        while (end < unitEnd && end - start < LongestWord && (CharClasses.IsWordChar(_text[end]) || _text[end] is '\'' or '’' or '-' or '&' or '@' or '#' or '_'))
        {
            end++;
        }

        return end == start && start < unitEnd && !CharClasses.IsSpace(_text[start]) ? start + 1 : end;
    }

    private static WordShape ShapeOf(ReadOnlySpan<char> word)
    {
        if (word.IsEmpty)
        {
            return WordShape.None;
        }

        CharClass first = CharClasses.Of(word[0]);
        if (first == CharClass.Digit)
        {
            foreach (char c in word)
            {
                if (!CharClasses.IsDigit(c))
                {
                    return WordShape.StartsWithDigit;
                }
            }

            return WordShape.Digits;
        }

        if (first == CharClass.Letter)
        {
            return WordShape.Lower;
        }

        if (first != CharClass.Upper)
        {
            return WordShape.Other;
        }

        if (word.Length == 1)
        {
            return WordShape.SingleUpper;
        }

        foreach (char c in word)
        {
            if (CharClasses.Of(c) == CharClass.Letter)
            {
                return WordShape.Capitalized;
            }
        }

        return WordShape.AllUpper;
    }
}
