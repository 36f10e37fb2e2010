namespace Extraction;

/// <summary>From values to results: clock, interval, anchor.</summary>
internal ref partial struct DateResolver
{
    private PartialDateTime WithTime(PartialDateTime day, in DateMatch match)
    {
        if (match.Hour < 0)
        {
            return day.WithPart(match.DayPart);
        }

        int hour = match.Hour;
        if (match.Meridiem == 2 && hour < 12)
        {
            hour += 12;
        }
        else if (match.Meridiem == 1 && hour == 12)
        {
            hour = 0;
        }

        int? offset = null;
        if (match.HasZone)
        {
            offset = match.Zone;
            if ((match.ZoneFlags & (AtomFlags.UnitedStates | AtomFlags.Europe)) != 0 && day.TryGetDate(out DateOnly on)
                && Calendars.IsSummerTime(on, (match.ZoneFlags & AtomFlags.UnitedStates) != 0))
            {
                offset += 60;
            }

            _ambiguous |= (match.ZoneFlags & AtomFlags.Ambiguous) != 0;
        }

        // Midnight of a day is the hour at which it ends: 'at midnight on 20 June' is 21 June, 00:00.
        if (hour == 24)
        {
            hour = 0;
            if (day.TryGetDate(out DateOnly ends))
            {
                day = PartialDateTime.OfDay(Calendars.AddDays(ends, 1));
            }
        }

        return day.WithClock(hour, match.Minute, match.Second, offset);
    }

    private DateExpression Make(in DateMatch match, PartialDateTime? date, CalendarPeriod? period, TimeReference reference = TimeReference.None)
    {
        if (date is { IsResolved: false } && _anchor == DateAnchor.Explicit && match.Rule != DateRule.Set)
        {
            _anchor = DateAnchor.Unresolved;
        }

        return new DateExpression
        {
            Span = new TextSpan(match.Start, match.End),
            Type = date is { } d && d.HasTime ? match.Rule == DateRule.Set ? TimexType.Set : TimexType.Time : match.Type == TimexType.Time && date is { } x && !x.HasTime ? TimexType.Date : match.Type,
            Date = date,
            Period = period,
            Reference = reference,
            Modifier = match.Modifier,
            Interval = date is { } value ? Intervals.Of(value) : Stretch(match),
            Anchor = _anchor,
            AnchorDate = _anchorDate,
            Rule = match.Rule,
            IsAmbiguous = _ambiguous,
        };
    }

    // 'the past two months' ends today, 'the next two weeks' begin today.
    private readonly DateInterval? Stretch(in DateMatch match)
    {
        if (match.Rule != DateRule.Duration || match.Relation is not (DateRelation.Past or DateRelation.Coming) || _state.Today is not { } today || match.Period.VagueUnit != Grain.None || _state.IsNarrative)
        {
            return null;
        }

        int sign = match.Relation == DateRelation.Past ? -1 : 1;
        if (match.Period.Hours != 0 || match.Period.Minutes != 0 || match.Period.Seconds != 0)
        {
            return null;
        }

        DateOnly other = Intervals.Add(today, match.Period, sign);
        if (other == today)
        {
            return null;
        }

        return sign < 0 ? Intervals.Days(other, today) : Intervals.Days(today, other);
    }

    private DateExpression MakeSet(in DateMatch match)
    {
        PartialDateTime? pattern = match.Weekday != 0 ? PartialDateTime.OfWeekday(match.Weekday)
            : match.Month != 0 ? PartialDateTime.OfMonth(null, match.Month)
            : match.Part != 0 ? PartialDateTime.OfSeason(null, (Season)match.Part)
            : null;
        if (pattern is { } day && match.HasTime)
        {
            pattern = WithTime(day, match);
        }

        return Make(match, pattern, pattern is null ? match.Period : null);
    }

    private void CountFromToday()
    {
        _anchor = _state.Today is null ? DateAnchor.Unresolved : _state.TodayAnchor;
        _anchorDate = _state.Today is { } today ? PartialDateTime.OfDay(today) : null;
    }

    private void CountFrom(PartialDateTime date)
    {
        _anchor = DateAnchor.Previous;
        _anchorDate = date;
    }
}
