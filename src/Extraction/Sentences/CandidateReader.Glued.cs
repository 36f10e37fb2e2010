using static Extraction.BoundaryCandidate;

namespace Extraction;

/// <content>Sentences with no space between them.</content>
internal readonly ref partial struct CandidateReader
{
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
}
