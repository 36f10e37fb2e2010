using System.Buffers;
using static Extraction.BoundaryCandidate;

namespace Extraction;

/// <content>The words around the marks.</content>
internal readonly ref partial struct CandidateReader
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouyAEIOUY");

    private int ReadPrevious(int unitStart, ref BoundaryCandidate candidate)
    {
        int end = candidate.CoreStart;
        while (end > unitStart && end > candidate.CoreStart - MostSpacesBefore && CharClasses.IsSpace(_text[end - 1]))
        {
            // "survive . That's"
            end--;
        }

        int start = WordStart(unitStart, end);
        // A reference that a wrapped line begins with, "[21]. Moreover", is no list's number.
        candidate.AtStart = start < end && _text[start] != '[' && IsFirst(unitStart, start);
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
        candidate.PreviousHasVowel = word.ContainsAny(Vowels);
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
            // "ex-Gov. Knight", "then-Sen. Obama", "Aug. 21-Sept. 3"
            kinds = AbbreviationLexicon.Find(TextHash.Lower(word[(hyphen + 1)..])) & (AbbreviationKinds.Title | AbbreviationKinds.Month);
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
