namespace Extraction;

/// <summary>The dates of <see cref="TimestampGrammar"/>: a full date, or month and day without a year; nothing coarser.</summary>
internal static class TimestampDates
{
    /// <summary>Reads a date at item <paramref name="i"/>; returns the item after it, or <paramref name="i"/>.</summary>
    public static int Read(TimestampCursor cursor, int i, ref Timestamp stamp)
    {
        int at = i;
        int weekday = -1;
        if (cursor[at].Kind == TimestampItemKind.Weekday)
        {
            weekday = cursor[at].Value;
            at = cursor.SkipStop(at + 1);
            // 'Tuesday | May 7, 2013', 'Friday, March 17'
            if (cursor[at].Kind == TimestampItemKind.Mark && (char)cursor[at].Value is ',' or '|' or '-' or '/')
            {
                at++;
            }
        }

        Timestamp read = stamp;
        int next = cursor[at].Kind switch
        {
            TimestampItemKind.Month => MonthFirst(cursor, at, ref read),
            TimestampItemKind.Number => Max(YearFirst(cursor, at, ref read), at, cursor, ref read),
            _ => at,
        };
        if (next == at || (read.Year > 0 && !IsPossible(read)) || (read.Year < 0 && read.Day > DateTime.DaysInMonth(2000, read.Month)))
        {
            return i;
        }

        stamp = read;
        stamp.Weekday = weekday;
        int end = cursor.EndOf(next - 1);
        // 'November 21, 2019, Thursday @ 07:25am'
        int after = cursor[next].IsMark(',') ? next + 1 : next;
        if (weekday < 0 && read.Year > 0 && cursor[after].Kind == TimestampItemKind.Weekday)
        {
            stamp.Weekday = cursor[after].Value;
            end = cursor[after].End;
            next = after + 1;
        }

        stamp.DateSpan = new TextSpan(cursor[i].Start, end);
        return next;
    }

    /// <summary>
    /// Reads the first day of <c>11 - 17 February 1999</c>, which takes month and year from the date after it; returns the item at which that date begins, or <paramref name="i"/>.
    /// </summary>
    public static int ReadRangeStart(TimestampCursor cursor, int i, ref Timestamp stamp)
    {
        if (!IsDay(cursor[i]) || cursor[i + 1].Kind != TimestampItemKind.Mark || (char)cursor[i + 1].Value is not ('-' or '–') || !IsDay(cursor[i + 2]))
        {
            return i;
        }

        Timestamp last = stamp;
        if (DayMonth(cursor, i + 2, ref last) == i + 2 || !IsPossible(last) || cursor[i].Value >= last.Day)
        {
            return i;
        }

        (stamp.Year, stamp.Month, stamp.Day) = (last.Year, last.Month, cursor[i].Value);
        stamp.DateSpan = new TextSpan(cursor[i].Start, cursor[i].End);
        return i + 2;
    }

    private static int Max(int yearFirst, int at, TimestampCursor cursor, ref Timestamp stamp)
    {
        if (yearFirst > at)
        {
            return yearFirst;
        }

        int next = DayMonth(cursor, at, ref stamp);
        return next > at ? next : Numeric(cursor, at, ref stamp);
    }

    private static bool IsPossible(in Timestamp stamp) =>
        stamp is { Year: >= 1000 and < 2200, Month: >= 1 and <= 12, Day: >= 1 } && stamp.Day <= DateTime.DaysInMonth(stamp.Year, stamp.Month);

    // 'February 25, 2022', 'Feb. 25 2022', 'November/10/2011', 'June 12th 2014', 'Jul 20'
    private static int MonthFirst(TimestampCursor cursor, int i, ref Timestamp stamp)
    {
        int at = cursor.SkipStop(i + 1);
        char mark = cursor.IsGlued(at) && cursor[at].Kind == TimestampItemKind.Mark && (char)cursor[at].Value is '/' or '-' ? (char)cursor[at].Value : '\0';
        at += mark == '\0' ? 0 : 1;
        if (!IsDay(cursor[at]))
        {
            return i;
        }

        stamp.Month = cursor[i].Value;
        stamp.Day = cursor[at].Value;
        at++;
        int year = at;
        if (cursor[year].Kind == TimestampItemKind.Mark && (char)cursor[year].Value is ',' or '.' or '/' or '-')
        {
            year++;
        }

        if (IsYear(cursor[year]) && !IsClockHead(cursor, year))
        {
            stamp.Year = cursor[year].Value;
            return year + 1;
        }

        if (cursor[year].IsMark('\'') || cursor[year].IsMark('’'))
        {
            year++;
            if (IsShortYear(cursor[year]))
            {
                stamp.Year = Century(cursor[year].Value);
                return year + 1;
            }
        }

        // 'November-10-11'
        if (mark != '\0' && cursor[at].IsMark(mark) && IsShortYear(cursor[at + 1]))
        {
            stamp.Year = Century(cursor[at + 1].Value);
            return at + 2;
        }

        return at;
    }

    // '25 February 2022', '25th of Feb., 2022', '25-Feb-22', '19 Apr 16', '20March2012', "11 May.'12"
    private static int DayMonth(TimestampCursor cursor, int i, ref Timestamp stamp)
    {
        if (!IsDay(cursor[i]))
        {
            return i;
        }

        int at = i + 1;
        bool joined = cursor[at].Kind == TimestampItemKind.Mark && (char)cursor[at].Value is '-' or '/' or '.';
        at += joined || cursor[at].Kind == TimestampItemKind.Preposition ? 1 : 0;
        if (cursor[at].Kind != TimestampItemKind.Month)
        {
            return i;
        }

        stamp.Day = cursor[i].Value;
        stamp.Month = cursor[at].Value;
        int end = at + 1;
        int year = cursor.SkipStop(end);
        bool stop = year > end;
        if (cursor[year].Kind == TimestampItemKind.Mark && (char)cursor[year].Value is ',' or '-' or '/' or '.')
        {
            year++;
        }

        if (IsYear(cursor[year]) && !IsClockHead(cursor, year))
        {
            stamp.Year = cursor[year].Value;
            return year + 1;
        }

        bool apostrophe = cursor[year].IsMark('\'') || cursor[year].IsMark('’');
        year += apostrophe ? 1 : 0;
        if ((apostrophe || joined || cursor[year].SpaceBefore) && IsShortYear(cursor[year]) && !IsClockHead(cursor, year) && cursor[year + 1].Kind != TimestampItemKind.Meridiem)
        {
            // '24 Aug 24, 2011' is 'Aug 24, 2011' after a page's big day number.
            if (cursor[year + 1].IsMark(',') && IsYear(cursor[year + 2]))
            {
                return i;
            }

            stamp.Year = Century(cursor[year].Value);
            return year + 1;
        }

        return stop ? end + 1 : end;
    }

    // '2022-02-25', '2019/08/24', '2022.02.25', '2022-Feb-25'
    private static int YearFirst(TimestampCursor cursor, int i, ref Timestamp stamp)
    {
        if (!IsYear(cursor[i]) || IsInAddress(cursor, i) || cursor[i + 1].Kind != TimestampItemKind.Mark || (char)cursor[i + 1].Value is not ('-' or '/' or '.')
            || cursor[i + 3] != cursor[i + 3] with { Kind = TimestampItemKind.Mark, Value = cursor[i + 1].Value } || !IsDay(cursor[i + 4]))
        {
            return i;
        }

        TimestampItem month = cursor[i + 2];
        if (month.Kind != TimestampItemKind.Month && !(IsDay(month) && month.Value <= 12))
        {
            return i;
        }

        stamp.Year = cursor[i].Value;
        stamp.Month = month.Value;
        stamp.Day = cursor[i + 4].Value;
        return i + 5;
    }

    // '25/02/2022', '25.02.22', '07-03-08', '3/14/2019', '16/09' is none: too little to tell it from a score or a page.
    private static int Numeric(TimestampCursor cursor, int i, ref Timestamp stamp)
    {
        TimestampItem mark = cursor[i + 1];
        if (!IsNumber(cursor[i]) || IsInAddress(cursor, i) || mark.Kind != TimestampItemKind.Mark || (char)mark.Value is not ('/' or '-' or '.') || !cursor.IsGlued(i + 1)
            || !IsNumber(cursor[i + 2]) || !cursor.IsGlued(i + 2))
        {
            return i;
        }

        (int first, int second) = (cursor[i].Value, cursor[i + 2].Value);
        if (Math.Min(first, second) > 12)
        {
            return i;
        }

        // 'Last updated: 16/09 - 20:15 CEST'
        if (mark.Value == '/' && cursor[i + 3].SpaceBefore && (IsClock(cursor, i + 3) || (cursor[i + 3].IsMark('-') && IsClock(cursor, i + 4))))
        {
            Numbers(first, second, ref stamp);
            return i + 3;
        }

        if (!cursor[i + 3].IsMark((char)mark.Value) || !cursor.IsGlued(i + 3) || !cursor.IsGlued(i + 4))
        {
            return i;
        }

        int year = IsYear(cursor[i + 4]) ? cursor[i + 4].Value : IsShortYear(cursor[i + 4]) ? Century(cursor[i + 4].Value) : -1;
        // 'v1.2.12.3', '127-0-0-1'
        if (year < 0 || (cursor[i + 5].IsMark((char)mark.Value) && cursor.IsGlued(i + 5) && cursor.IsGlued(i + 6) && cursor[i + 6].Kind == TimestampItemKind.Number))
        {
            return i;
        }

        stamp.Year = year;
        Numbers(first, second, ref stamp);
        return i + 5;
    }

    private static void Numbers(int first, int second, ref Timestamp stamp)
    {
        stamp.FirstNumber = (byte)first;
        stamp.SecondNumber = (byte)second;
        stamp.IsOrderAmbiguous = first <= 12 && second <= 12 && first != second;
        (stamp.Day, stamp.Month) = second > 12 ? (second, first) : (first, second);
    }

    // 'http://paper.example/2009/08/21/goats', but not the old wire's 'AP-ES-04-12-04 1420EDT'
    private static bool IsInAddress(TimestampCursor cursor, int i) =>
        cursor.IsGlued(i) && cursor[i - 1].Kind == TimestampItemKind.Mark && ((char)cursor[i - 1].Value is '/' or '.' or '=' or '_' || (cursor[i - 1].IsMark('-') && cursor[i - 2].Kind != TimestampItemKind.Word));

    private static bool IsClock(TimestampCursor cursor, int i) =>
        cursor[i] is { Kind: TimestampItemKind.Number, Digits: 1 or 2 } && cursor[i + 1].IsMark(':') && cursor[i + 2] is { Kind: TimestampItemKind.Number, Digits: 2 };

    private static bool IsNumber(TimestampItem item) => item is { Kind: TimestampItemKind.Number, Digits: 1 or 2, Value: >= 1 and <= 31 };

    private static bool IsDay(TimestampItem item) => IsNumber(item);

    private static bool IsYear(TimestampItem item) => item is { Kind: TimestampItemKind.Number, Digits: 4, Value: >= 1000 and < 2200 };

    private static bool IsShortYear(TimestampItem item) => item is { Kind: TimestampItemKind.Number, Digits: 2 };

    // 'Sep 16 20:15' and 'Feb 25 0717 GMT' go on with a clock, not with a year.
    private static bool IsClockHead(TimestampCursor cursor, int i) =>
        (cursor[i + 1].IsMark(':') && cursor.IsGlued(i + 1) && cursor[i].Digits <= 2) || (cursor[i + 1].Kind == TimestampItemKind.Zone && cursor[i].Value < 1900 && cursor[i].Digits == 4);

    // News on the web and its archives: 70 to 99 are of the last century.
    private static int Century(int year) => year < 70 ? 2000 + year : 1900 + year;
}
