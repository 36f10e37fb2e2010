using System.Collections.Immutable;

namespace Extraction;

/// <summary>The furniture's stamps, which the layout has read, as date expressions.</summary>
internal static class StampDates
{
    public static void Append(ImmutableArray<Timestamp> stamps, ImmutableArray<DateExpression>.Builder into)
    {
        foreach (Timestamp stamp in stamps)
        {
            if (Day(stamp) is not { } day)
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

    private static PartialDateTime? Day(in Timestamp stamp) =>
        stamp.HasDate ? PartialDateTime.OfDay(stamp.Year, stamp.Month, stamp.Day)
        : stamp.Role == TimestampRole.Copyright && stamp.Year > 0 ? PartialDateTime.OfYear(stamp.Year)
        : stamp.Day > 0 && stamp.Month > 0 ? PartialDateTime.OfDay(null, stamp.Month, stamp.Day)
        : stamp.HasClock ? PartialDateTime.UnknownDay
        : stamp.Weekday > 0 ? PartialDateTime.OfWeekday(stamp.Weekday)
        : null;

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
