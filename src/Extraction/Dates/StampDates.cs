using System.Collections.Immutable;

namespace Extraction;

/// <summary>The furniture's stamps, which the layout has read, as date expressions.</summary>
internal static class StampDates
{
    public static void Append(ImmutableArray<Timestamp> stamps, DateOnly? published, ImmutableArray<DateExpression>.Builder into)
    {
        foreach (Timestamp stamp in stamps)
        {
            if (Day(stamp, published) is not { } day)
            {
                continue;
            }

            DateRole role = stamp.Role switch
            {
                TimestampRole.Published or TimestampRole.FirstPublished => DateRole.Published,
                TimestampRole.Updated => DateRole.Updated,
                _ => DateRole.Header,
            };
            bool inherited = stamp.IsDateInherited || stamp.IsYearInherited;
            if (stamp.IsClockApart && !stamp.DateSpan.IsEmpty)
            {
                into.Add(Make(stamp, stamp.DateSpan, day, role, inherited));
                into.Add(Make(stamp, stamp.ClockSpan, WithClock(day, stamp), role, true));
                continue;
            }

            into.Add(Make(stamp, stamp.Span, WithClock(day, stamp), role, inherited));
        }
    }

    private static PartialDateTime? Day(in Timestamp stamp, DateOnly? published) =>
        published is { } today && !stamp.HasDate && Nearest(stamp, today) is { } near ? PartialDateTime.OfDay(near)
        : stamp.HasDate ? PartialDateTime.OfDay(stamp.Year, stamp.Month, stamp.Day)
        : stamp.Role == TimestampRole.Copyright && stamp.Year > 0 ? PartialDateTime.OfYear(stamp.Year)
        : stamp.Day > 0 && stamp.Month > 0 ? PartialDateTime.OfDay(null, stamp.Month, stamp.Day)
        : stamp.HasClock ? PartialDateTime.UnknownDay
        : stamp.Weekday > 0 ? PartialDateTime.OfWeekday(stamp.Weekday)
        : null;

    // A stamp without a year, or of a weekday or a clock time alone, belongs to the days around the publication.
    private static DateOnly? Nearest(in Timestamp stamp, DateOnly today)
    {
        if (stamp.Day > 0 && stamp.Month > 0)
        {
            DateOnly? best = null;
            for (int year = Math.Max(1, today.Year - 1); year <= Math.Min(9999, today.Year + 1); year++)
            {
                if (Calendars.IsValid(year, stamp.Month, stamp.Day) && new DateOnly(year, stamp.Month, stamp.Day) is var day
                    && (best is not { } b || Math.Abs(day.DayNumber - today.DayNumber) < Math.Abs(b.DayNumber - today.DayNumber)))
                {
                    best = day;
                }
            }

            return best;
        }

        return stamp.Role == TimestampRole.Copyright ? null
            : stamp.Weekday > 0 ? Calendars.AddDays(today, -((Calendars.Weekday(today) - stamp.Weekday + 7) % 7))
            : stamp.HasClock ? today
            : null;
    }

    private static PartialDateTime WithClock(PartialDateTime day, in Timestamp stamp) =>
        stamp.HasClock ? day.WithClock(stamp.Hour, stamp.Minute, stamp.Second, stamp.OffsetMinutes) : day;

    private static DateExpression Make(in Timestamp stamp, TextSpan span, PartialDateTime value, DateRole role, bool inherited) => new()
    {
        Span = span,
        Type = value.HasTime ? TimexType.Time : TimexType.Date,
        Date = value,
        Interval = Intervals.Of(value),
        Anchor = !value.IsResolved ? DateAnchor.Unresolved : inherited ? DateAnchor.Previous : DateAnchor.Explicit,
        Rule = DateRule.Stamp,
        IsAmbiguous = stamp.IsOrderAmbiguous || stamp.IsZoneAmbiguous,
        Role = role,
    };
}
