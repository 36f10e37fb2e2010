using System.Collections.Immutable;

namespace Extraction;

/// <summary>The furniture's stamps, which the layout has read, as date expressions.</summary>
internal static class StampDates
{
    // Pages are stamped on the day of their publication or within days of it.
    private const int NearPublication = 5;

    public static void Append(ArticleLayout layout, DateOnly? published, ImmutableArray<DateExpression>.Builder into)
    {
        bool plain = IsPlainStory(layout);
        foreach (Timestamp stamp in layout.Stamps)
        {
            if (Day(stamp, published) is not { } day)
            {
                continue;
            }

            DateRole role = plain ? DateRole.None : stamp.Role switch
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
        published is { } known && Ordered(stamp, known) is { } ordered ? PartialDateTime.OfDay(ordered)
        : stamp.RelativeDay is { } shift ? published is { } reading ? PartialDateTime.OfDay(Calendars.AddDays(reading, shift)) : PartialDateTime.UnknownDay
        : published is { } today && !stamp.HasDate && Nearest(stamp, today) is { } near ? PartialDateTime.OfDay(near)
        : stamp.HasDate ? PartialDateTime.OfDay(stamp.Year, stamp.Month, stamp.Day)
        : stamp.Role == TimestampRole.Copyright && stamp.Year > 0 ? PartialDateTime.OfYear(stamp.Year)
        : stamp.Day > 0 && stamp.Month > 0 ? PartialDateTime.OfDay(null, stamp.Month, stamp.Day)
        : stamp.HasClock ? PartialDateTime.UnknownDay
        : stamp.Weekday > 0 ? PartialDateTime.OfWeekday(stamp.Weekday)
        : null;

    /// <summary>
    /// Headline, a bare date, the story, and nothing else that a page sets round it: there the date is the story's own dateline without a place, and no furniture.
    /// So MEANTIME's annotators read it, too; see docs/dates.md.
    /// </summary>
    private static bool IsPlainStory(ArticleLayout layout)
    {
        if (layout.Stamps is not [{ HasDate: true, HasClock: false } stamp] || stamp.LabelledSpan != stamp.Span || stamp.Role == TimestampRole.Header)
        {
            return false;
        }

        bool alone = false;
        foreach (Block block in layout.Blocks)
        {
            switch (block.Kind)
            {
                case BlockKind.Byline or BlockKind.Agency or BlockKind.Credit or BlockKind.Tags or BlockKind.Note or BlockKind.Other:
                case BlockKind.Timestamp when block.Span != stamp.Span:
                    return false;
                case BlockKind.Timestamp:
                    alone = true;
                    break;
            }
        }

        return alone;
    }

    // '07/08/2013' on a page of 7 August: the publication day, where the caller gives it, settles the order of the figures.
    private static DateOnly? Ordered(in Timestamp stamp, DateOnly published)
    {
        if (stamp is { FirstNumber: 0 } or { FirstNumber: > 12 } or { SecondNumber: > 12 } || !stamp.HasDate || stamp.FirstNumber == stamp.SecondNumber)
        {
            return null;
        }

        var read = new DateOnly(stamp.Year, stamp.Month, stamp.Day);
        var other = new DateOnly(stamp.Year, stamp.Day, stamp.Month);
        return Math.Abs(read.DayNumber - published.DayNumber) > NearPublication && Math.Abs(other.DayNumber - published.DayNumber) <= NearPublication ? other : null;
    }

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
        stamp.HasClock ? day.WithClock(stamp.Hour, stamp.Minute, stamp.Second > 0 ? stamp.Second : -1, stamp.OffsetMinutes) : day;

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
