namespace Extraction;

/// <summary>
/// Lines that lost the break between them and end without a mark: fields of an address (<c>Phone: 555 0100 Fax: 555 0101</c>), the clock in the header of a message, a smiley, rules made of signs.
/// Looked for at the signs <c>: * = _</c>; every look to the left or right is bounded.
/// </summary>
internal static class JoinedLines
{
    private const int LongestLabel = 9;
    private const int LongestToken = 200;
    private const int ShortestRule = 3;
    private const int ShortestPhone = 6;
    private const int LongestPart = 4;
    private const int MostCreditWords = 4;

    private static readonly HashLexicon ContactFields = HashLexicon.OfWords("fax tel telephone phone mobile cell email mail website web");
    private static readonly HashLexicon CreditFields = HashLexicon.OfWords("image photo picture photograph");
    private static readonly HashLexicon CopyFields = HashLexicon.OfWords("cc bcc");
    private static readonly HashLexicon DayHalves = HashLexicon.OfWords("am pm");

    /// <summary>Adds the places where lines end near the sign, in ascending order, none before the last of <paramref name="cuts"/>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Start of the paragraph.</param>
    /// <param name="end">End of the paragraph.</param>
    /// <param name="at">Offset of the sign.</param>
    /// <param name="cuts">Where sentences end so far.</param>
    /// <returns>Where the search goes on.</returns>
    public static int Cut(ReadOnlySpan<char> text, int start, int end, int at, List<int> cuts)
    {
        if (text[at] != ':')
        {
            return CutAtRule(text, start, end, at, cuts);
        }

        char next = at + 1 < end ? text[at + 1] : ' ';
        return next switch
        {
            ' ' => CutAtField(text, start, end, at, cuts),
            '/' => CutAtAddress(text, start, end, at, cuts),
            ')' or '-' => CutAtSmiley(text, end, at, cuts),
            _ when CharClasses.IsDigit(next) => CutAtClock(text, start, end, at, cuts),
            _ => at + 1,
        };
    }

    // 'Thank you. ***** The next race': signs of one kind, three or more, alone between spaces.
    private static int CutAtRule(ReadOnlySpan<char> text, int start, int end, int at, List<int> cuts)
    {
        int last = at;
        while (last < end && text[last] == text[at])
        {
            last++;
        }

        if (last - at >= ShortestRule && (at == start || text[at - 1] == ' ') && last + 1 < end && text[last] == ' ' && (CharClasses.IsUpper(text[last + 1]) || CandidateReader.IsOpener(text[last + 1])))
        {
            if (at > start)
            {
                Add(cuts, at - 1);
            }

            Add(cuts, last);
        }

        return last;
    }

    // 'Phone: 555 0100 Fax: 555 0101', 'the minutes of May cc: Ada Obi', 'The hall at dusk Image: Per Lund.'
    private static int CutAtField(ReadOnlySpan<char> text, int start, int end, int colon, List<int> cuts)
    {
        int label = colon;
        while (label > start && colon - label <= LongestLabel && (CharClasses.IsLetter(text[label - 1]) || text[label - 1] == '-'))
        {
            label--;
        }

        if (label - 2 <= start || label == colon || text[label - 1] != ' ')
        {
            return colon + 1;
        }

        char before = text[label - 2];
        int hyphen = text[label..colon].IndexOf('-');
        ulong word = TextHash.Lower(text[(label + hyphen + 1)..colon]);
        bool ends = CopyFields.Contains(word) ? CharClasses.IsWordChar(before) || before == ')'
            : ContactFields.Contains(word) ? CharClasses.IsUpper(text[label]) && IsContact(text[TokenStart(text, start, label - 1)..(label - 1)])
            : CreditFields.Contains(word) && CharClasses.IsUpper(text[label]) && IsCaption(text[TokenStart(text, start, label - 1)..(label - 1)]) && IsCredit(text[(colon + 1)..end]);
        if (ends)
        {
            Add(cuts, label - 1);
        }

        return colon + 1;
    }

    // 'https://example.org/a https://example.org/b', '555 0100 https://example.org', 'https://example.org/c It opens'.
    private static int CutAtAddress(ReadOnlySpan<char> text, int start, int end, int colon, List<int> cuts)
    {
        int scheme = TokenStart(text, start, colon);
        if (scheme - 2 > start && text[scheme - 1] == ' ' && IsContact(text[TokenStart(text, start, scheme - 1)..(scheme - 1)]))
        {
            Add(cuts, scheme - 1);
        }

        int last = colon;
        while (last < end && last - colon < LongestToken && !CharClasses.IsSpace(text[last]))
        {
            last++;
        }

        // Marks after the address are the sentence's, not its own.
        int token = last;
        while (last > colon + 1 && text[last - 1] is '.' or '?' or '!' or '…' or ',' or ';' or ':' or '"' or '”' or '’' or '\'')
        {
            last--;
        }

        if (token == last && last + 1 < end && text[last] == ' ' && CharClasses.IsUpper(text[last + 1]))
        {
            ulong word = ParagraphHeads.WordAt(text, end, last + 1, out int after);
            if (SentenceStarters.IsCertain(word) && after + 1 < end && text[after] == ' ' && CharClasses.Of(text[after + 1]) == CharClass.Letter)
            {
                Add(cuts, last);
            }
        }

        return last;
    }

    // 'we had such fun :-) Come again'
    private static int CutAtSmiley(ReadOnlySpan<char> text, int end, int colon, List<int> cuts)
    {
        int last = text[colon + 1] == '-' ? colon + 2 : colon + 1;
        int mouth = last;
        while (last < end && text[last] == ')')
        {
            last++;
        }

        if (last == mouth)
        {
            return colon + 1;
        }

        if (colon > 0 && text[colon - 1] is ' ' or '.' or '!' or '?' && last + 1 < end && text[last] == ' ' && CharClasses.IsUpper(text[last + 1]))
        {
            Add(cuts, last);
        }

        return last;
    }

    // 'Ada Obi 03/11/2004 05:12 PM The hall is free': sender, day and clock in the header of a message.
    private static int CutAtClock(ReadOnlySpan<char> text, int start, int end, int colon, List<int> cuts)
    {
        int last = colon;
        while (last < end && last - colon <= LongestLabel && (CharClasses.IsDigit(text[last]) || text[last] == ':'))
        {
            last++;
        }

        int clock = last;
        if (last + 2 < end && text[last] == ' ' && DayHalves.Contains(TextHash.Lower(text[(last + 1)..(last + 3)])) && CharClasses.IsUpper(text[last + 1]))
        {
            clock = last + 3;
        }

        int hour = TokenStart(text, start, colon);
        int day = hour - 1 > start ? TokenStart(text, start, hour - 1) : start;
        if (clock + 1 >= end || text[clock] != ' ' || day == hour || !IsNumericDay(text[day..(hour - 1)]) || !(CharClasses.IsUpper(text[clock + 1]) || CandidateReader.IsOpener(text[clock + 1]))
            || BoundaryRules.GoesOnAfterClock(ParagraphHeads.WordAt(text, end, clock + 1, out _)))
        {
            return last;
        }

        if (day - 2 > start && text[day - 1] == ' ' && IsSender(text, start, day - 1))
        {
            Add(cuts, day - 1);
        }

        Add(cuts, clock);
        return clock;
    }

    // A mailbox, or two words in capitals; 'Updated 03/11/2004' and 'Posted: 03/11/2004' are labels of the day.
    private static bool IsSender(ReadOnlySpan<char> text, int start, int end)
    {
        int word = TokenStart(text, start, end);
        if (text[word..end].Contains('@'))
        {
            return true;
        }

        return CharClasses.IsUpper(text[word]) && CharClasses.IsLetter(text[end - 1]) && word - 2 > start && text[word - 1] == ' ' && CharClasses.IsUpper(text[TokenStart(text, start, word - 1)]);
    }

    private static int TokenStart(ReadOnlySpan<char> text, int start, int end)
    {
        int i = end;
        while (i > start && end - i < LongestToken && !CharClasses.IsSpace(text[i - 1]))
        {
            i--;
        }

        return i;
    }

    // A telephone number, an address of a page or a mailbox.
    private static bool IsContact(ReadOnlySpan<char> token)
    {
        if (token.Contains('@') || token.Contains("://", StringComparison.Ordinal))
        {
            return token[^1] is not (',' or ';' or ':' or '(' or '.');
        }

        int digits = 0;
        foreach (char c in token)
        {
            digits += CharClasses.IsDigit(c) ? 1 : 0;
            if (!CharClasses.IsDigit(c) && c is not ('.' or '-' or '+' or '(' or ')'))
            {
                return false;
            }
        }

        return digits >= ShortestPhone || (digits >= LongestPart && digits == token.Length);
    }

    // 'at dusk', not 'AP' of 'AP Photo:'.
    private static bool IsCaption(ReadOnlySpan<char> word)
    {
        if (word.IsEmpty || (!CharClasses.IsWordChar(word[^1]) && word[^1] != ')'))
        {
            return false;
        }

        foreach (char c in word)
        {
            if (CharClasses.Of(c) is CharClass.Letter or CharClass.Digit)
            {
                return true;
            }
        }

        return false;
    }

    // Who took a picture: a few words in capitals and then nothing.
    private static bool IsCredit(ReadOnlySpan<char> value)
    {
        int words = 0;
        for (int i = 0; i + 1 < value.Length; i++)
        {
            if (CharClasses.Of(value[i]) == CharClass.LineBreak)
            {
                break;
            }

            if (value[i] == ' ' && value[i + 1] != '/')
            {
                words++;
                if (words > MostCreditWords || !CharClasses.IsUpper(value[i + 1]))
                {
                    return false;
                }
            }
        }

        return words > 0;
    }

    // '03/11/2004', '3/11/04'
    private static bool IsNumericDay(ReadOnlySpan<char> token)
    {
        int slashes = 0;
        int digits = 0;
        foreach (char c in token)
        {
            if (c == '/' && digits > 0)
            {
                slashes++;
                digits = 0;
            }
            else if (!CharClasses.IsDigit(c) || ++digits > LongestPart)
            {
                return false;
            }
        }

        return slashes == 2 && digits > 1;
    }

    private static void Add(List<int> cuts, int cut)
    {
        if (cuts.Count == 0 || cuts[^1] < cut)
        {
            cuts.Add(cut);
        }
    }
}
