namespace Extraction;

/// <content>Writes the value as TIMEX3 has it: <c>1998-W32</c>, <c>XXXX-WXX-4</c>, <c>2022-02-25T06:53+05:30</c>.</content>
public readonly partial record struct PartialDateTime
{
    /// <summary>The TIMEX3 value: <c>2022-02-24</c>, <c>1989-Q3</c>, <c>197</c>, <c>2023-04-16TMO</c>, <c>XXXX-WXX-4</c>.</summary>
    public override string ToString()
    {
        Span<char> buffer = stackalloc char[48];
        _ = TryFormat(buffer, out int written, default, null);
        return new string(buffer[..written]);
    }

    /// <inheritdoc cref="ToString()"/>
    public string ToString(string? format, IFormatProvider? formatProvider) => ToString();

    /// <summary>Writes the TIMEX3 value without an allocation; the format and the provider are not looked at.</summary>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        Span<char> buffer = stackalloc char[48];
        int n = 0;
        FormatDate(buffer, ref n);
        FormatTime(buffer, ref n);
        charsWritten = n;
        return buffer[..n].TryCopyTo(destination);
    }

    private void FormatDate(Span<char> into, ref int n)
    {
        int digits = _dateGrain switch { Grain.Century => 2, Grain.Decade => 3, _ => 4 };
        if (Year is { } year)
        {
            if (year <= 0)
            {
                into[n++] = 'B';
                into[n++] = 'C';
                year = 1 - year;
            }

            int shown = _dateGrain switch { Grain.Century => year / 100, Grain.Decade => year / 10, _ => year };
            Number(into, ref n, shown, digits, zeroIsKnown: true);
        }
        else
        {
            into.Slice(n, digits).Fill('X');
            n += digits;
        }

        switch (_dateGrain)
        {
            case Grain.Half or Grain.Quarter:
                into[n++] = '-';
                into[n++] = _dateGrain == Grain.Half ? 'H' : 'Q';
                into[n++] = _first == 0 ? 'X' : (char)('0' + _first);
                break;
            case Grain.Season:
                into[n++] = '-';
                (_first switch { 1 => "SP", 2 => "SU", 3 => "FA", 4 => "WI", _ => "XX" }).CopyTo(into[n..]);
                n += 2;
                break;
            case Grain.Week or Grain.Weekend:
                into[n++] = '-';
                into[n++] = 'W';
                Number(into, ref n, _first, 2);
                if (_dateGrain == Grain.Weekend)
                {
                    "-WE".CopyTo(into[n..]);
                    n += 3;
                }

                break;
            case Grain.Month:
                into[n++] = '-';
                Number(into, ref n, _first, 2);
                break;
            case Grain.Day when _first == WeekdayMark:
                "-WXX-".CopyTo(into[n..]);
                n += 5;
                into[n++] = (char)('0' + _second);
                break;
            case Grain.Day:
                into[n++] = '-';
                Number(into, ref n, _first, 2);
                into[n++] = '-';
                Number(into, ref n, _second, 2);
                break;
        }
    }

    private void FormatTime(Span<char> into, ref int n)
    {
        if (_part != PartOfDay.None)
        {
            into[n++] = 'T';
            (_part switch
            {
                PartOfDay.Morning => "MO",
                PartOfDay.Midday => "MI",
                PartOfDay.Afternoon => "AF",
                PartOfDay.Evening => "EV",
                PartOfDay.Night => "NI",
                _ => "DT",
            }).CopyTo(into[n..]);
            n += 2;
            return;
        }

        if ((_known & ClockKnown) == 0)
        {
            return;
        }

        into[n++] = 'T';
        Number(into, ref n, _hour, 2, zeroIsKnown: true);
        if (_minute >= 0)
        {
            into[n++] = ':';
            Number(into, ref n, _minute, 2, zeroIsKnown: true);
            if (_second60 >= 0)
            {
                into[n++] = ':';
                Number(into, ref n, _second60, 2, zeroIsKnown: true);
            }
        }

        if ((_known & OffsetKnown) == 0)
        {
            return;
        }

        if (_offset == 0)
        {
            into[n++] = 'Z';
            return;
        }

        into[n++] = _offset < 0 ? '-' : '+';
        Number(into, ref n, Math.Abs(_offset) / 60, 2, zeroIsKnown: true);
        into[n++] = ':';
        Number(into, ref n, Math.Abs(_offset) % 60, 2, zeroIsKnown: true);
    }

    private static void Number(Span<char> into, ref int n, int value, int digits, bool zeroIsKnown = false)
    {
        if (value == 0 && !zeroIsKnown && digits == 2)
        {
            into[n++] = 'X';
            into[n++] = 'X';
            return;
        }

        for (int k = digits - 1; k >= 0; k--)
        {
            into[n + k] = (char)('0' + (value % 10));
            value /= 10;
        }

        n += digits;
    }
}
