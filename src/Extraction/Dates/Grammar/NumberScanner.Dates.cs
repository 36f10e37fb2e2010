namespace Extraction;

/// <summary>ISO and numeric dates.</summary>
internal static partial class NumberScanner
{
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
}
