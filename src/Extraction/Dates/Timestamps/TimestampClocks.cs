namespace Extraction;

/// <summary>The clock times of <see cref="TimestampGrammar"/>, with their zones.</summary>
internal static class TimestampClocks
{
    /// <summary>Reads a clock time at item <paramref name="i"/>; returns the item after it, or <paramref name="i"/>.</summary>
    /// <param name="cursor">The items.</param>
    /// <param name="i">Where it may begin.</param>
    /// <param name="afterDate">A date stands before it, so that <c>18.00</c> can be nothing else.</param>
    /// <param name="stamp">Gets hour, minute, second, zone and span.</param>
    public static int Read(TimestampCursor cursor, int i, bool afterDate, ref Timestamp stamp)
    {
        Timestamp read = stamp;
        int at = i;
        // 'MYT 7:00:00 AM'
        if (cursor[at].Kind == TimestampItemKind.Zone && cursor[at + 1].Kind == TimestampItemKind.Number)
        {
            at = ReadZone(cursor, at, ref read);
        }

        TimestampItem first = cursor[at];
        if (first.Kind != TimestampItemKind.Number)
        {
            return i;
        }

        int next;
        bool certain = false;
        if (first.Digits is 1 or 2 && first.Value < 25 && cursor.IsGlued(at + 1) && IsClockMark(cursor[at + 1], out bool colon)
            && cursor[at + 2] is { Kind: TimestampItemKind.Number, Digits: 2, Value: < 60 } && cursor.IsGlued(at + 2))
        {
            read.Hour = first.Value;
            read.Minute = cursor[at + 2].Value;
            next = at + 3;
            certain = colon;
            if (cursor[next].IsMark((char)cursor[at + 1].Value) && cursor.IsGlued(next) && cursor.IsGlued(next + 1) && cursor[next + 1] is { Kind: TimestampItemKind.Number, Digits: 2, Value: < 60 })
            {
                read.Second = cursor[next + 1].Value;
                next += 2;
                // '07:17:00.000Z'
                if (cursor[next].IsMark('.') && cursor.IsGlued(next) && cursor.IsGlued(next + 1) && cursor[next + 1].Kind == TimestampItemKind.Number)
                {
                    next += 2;
                }
            }
        }
        else if (first.Digits is 1 or 2 && cursor[at + 1].Kind == TimestampItemKind.Meridiem && first.Value is >= 1 and <= 12)
        {
            read.Hour = first.Value;
            read.Minute = -1;
            next = at + 1;
        }
        else if (first.Digits == 4 && first.Value / 100 < 24 && first.Value % 100 < 60 && cursor[at + 1].Kind == TimestampItemKind.Zone)
        {
            read.Hour = first.Value / 100;
            read.Minute = first.Value % 100;
            next = at + 1;
        }
        else
        {
            return i;
        }

        if (cursor[next].Kind == TimestampItemKind.Meridiem)
        {
            // '17:44 PM' and '15:19 pm' are written as well.
            read.Hour = read.Hour > 12 ? read.Hour : (read.Hour % 12) + cursor[next].Value;
            next++;
            certain = true;
        }

        if (read.Hour == 24)
        {
            read.Hour = read.Minute <= 0 ? 0 : 99;
        }

        int end = cursor.EndOf(next - 1);
        int zone = read.Zone.IsKnown ? next : ReadZone(cursor, next, ref read);
        if (zone > next)
        {
            certain = true;
            next = zone;
            end = cursor.EndOf(zone - 1);
        }

        // '7.30' alone may be a score, a price or a rating.
        if (read.Hour > 23 || !(certain || (afterDate && cursor[at].Digits == 2)))
        {
            return i;
        }

        stamp = read;
        stamp.ClockSpan = new TextSpan(cursor[i].Start, end);
        return next;
    }

    /// <summary>Reads a zone at item <paramref name="i"/>: <c>IST</c>, <c>(GMT+4)</c>, <c>Eastern Time</c>, <c>+05:30</c>; returns the item after it, or <paramref name="i"/>.</summary>
    public static int ReadZone(TimestampCursor cursor, int i, ref Timestamp stamp)
    {
        bool bracket = cursor[i].IsMark('(');
        int at = bracket ? i + 1 : i;
        // 'AM, IST'
        at += !bracket && cursor[at].IsMark(',') && cursor[at + 1].Kind == TimestampItemKind.Zone ? 1 : 0;
        TimestampItem item = cursor[at];
        TimestampZone zone;
        int next;
        if (item.Kind == TimestampItemKind.Zone)
        {
            if (!Name(cursor, at, out zone, out next))
            {
                return i;
            }

            if (Offset(cursor, next, out int minutes, out int after) && zone.Minutes is 0 or 60 or 120)
            {
                // 'GMT+1'; in 'CEST+02:00' the offset says the same once more.
                zone = TimestampZone.Fixed(minutes);
                next = after;
            }
        }
        else if (Offset(cursor, at, out int minutes, out next))
        {
            zone = TimestampZone.Fixed(minutes);
        }
        else
        {
            return i;
        }

        if (bracket && !cursor[next].IsMark(')'))
        {
            return i;
        }

        stamp.Zone = zone;
        return bracket ? next + 1 : next;
    }

    private static bool Name(TimestampCursor cursor, int at, out TimestampZone zone, out int next)
    {
        TimestampItem item = cursor[at];
        ReadOnlySpan<char> written = cursor.Text[item.Start..item.End];
        Span<char> lower = stackalloc char[written.Length];
        bool upper = true;
        for (int k = 0; k < written.Length; k++)
        {
            upper &= char.IsUpper(written[k]);
            lower[k] = TextHash.Fold(written[k]);
        }

        next = at + 1;
        if (!TimestampZone.TryGetPlace(lower, out zone))
        {
            return TimestampZone.TryGet(lower, upper, out zone);
        }

        // 'Eastern Time', 'Eastern Standard Time', 'Eastern Daylight Time'
        bool standard = IsWord(cursor, next, "standard");
        bool daylight = IsWord(cursor, next, "daylight");
        next += standard || daylight ? 1 : 0;
        if (!IsWord(cursor, next, "time"))
        {
            return false;
        }

        next++;
        zone = standard ? TimestampZone.Fixed(zone.Minutes) : daylight ? TimestampZone.Fixed(zone.Minutes + 60) : zone;
        return true;
    }

    // '+05:30', '+0530', '+4', '-5', '+ 2'; the sign must stand close before the digits' clock or zone.
    private static bool Offset(TimestampCursor cursor, int i, out int minutes, out int next)
    {
        minutes = 0;
        next = i;
        bool minus = cursor[i].IsMark('-') || cursor[i].IsMark('−');
        TimestampItem hours = cursor[i + 1];
        if (!(minus || cursor[i].IsMark('+')) || hours.Kind != TimestampItemKind.Number || !cursor.IsGlued(i + 1))
        {
            return false;
        }

        // After a clock '-' also separates ('06:00 -5 comments'): a minus sign is one only when glued, or with minutes.
        bool colon = cursor[i + 2].IsMark(':') && cursor.IsGlued(i + 2) && cursor[i + 3] is { Kind: TimestampItemKind.Number, Digits: 2, Value: < 60 };
        if (minus && !cursor.IsGlued(i) && !colon && hours.Digits != 4)
        {
            return false;
        }

        next = i + (colon ? 4 : 2);
        minutes = hours.Digits switch
        {
            4 => (hours.Value / 100 * 60) + (hours.Value % 100),
            1 or 2 => (hours.Value * 60) + (colon ? cursor[i + 3].Value : 0),
            _ => int.MaxValue,
        };
        if (minutes > 14 * 60)
        {
            return false;
        }

        minutes = minus ? -minutes : minutes;
        return true;
    }

    private static bool IsClockMark(TimestampItem item, out bool colon)
    {
        colon = item.IsMark(':') || item is { Kind: TimestampItemKind.Word, Value: 'h' };
        return colon || item.IsMark('.');
    }

    private static bool IsWord(TimestampCursor cursor, int i, ReadOnlySpan<char> word) =>
        cursor[i].Kind == TimestampItemKind.Word && cursor.Text[cursor[i].Start..cursor[i].End].Equals(word, StringComparison.OrdinalIgnoreCase);
}
