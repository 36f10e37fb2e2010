namespace Extraction;

/// <summary>
/// Recognises a dateline at the head of a unit or as all of it: <c>MOSCOW, Feb 25 (AP) —</c>, <c>NEW DELHI:</c>, <c>Rabat –</c>, <c>Havana, Sep 9 (Agency) More than …</c>, <c>Kathmandu, April 9</c>.
/// </summary>
internal static class DatelineScanner
{
    /// <summary>Longest dateline, in characters.</summary>
    private const int Longest = 110;

    private const int MostPlaceWords = 9;

    /// <summary>A unit of fewer tokens that begins with capitals and a stop is rather a caption: <c>FLATTENED. Rice fields at dawn.</c></summary>
    private const int LongEnough = 24;

    /// <summary>What stands at the head of a unit.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="unit">Where the unit stands.</param>
    /// <param name="tokens">Its number of tokens.</param>
    /// <param name="dateline">Place, date and agency, without the dash or colon after them; in brackets closed.</param>
    /// <returns>0 no dateline, 1 one at the head, 2 one that is all of the unit.</returns>
    public static int Scan(ReadOnlySpan<char> text, TextSpan unit, int tokens, out TextSpan dateline)
    {
        dateline = default;
        ReadOnlySpan<char> head = text.Slice(unit.Start, Math.Min(unit.Length, Longest));
        if (head.IsEmpty || !char.IsUpper(head[0]))
        {
            return 0;
        }

        var state = new State();
        int i = 0;
        int end = 0;
        while (i < head.Length)
        {
            char c = head[i];
            if (char.IsWhiteSpace(c))
            {
                i++;
                continue;
            }

            // The dash or colon that ends it; '.-' as EFE writes it.
            int dash = DashLength(head, i, state);
            if (dash > 0)
            {
                bool whole = head[(i + dash)..].IsWhiteSpace() && unit.Length <= Longest;
                return state.IsDateline(head[i], whole, tokens) ? Give(unit, end, whole ? 2 : 1, out dateline) : 0;
            }

            if (c == '(')
            {
                int close = head[i..].IndexOf(')');
                if (close is < 3 or > 40)
                {
                    return 0;
                }

                state.HasBrackets = true;
                i += close + 1;
                end = i;
                // 'Panaji, Nov 10 (IANS) A team from …', 'Wayanad (Kerala) [India], January 18 (ANI): …'
                if (state.HasDate && i + 1 < head.Length && head[i] == ' ' && char.IsLetter(head[i + 1]))
                {
                    return Give(unit, end, 1, out dateline);
                }

                continue;
            }

            if (c is ',' or '/' or '[' or ']' or '.' or '\'' or '’')
            {
                state.Commas += c == ',' ? 1 : 0;
                i++;
                end = c == ']' ? i : end;
                continue;
            }

            int from = i;
            while (i < head.Length && (char.IsLetterOrDigit(head[i]) || (head[i] is '-' or '\'' or '’' && i + 1 < head.Length && char.IsLetterOrDigit(head[i + 1]))))
            {
                i++;
            }

            if (i == from || !state.Word(head[from..i]))
            {
                return 0;
            }

            end = i < head.Length && head[i] == '.' && state.LastIsMonth ? i + 1 : i;
        }

        // Nothing but the dateline on the line.
        return unit.Length <= Longest && state.IsWhole() ? Give(unit, Math.Max(end, i - (text[unit.End - 1] is ':' or ',' ? 1 : 0)), 2, out dateline) : 0;
    }

    /// <summary>The agency in a dateline's brackets: <c>AP</c> in <c>MOSCOW (AP)</c>; null where there is none, or where the brackets hold a place (<c>Wayanad (Kerala)</c>).</summary>
    public static TextSpan? Agency(ReadOnlySpan<char> text, TextSpan dateline)
    {
        ReadOnlySpan<char> words = dateline.In(text);
        int close = words.LastIndexOf(')');
        int open = close < 0 ? -1 : words[..close].LastIndexOf('(');
        if (open < 0 || close < words.Length - 1)
        {
            return null;
        }

        return new TextSpan(dateline.Start + open + 1, dateline.Start + close);
    }

    private static int Give(TextSpan unit, int end, int result, out TextSpan dateline)
    {
        dateline = new TextSpan(unit.Start, unit.Start + end);
        return result;
    }

    private static int DashLength(ReadOnlySpan<char> head, int i, in State state)
    {
        char c = head[i];
        bool spaceAfter = i + 1 >= head.Length || char.IsWhiteSpace(head[i + 1]);
        switch (c)
        {
            case '—' or '–' or '_':
                return 1;
            case '-':
                int n = 1;
                while (i + n < head.Length && head[i + n] is '-' or '–')
                {
                    n++;
                }

                return n > 1 || (i > 0 && (char.IsWhiteSpace(head[i - 1]) || head[i - 1] == ')') && spaceAfter) ? n : 0;
            case ':':
                return spaceAfter ? 1 : 0;
            case '.':
                // '(EFE).- At least', 'ALLAHABAD, JAN. 23. A tent city', 'KAMPALA. The High Court'
                return i + 1 < head.Length && head[i + 1] is '-' or '–' or '—' ? 2 : (state.HasDay || state.IsPlaceInCapitals(head[..i])) && spaceAfter ? 1 : 0;
            default:
                return 0;
        }
    }

    private struct State
    {
        private int _words;
        private int _allCaps;
        private int _agency;
        private bool _month;

        public int Commas;
        public bool HasBrackets;
        public bool HasDay;

        public readonly bool HasDate => _month && HasDay;

        public bool LastIsMonth { get; private set; }

        /// <summary>Takes a word in; false where no dateline can hold it.</summary>
        public bool Word(ReadOnlySpan<char> word)
        {
            bool wasMonth = LastIsMonth;
            LastIsMonth = false;
            if (char.IsDigit(word[0]))
            {
                HasDay = true;
                return word.Length <= 4 && (_month || _words > 0);
            }

            if (IsMonth(word))
            {
                _month = true;
                LastIsMonth = true;
                return _words > 0;
            }

            if (wasMonth || HasDay)
            {
                // 'SYDNEY, March 16 AAP -'
                _agency++;
                return _agency <= 2 && IsUpper(word);
            }

            _words++;
            _allCaps += IsUpper(word) ? 1 : 0;
            return _words <= MostPlaceWords && (char.IsUpper(word[0]) || (_words > 1 && word is "de" or "la" or "da" or "do" or "of" or "and" or "del" or "le" or "al" or "el" or "di" or "the" or "on" or "sur"));
        }

        public readonly bool IsDateline(char mark, bool whole, int tokens)
        {
            if (_words == 0)
            {
                return false;
            }

            if (HasDate || (HasBrackets && mark != ':'))
            {
                return true;
            }

            bool capitals = _allCaps == _words || (_allCaps > 0 && Commas > 0);
            if (mark == ':')
            {
                // 'NEW DELHI: The ministry', but not 'LIVE: Rescuers dig on', a headline.
                return (capitals && _words <= 4 && (whole || tokens >= 16)) || HasBrackets;
            }

            if (mark == '.' && !HasDay)
            {
                return !whole && tokens >= LongEnough;
            }

            // 'Taipei, Taiwan — The', 'Rabat – Morocco beat'; a long unit only, for headlines have dashes, too.
            return _words <= 6 && (whole ? capitals : tokens >= 14 && (_words <= 4 || Commas > 0));
        }

        /// <summary>One word or two in capitals and nothing else, long enough to be no abbreviation: <c>GULU</c>, <c>FORT PORTAL</c>.</summary>
        public readonly bool IsPlaceInCapitals(ReadOnlySpan<char> words) => _words is 1 or 2 && _allCaps == _words && Commas == 0 && !HasBrackets && words.Length >= 4;

        public readonly bool IsWhole() =>
            _words > 0 && ((HasDate && _words <= 5 && Commas > 0) || (_allCaps == _words && _words <= 2 && Commas == 0 && _agency == 0 && !_month) || (_allCaps > 0 && Commas == 1 && _words <= 5 && _agency == 0));

        private static bool IsUpper(ReadOnlySpan<char> word)
        {
            foreach (char c in word)
            {
                if (char.IsLower(c))
                {
                    return false;
                }
            }

            return true;
        }

        private static bool IsMonth(ReadOnlySpan<char> word)
        {
            if (word.Length is < 3 or > 9)
            {
                return false;
            }

            Span<char> lower = stackalloc char[9];
            for (int k = 0; k < word.Length; k++)
            {
                lower[k] = TextHash.Fold(word[k]);
            }

            return lower[..word.Length] is "january" or "jan" or "february" or "feb" or "march" or "mar" or "april" or "apr" or "may" or "june" or "jun" or "july" or "jul"
                or "august" or "aug" or "september" or "sept" or "sep" or "october" or "oct" or "november" or "nov" or "december" or "dec";
        }
    }
}
