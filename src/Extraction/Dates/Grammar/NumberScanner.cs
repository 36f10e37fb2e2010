namespace Extraction;

/// <summary>Reads one figure from its characters: clock times, ISO and numeric dates, decades, ordinals, quarter codes, plain numbers.</summary>
internal static partial class NumberScanner
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
