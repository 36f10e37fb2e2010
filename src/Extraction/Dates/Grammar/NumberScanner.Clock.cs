namespace Extraction;

/// <summary>Clock times with their meridiem and offset.</summary>
internal static partial class NumberScanner
{
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
}
