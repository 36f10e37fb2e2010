namespace Extraction;

/// <summary>Days and weeks counted inside a period.</summary>
internal ref partial struct DateResolver
{
    /// <summary>'the first Monday of October', 'the last week of May'; the day itself is unknown where the period is.</summary>
    private PartialDateTime? OrdinalInPeriod(int index, in DateMatch match)
    {
        DateMatch period = match;
        period.Rule = match.Within;
        period.Weekday = 0;
        if (DateOf(index, period) is not { } told)
        {
            return null;
        }

        if (!told.IsResolved || Intervals.Of(told) is not { } interval)
        {
            return match.Counted switch
            {
                Grain.Day when match.Weekday != 0 => PartialDateTime.OfWeekday(match.Weekday),
                Grain.Day => PartialDateTime.OfDay(null, told.Month ?? 0, match.Nth > 0 && told.Month is not null ? match.Nth : 0),
                _ => PartialDateTime.OfWeek(null, 0, match.Counted == Grain.Weekend),
            };
        }

        DateOnly first = interval.FirstDay;
        DateOnly last = Calendars.AddDays(interval.EndDay, -1);
        DateOnly day;
        if (match.Weekday != 0 || match.Counted == Grain.Weekend)
        {
            int weekday = match.Weekday != 0 ? match.Weekday : 6;
            day = match.Nth > 0
                ? Calendars.AddDays(first, ((weekday - Calendars.Weekday(first) + 7) % 7) + (7L * (match.Nth - 1)))
                : Calendars.AddDays(last, -((Calendars.Weekday(last) - weekday + 7) % 7));
        }
        else if (match.Counted == Grain.Week)
        {
            // As ISO 8601 counts the weeks of a year: the first has the period's fourth day in it.
            day = match.Nth > 0 ? Calendars.AddDays(first, 3 + (7L * (match.Nth - 1))) : Calendars.AddDays(last, -3);
        }
        else
        {
            day = match.Nth > 0 ? Calendars.AddDays(first, match.Nth - 1) : last;
        }

        return day < first || day > last ? null
            : match.Counted == Grain.Day ? PartialDateTime.OfDay(day)
            : PartialDateTime.OfWeek(day, match.Counted == Grain.Weekend);
    }
}
