using static Extraction.BoundaryCandidate;

namespace Extraction;

/// <summary>Reads the surroundings of sentence-ending marks. Every look to the left or right is bounded, so that the cost is linear for any text.</summary>
internal readonly ref partial struct CandidateReader
{
    private const int LongestWord = 30;
    private const int MostClosers = 8;
    private const int MostSpacesBefore = 2;
    private const int WordsToSpeechVerb = 3;
    private const int LongestNote = 30;
    private const int LongestNumber = 4;

    private static readonly HashLexicon SpeechVerbs = HashLexicon.OfFile("speech-verbs.txt");

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

    /// <summary>The word reports direct speech: <c>said</c>.</summary>
    public static bool IsSpeechVerb(ulong word) => SpeechVerbs.Contains(word);

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

        // Footnotes: "martyr.[1] The", "martyr. [1] [2] The" and "(type 2).10 This".
        int note = i < unitEnd && CharClasses.IsSpace(_text[i]) ? i + 1 : i;
        while (note < unitEnd && _text[note] == '[' && NoteEnd(note, unitEnd) is > 0 and int noteEnd)
        {
            i = noteEnd;
            note = i + 1 < unitEnd && CharClasses.IsSpace(_text[i]) && _text[i + 1] == '[' ? i + 1 : i;
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

    /// <summary>The end of the footnote mark that opens at the offset, <c>[12]</c> or <c>[citation needed]</c>, or -1.</summary>
    private int NoteEnd(int open, int unitEnd)
    {
        int limit = Math.Min(unitEnd, open + LongestNote);
        int i = open + 1;
        while (i < limit && CharClasses.IsDigit(_text[i]))
        {
            i++;
        }

        if (i > open + 1)
        {
            return i - open <= LongestNumber && i < limit && _text[i] == ']' ? i + 1 : -1;
        }

        int close = _text[open..limit].IndexOf(']');
        return close > 0 && _text[open..(open + close)].EndsWith(" needed") ? open + close + 1 : -1;
    }

    private int SkipRaisedNumber(int i, int unitEnd, int core)
    {
        int digits = i;
        int spaced = i + 1;
        while (i < unitEnd && CharClasses.IsSpace(_text[i]) && spaced < unitEnd && spaced - i <= 3 && CharClasses.IsDigit(_text[spaced]))
        {
            spaced++;
        }

        if (spaced - i is > 1 and <= 3 && spaced + 2 < unitEnd && CharClasses.IsSpace(_text[spaced]) && CharClasses.IsUpper(_text[spaced + 1])
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
}
