namespace Extraction;

/// <summary>Splits a piece of a line into items for <see cref="TimestampGrammar"/>: one pass, no allocation.</summary>
internal static class TimestampLexer
{
    /// <summary>Names longer than this are no month, weekday, zone or label.</summary>
    private const int LongestName = 10;

    /// <summary>Fills <paramref name="into"/> and returns the number of items; what does not fit is left out.</summary>
    public static int Read(ReadOnlySpan<char> text, int start, int end, Span<TimestampItem> into)
    {
        int count = 0;
        bool space = true;
        int i = start;
        while (i < end && count < into.Length)
        {
            char c = text[i];
            if (char.IsWhiteSpace(c))
            {
                space = true;
                i++;
                continue;
            }

            int from = i;
            if (char.IsAsciiDigit(c))
            {
                into[count] = Number(text, ref i, end, space);
            }
            else if (char.IsLetter(c))
            {
                into[count] = Name(text, ref i, end, space, count > 0 && into[count - 1].Kind == TimestampItemKind.Number && !space);
            }
            else
            {
                i++;
                // '(c)' and '(C)'
                into[count] = c == '(' && i + 1 < end && text[i] is 'c' or 'C' && text[i + 1] == ')'
                    ? new TimestampItem(TimestampItemKind.Label, (int)TimestampLabel.Copyright, from, i += 2, 0, space)
                    : c == '©' ? new TimestampItem(TimestampItemKind.Label, (int)TimestampLabel.Copyright, from, i, 0, space)
                    : new TimestampItem(TimestampItemKind.Mark, c, from, i, 0, space);
            }

            space = false;
            count++;
        }

        return count;
    }

    private static TimestampItem Number(ReadOnlySpan<char> text, ref int i, int end, bool space)
    {
        int from = i;
        int value = 0;
        while (i < end && char.IsAsciiDigit(text[i]))
        {
            value = value > 99_999_999 ? value : (value * 10) + (text[i] - '0');
            i++;
        }

        int digits = i - from;
        if (digits <= 2 && i + 1 < end && (i + 2 >= end || !char.IsLetter(text[i + 2])))
        {
            (char a, char b) = (TextHash.Fold(text[i]), TextHash.Fold(text[i + 1]));
            if ((a, b) is ('s', 't') or ('n', 'd') or ('r', 'd') or ('t', 'h'))
            {
                i += 2;
            }
        }

        return new TimestampItem(TimestampItemKind.Number, value, from, i, (byte)Math.Min(digits, 255), space);
    }

    private static TimestampItem Name(ReadOnlySpan<char> text, ref int i, int end, bool space, bool afterNumber)
    {
        int from = i;
        // 'a.m.' and 'p.m.', also 'a. m.'
        if (text[i] is 'a' or 'p' or 'A' or 'P' && i + 2 < end && text[i + 1] == '.')
        {
            int m = text[i + 2] == ' ' && i + 3 < end ? i + 3 : i + 2;
            if (text[m] is 'm' or 'M' && (m + 1 >= end || !char.IsLetter(text[m + 1])))
            {
                int value = text[i] is 'p' or 'P' ? 12 : 0;
                i = m + 1 < end && text[m + 1] == '.' ? m + 2 : m + 1;
                return new TimestampItem(TimestampItemKind.Meridiem, value, from, i, 0, space);
            }
        }

        // A capital after a small letter begins a word: scraped lines glue '3:20pmUpdated' and 'EnglishUnion'.
        i++;
        while (i < end && char.IsLetter(text[i]) && !(char.IsUpper(text[i]) && char.IsLower(text[i - 1])))
        {
            i++;
        }

        int length = i - from;
        if (length > LongestName)
        {
            return new TimestampItem(TimestampItemKind.Word, 0, from, i, 0, space);
        }

        Span<char> lower = stackalloc char[LongestName];
        bool upper = true;
        for (int k = 0; k < length; k++)
        {
            char c = text[from + k];
            upper &= char.IsUpper(c);
            lower[k] = TextHash.Fold(c);
        }

        ReadOnlySpan<char> name = lower[..length];
        (TimestampItemKind kind, int value2) = Classify(name, afterNumber);
        if (kind == TimestampItemKind.Word && ((TimestampZone.TryGet(name, upper, out _) && (length > 1 || afterNumber)) || TimestampZone.TryGetPlace(name, out _)))
        {
            kind = TimestampItemKind.Zone;
        }

        return new TimestampItem(kind, value2, from, i, 0, space);
    }

    private static (TimestampItemKind Kind, int Value) Classify(ReadOnlySpan<char> name, bool afterNumber) => name switch
    {
        "january" or "jan" => (TimestampItemKind.Month, 1),
        "february" or "feb" => (TimestampItemKind.Month, 2),
        "march" or "mar" => (TimestampItemKind.Month, 3),
        "april" or "apr" => (TimestampItemKind.Month, 4),
        "may" => (TimestampItemKind.Month, 5),
        "june" or "jun" => (TimestampItemKind.Month, 6),
        "july" or "jul" => (TimestampItemKind.Month, 7),
        "august" or "aug" => (TimestampItemKind.Month, 8),
        "september" or "sept" or "sep" => (TimestampItemKind.Month, 9),
        "october" or "oct" => (TimestampItemKind.Month, 10),
        "november" or "nov" => (TimestampItemKind.Month, 11),
        "december" or "dec" => (TimestampItemKind.Month, 12),
        "monday" or "mon" => (TimestampItemKind.Weekday, 1),
        "tuesday" or "tues" or "tue" => (TimestampItemKind.Weekday, 2),
        "wednesday" or "weds" or "wed" => (TimestampItemKind.Weekday, 3),
        "thursday" or "thurs" or "thur" or "thu" => (TimestampItemKind.Weekday, 4),
        "friday" or "fri" => (TimestampItemKind.Weekday, 5),
        "saturday" or "sat" => (TimestampItemKind.Weekday, 6),
        "sunday" or "sun" => (TimestampItemKind.Weekday, 7),
        "today" => (TimestampItemKind.RelativeDay, 0),
        "yesterday" => (TimestampItemKind.RelativeDay, -1),
        "am" => (TimestampItemKind.Meridiem, 0),
        "pm" => (TimestampItemKind.Meridiem, 12),
        "at" or "on" or "of" => (TimestampItemKind.Preposition, 0),
        "first" => (TimestampItemKind.Label, (int)TimestampLabel.First),
        "last" => (TimestampItemKind.Label, (int)TimestampLabel.Last),
        "published" or "posted" or "publication" or "filed" or "launched" or "issued" or "released" or "created" or "uploaded" => (TimestampItemKind.Label, (int)TimestampLabel.Published),
        "updated" or "update" or "modified" or "revised" or "edited" or "amended" => (TimestampItemKind.Label, (int)TimestampLabel.Updated),
        "date" or "dated" => (TimestampItemKind.Label, (int)TimestampLabel.Date),
        "copyright" => (TimestampItemKind.Label, (int)TimestampLabel.Copyright),
        "a" when afterNumber => (TimestampItemKind.Meridiem, 0),
        "p" when afterNumber => (TimestampItemKind.Meridiem, 12),
        _ => (TimestampItemKind.Word, name is ['t'] or ['h'] ? name[0] : 0),
    };
}
