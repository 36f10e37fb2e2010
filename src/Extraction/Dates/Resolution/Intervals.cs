namespace Extraction;

/// <summary>The half-open intervals that dates denote.</summary>
internal static class Intervals
{
    public static DateInterval? Of(PartialDateTime date)
    {
        if (!date.IsResolved || date.Year is not { } year || year is < 1 or > 9998)
        {
            return null;
        }

        if (date.HasTime)
        {
            return date.TryGetDate(out DateOnly day) ? OfTime(day, date) : null;
        }

        switch (date.DateGrain)
        {
            case Grain.Century:
                return Years(Math.Max(year, 1), year + 100);
            case Grain.Decade:
                return Years(Math.Max(year, 1), year + 10);
            case Grain.Year:
                return Years(year, year + 1);
            case Grain.Half:
                return Months(year, ((date.Half!.Value - 1) * 6) + 1, 6);
            case Grain.Quarter:
                return Months(year, ((date.Quarter!.Value - 1) * 3) + 1, 3);
            case Grain.Season:
                return Months(year, (date.First * 3), 3);
            case Grain.Month:
                return Months(year, date.Month!.Value, 1);
            case Grain.Week or Grain.Weekend:
                DateOnly monday = Calendars.MondayOf(year, date.Week!.Value);
                return date.DateGrain == Grain.Week ? Days(monday, Calendars.AddDays(monday, 7)) : Days(Calendars.AddDays(monday, 5), Calendars.AddDays(monday, 7));
            default:
                return date.TryGetDate(out DateOnly d) && d < DateOnly.MaxValue ? Days(d, d.AddDays(1)) : null;
        }
    }

    public static DateInterval Days(DateOnly start, DateOnly end) => new(start.ToDateTime(TimeOnly.MinValue), end.ToDateTime(TimeOnly.MinValue), false, null);

    public static DateOnly Add(DateOnly day, CalendarPeriod period, int sign)
    {
        DateOnly moved = Calendars.AddMonths(day, sign * ((period.Years * 12L) + period.Months));
        return Calendars.AddDays(moved, sign * ((period.Weeks * 7L) + period.Days));
    }

    private static DateInterval? Years(int start, int end) => end > 9999 ? null : Days(new DateOnly(start, 1, 1), new DateOnly(end, 1, 1));

    private static DateInterval Months(int year, int month, int count)
    {
        var start = new DateOnly(year, month, 1);
        return Days(start, Calendars.AddMonths(start, count));
    }

    private static DateInterval? OfTime(DateOnly day, PartialDateTime date)
    {
        if (day.Year >= 9998)
        {
            return null;
        }

        DateTime midnight = day.ToDateTime(TimeOnly.MinValue);
        if (date.Hour is { } hour)
        {
            DateTime start = midnight + new TimeSpan(hour, date.Minute ?? 0, date.Second ?? 0);
            TimeSpan length = date.Second is not null ? TimeSpan.FromSeconds(1) : date.Minute is not null ? TimeSpan.FromMinutes(1) : TimeSpan.FromHours(1);
            return new DateInterval(start, start + length, true, date.Offset);
        }

        (int from, int until) = date.PartOfDay switch
        {
            PartOfDay.Morning => (6, 12),
            PartOfDay.Midday => (11, 14),
            PartOfDay.Afternoon => (12, 18),
            PartOfDay.Evening => (18, 24),
            PartOfDay.Night => (18, 30),
            _ => (6, 18),
        };
        return new DateInterval(midnight.AddHours(from), midnight.AddHours(until), true, null);
    }
}
