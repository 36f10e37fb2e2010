namespace Extraction;

/// <summary>Reads one figure from its characters: clock times, ISO and numeric dates, decades, ordinals, quarter codes, plain numbers.</summary>
internal static class NumberScanner
{
    private const int MaxDigits = 9;

    /// <summary>Appends the atoms of the figure that begins at <paramref name="i"/> (a digit, or an apostrophe before one) and returns where it ends.</summary>
    public static int Scan(ReadOnlySpan<char> text, int i, List<Atom> into)
    {
        int start = i;
        bool apostrophe = !char.IsAsciiDigit(text[i]);
        if (apostrophe)
        {
            i++;
        }

        int end = Run(text, i);
        int length = end - i;
        if (apostrophe)
        {
            if (length != 2)
            {
                into.Add(new Atom { Start = start, End = i, Class = DateClass.Other });
                return i;
            }

            int short2 = Number(text[i..end]);
            if (At(text, end) is 's' or 'S' && !char.IsLetterOrDigit(At(text, end + 1)) && short2 % 10 == 0)
            {
                into.Add(Make(DateClass.DecadeDigits, start, end + 1, short2, 2, AtomFlags.Marked));
                return end + 1;
            }

            into.Add(Make(DateClass.Digits, start, end, short2, 2, AtomFlags.Marked));
            return end;
        }

        if (length > MaxDigits)
        {
            into.Add(new Atom { Start = start, End = end, Class = DateClass.Other });
            return end;
        }

        int value = Number(text[i..end]);
        char next = At(text, end);
        int stop;
        switch (next)
        {
            case '-' or '/' or '.' or '\u2011' when length == 4 && (stop = IsoDate(text, start, end, value, into)) > 0:
            case '-' or '/' or '.' or '\u2011' when length <= 2 && (stop = NumericDate(text, start, end, value, into)) > 0:
            case ':' when length <= 2 && (stop = Clock(text, start, end, value, into)) > 0:
            case '.' when (stop = Decimal(text, start, end, value, length, into)) > 0:
            case ',' when length <= 3 && (stop = Grouped(text, start, end, into)) > 0:
            case '/' when length <= 2 && (stop = Fraction(text, start, end, value, into)) > 0:
                return stop;
            default:
                if (char.IsLetter(next) && (stop = Suffixed(text, start, end, value, length, into)) > 0)
                {
                    return stop;
                }

                into.Add(Make(DateClass.Digits, start, end, value, length, AtomFlags.None));
                return end;
        }
    }

    /// <summary>Length of the meridiem glued at <paramref name="i"/> (am, pm, a.m., p.m.), with which one it is; zero where there is none.</summary>
    public static int Meridiem(ReadOnlySpan<char> text, int i, out byte meridiem)
    {
        meridiem = 0;
        char first = (char)(At(text, i) | 0x20);
        if (first is not ('a' or 'p'))
        {
            return 0;
        }

        int j = i + 1;
        if (At(text, j) == '.')
        {
            j++;
        }

        if ((At(text, j) | 0x20) != 'm')
        {
            return 0;
        }

        j++;
        if (j - i == 3 && At(text, j) == '.')
        {
            j++;
        }

        if (char.IsLetterOrDigit(At(text, j)))
        {
            return 0;
        }

        meridiem = first == 'a' ? (byte)1 : (byte)2;
        return j - i;
    }

    /// <summary>Q3, H1, FY19, FY2019 with the letters first: appends the atom and returns where it ends, or 0.</summary>
    public static int ScanCode(ReadOnlySpan<char> text, int i, List<Atom> into)
    {
        char letter = text[i];
        if (letter is 'Q' or 'H')
        {
            int end = Run(text, i + 1);
            if (end - i != 2 || char.IsLetter(At(text, end)) && !(At(text, end) == 'F' && At(text, end + 1) == 'Y'))
            {
                return 0;
            }

            int number = text[i + 1] - '0';
            if (number < 1 || number > (letter == 'Q' ? 4 : 2))
            {
                return 0;
            }

            into.Add(Make(letter == 'Q' ? DateClass.QuarterCode : DateClass.HalfCode, i, end, number, 0, AtomFlags.None));
            return end;
        }

        if (letter == 'F' && At(text, i + 1) == 'Y')
        {
            int start = At(text, i + 2) is '\'' or '\u2019' ? i + 3 : i + 2;
            int end = Run(text, start);
            if (end - start is not (2 or 4) || char.IsLetter(At(text, end)))
            {
                return 0;
            }

            int value = Number(text[start..end]);
            into.Add(Make(DateClass.FiscalCode, i, end, value, end - start == 2 ? Century(value) : value, AtomFlags.None));
            return end;
        }

        return 0;
    }

    private static int IsoDate(ReadOnlySpan<char> text, int start, int end, int year, List<Atom> into)
    {
        char separator = text[end];
        int monthEnd = Run(text, end + 1);
        int dayEnd = At(text, monthEnd) == separator ? Run(text, monthEnd + 1) : 0;
        if (monthEnd - end - 1 is not (1 or 2) || dayEnd == 0 || dayEnd - monthEnd - 1 is not (1 or 2) || year is < 1000 or > 2999)
        {
            return 0;
        }

        int month = Number(text[(end + 1)..monthEnd]);
        int day = Number(text[(monthEnd + 1)..dayEnd]);
        if (month is < 1 or > 12 || day is < 1 or > 31)
        {
            // 2019-13-01 is no date, and its year is none either.
            into.Add(new Atom { Start = start, End = dayEnd, Class = DateClass.Other });
            return dayEnd;
        }

        into.Add(Make(DateClass.IsoDate, start, dayEnd, (year * 10000) + (month * 100) + day, 0, AtomFlags.None));
        if (At(text, dayEnd) is 'T' or 't')
        {
            int hourEnd = Run(text, dayEnd + 1);
            if (hourEnd - dayEnd - 1 == 2 && At(text, hourEnd) == ':')
            {
                int stop = Clock(text, dayEnd + 1, hourEnd, Number(text[(dayEnd + 1)..hourEnd]), into);
                return stop > 0 ? stop : dayEnd;
            }
        }

        return dayEnd;
    }

    private static int NumericDate(ReadOnlySpan<char> text, int start, int end, int first, List<Atom> into)
    {
        char separator = text[end];
        int secondEnd = Run(text, end + 1);
        int yearEnd = At(text, secondEnd) == separator ? Run(text, secondEnd + 1) : 0;
        if (secondEnd - end - 1 is not (1 or 2) || yearEnd == 0)
        {
            return 0;
        }

        int second = Number(text[(end + 1)..secondEnd]);
        int digits = yearEnd - secondEnd - 1;
        if (digits is not (2 or 4) || (At(text, yearEnd) == separator && char.IsAsciiDigit(At(text, yearEnd + 1))))
        {
            return 0;
        }

        int year = Number(text[(secondEnd + 1)..yearEnd]);
        if (first is < 1 or > 31 || second is < 1 or > 31 || (first > 12 && second > 12) || (digits == 4 && year is < 1000 or > 2999))
        {
            if (digits == 4 && end - start == 2)
            {
                into.Add(new Atom { Start = start, End = yearEnd, Class = DateClass.Other });
                return yearEnd;
            }

            return 0;
        }

        // 3-1-14 is a score line more often than a date; two-digit years go with slashes, dots, or two-digit parts.
        if (digits == 2 && separator != '/' && (end - start < 2 || secondEnd - end - 1 < 2))
        {
            return 0;
        }

        year = digits == 4 ? year : year > 50 ? 1900 + year : 2000 + year;
        into.Add(Make(DateClass.NumericDate, start, yearEnd, year, (first * 100) + second, digits == 2 ? AtomFlags.Marked : AtomFlags.None));
        return yearEnd;
    }

    private static int Clock(ReadOnlySpan<char> text, int start, int end, int hour, List<Atom> into)
    {
        int minuteEnd = Run(text, end + 1);
        if (minuteEnd - end - 1 != 2)
        {
            return 0;
        }

        int minute = Number(text[(end + 1)..minuteEnd]);
        int stop = minuteEnd;
        int second = -1;
        if (At(text, stop) == ':' && Run(text, stop + 1) - stop - 1 == 2)
        {
            second = Number(text[(stop + 1)..(stop + 3)]);
            stop += 3;
            if (At(text, stop) == '.' && char.IsAsciiDigit(At(text, stop + 1)))
            {
                stop = Run(text, stop + 1);
            }
        }
        else if (At(text, stop) == '.' && char.IsAsciiDigit(At(text, stop + 1)))
        {
            return 0;
        }

        if (hour > 24 || minute > 59 || second > 59)
        {
            return 0;
        }

        int glued = Meridiem(text, stop, out byte meridiem);
        into.Add(new Atom { Start = start, End = stop + glued, Class = DateClass.Clock, Value = (hour * 60) + minute, Extra = second + 1, Meridiem = meridiem });
        stop += glued;
        if (At(text, stop) is 'Z' && !char.IsLetterOrDigit(At(text, stop + 1)))
        {
            into.Add(new Atom { Start = stop, End = stop + 1, Class = DateClass.Offset });
            return stop + 1;
        }

        return Offset(text, stop, into);
    }

    // +05:30, -0800 right after a clock time.
    private static int Offset(ReadOnlySpan<char> text, int i, List<Atom> into)
    {
        if (At(text, i) is not ('+' or '-' or '\u2212'))
        {
            return i;
        }

        int hourEnd = Run(text, i + 1);
        int digits = hourEnd - i - 1;
        int minutes;
        int stop = hourEnd;
        if (digits == 4)
        {
            int packed = Number(text[(i + 1)..hourEnd]);
            minutes = (packed / 100 * 60) + (packed % 100);
        }
        else if (digits == 2 && At(text, hourEnd) == ':' && Run(text, hourEnd + 1) - hourEnd - 1 == 2)
        {
            minutes = (Number(text[(i + 1)..hourEnd]) * 60) + Number(text[(hourEnd + 1)..(hourEnd + 3)]);
            stop = hourEnd + 3;
        }
        else
        {
            return i;
        }

        // 10:30-11:00 is a range of two clock times, not a zone.
        if (minutes > 14 * 60 || (text[i] == '-' && At(text, hourEnd) == ':' && minutes % 15 != 0))
        {
            return i;
        }

        into.Add(new Atom { Start = i, End = stop, Class = DateClass.Offset, Value = text[i] == '+' ? minutes : -minutes });
        return stop;
    }

    private static int Decimal(ReadOnlySpan<char> text, int start, int end, int value, int length, List<Atom> into)
    {
        int fractionEnd = Run(text, end + 1);
        int digits = fractionEnd - end - 1;
        if (digits == 0)
        {
            return 0;
        }

        if (digits == 2 && length <= 2 && !(At(text, fractionEnd) == '.' && char.IsAsciiDigit(At(text, fractionEnd + 1))))
        {
            int minute = Number(text[(end + 1)..fractionEnd]);
            int gap = At(text, fractionEnd) is ' ' or '\u00a0' or '\u202f' ? 1 : 0;
            int glued = Meridiem(text, fractionEnd + gap, out byte meridiem);
            if (glued > 0 && value <= 24 && minute < 60)
            {
                into.Add(new Atom { Start = start, End = fractionEnd + gap + glued, Class = DateClass.Clock, Value = (value * 60) + minute, Meridiem = meridiem });
                return fractionEnd + gap + glued;
            }

            into.Add(Make(DateClass.Decimal, start, fractionEnd, value, minute, AtomFlags.None));
            return fractionEnd;
        }

        while (At(text, fractionEnd) == '.' && char.IsAsciiDigit(At(text, fractionEnd + 1)))
        {
            fractionEnd = Run(text, fractionEnd + 1);
        }

        into.Add(Make(DateClass.Decimal, start, fractionEnd, value, digits == 1 ? 1000 + (text[end + 1] - '0') : 2000, AtomFlags.None));
        return fractionEnd;
    }

    private static int Grouped(ReadOnlySpan<char> text, int start, int end, List<Atom> into)
    {
        int stop = end;
        while (At(text, stop) == ',')
        {
            int groupEnd = Run(text, stop + 1);
            if (groupEnd - stop - 1 is not (2 or 3))
            {
                break;
            }

            stop = groupEnd;
        }

        // 'March 3,1998' has no thousands; neither has 'Feb 25,26' end in a group of three.
        if (stop == end || At(text, stop - 4) != ',' || stop - start > MaxDigits + 3)
        {
            return 0;
        }

        int value = 0;
        foreach (char c in text[start..stop])
        {
            value = char.IsAsciiDigit(c) && value < 100_000_000 ? (value * 10) + (c - '0') : value;
        }

        into.Add(Make(DateClass.Digits, start, stop, value, MaxDigits, AtomFlags.Marked));
        return stop;
    }

    private static int Fraction(ReadOnlySpan<char> text, int start, int end, int value, List<Atom> into)
    {
        int stop = Run(text, end + 1);
        if (stop - end - 1 is not (1 or 2) || char.IsLetterOrDigit(At(text, stop)))
        {
            return 0;
        }

        into.Add(Make(DateClass.Fraction, start, stop, value, Number(text[(end + 1)..stop]), AtomFlags.None));
        return stop;
    }

    private static int Suffixed(ReadOnlySpan<char> text, int start, int end, int value, int length, List<Atom> into)
    {
        char a = (char)(text[end] | 0x20);
        char b = (char)(At(text, end + 1) | 0x20);
        bool two = !char.IsLetterOrDigit(At(text, end + 2));
        if (two && ((a == 's' && b == 't') || (a == 'n' && b == 'd') || (a == 'r' && b == 'd') || (a == 't' && b == 'h')))
        {
            into.Add(Make(DateClass.OrdinalDigits, start, end + 2, value, length, AtomFlags.None));
            return end + 2;
        }

        if (a == 's' && !char.IsLetterOrDigit(At(text, end + 1)))
        {
            bool decade = value % 10 == 0 && ((length == 4 && value is >= 1000 and < 2200) || (length == 2 && value >= 10) || (length == 3 && value >= 100));
            into.Add(Make(decade ? DateClass.DecadeDigits : DateClass.Other, start, end + 1, value, length, AtomFlags.None));
            return end + 1;
        }

        int meridiemLength = length <= 2 && value is >= 1 and <= 24 ? Meridiem(text, end, out byte meridiem) : Meridiem(text, text.Length, out meridiem);
        if (meridiemLength > 0)
        {
            into.Add(new Atom { Start = start, End = end + meridiemLength, Class = DateClass.Clock, Value = value * 60, Meridiem = meridiem });
            return end + meridiemLength;
        }

        if (length == 1 && a is 'q' or 'h' && (a == 'q' ? value is >= 1 and <= 4 : value is >= 1 and <= 2))
        {
            int yearStart = At(text, end + 1) is ' ' or '\u2019' or '\'' ? end + 2 : end + 1;
            int yearEnd = Run(text, yearStart);
            int year = (yearEnd - yearStart) switch
            {
                2 when yearStart == end + 1 || text[end + 1] != ' ' => Century(Number(text[yearStart..yearEnd])),
                4 => Number(text[yearStart..yearEnd]),
                _ => 0,
            };
            if (year is >= 1900 and < 2200 || (year == 0 && !char.IsLetterOrDigit(At(text, end + 1))))
            {
                int stop = year == 0 ? end + 1 : yearEnd;
                into.Add(Make(a == 'q' ? DateClass.QuarterCode : DateClass.HalfCode, start, stop, value, year, AtomFlags.None));
                return stop;
            }
        }

        // 14h30
        if (a == 'h' && length <= 2 && value <= 24 && Run(text, end + 1) - end - 1 == 2 && Number(text[(end + 1)..(end + 3)]) < 60)
        {
            into.Add(new Atom { Start = start, End = end + 3, Class = DateClass.Clock, Value = (value * 60) + Number(text[(end + 1)..(end + 3)]) });
            return end + 3;
        }

        return 0;
    }

    private static int Century(int twoDigits) => twoDigits > 50 ? 1900 + twoDigits : 2000 + twoDigits;

    private static Atom Make(DateClass dateClass, int start, int end, int value, int extra, AtomFlags flags) =>
        new() { Class = dateClass, Start = start, End = end, Value = value, Extra = extra, Flags = flags };

    private static char At(ReadOnlySpan<char> text, int i) => (uint)i < (uint)text.Length ? text[i] : '\0';

    private static int Run(ReadOnlySpan<char> text, int i)
    {
        while (i < text.Length && char.IsAsciiDigit(text[i]))
        {
            i++;
        }

        return i;
    }

    private static int Number(ReadOnlySpan<char> digits)
    {
        int value = 0;
        foreach (char c in digits)
        {
            value = (value * 10) + (c - '0');
            if (value > 100_000_000)
            {
                return value;
            }
        }

        return value;
    }
}
