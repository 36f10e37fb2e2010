namespace Extraction;

/// <summary>Figures with letters: 21st, 1990s, 7pm, 2Q22, H1, FY23.</summary>
internal static partial class NumberScanner
{
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
}
