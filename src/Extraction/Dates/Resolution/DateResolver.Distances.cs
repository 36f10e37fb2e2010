namespace Extraction;

/// <summary>What is counted from today or from a date told before by a length.</summary>
internal ref partial struct DateResolver
{
    private DateExpression? ResolveDistance(in DateMatch match)
    {
        CalendarPeriod period = match.Period;
        int sign = match.Relation is DateRelation.Ago or DateRelation.Earlier ? -1 : 1;
        if (period.VagueUnit != Grain.None)
        {
            CountFromToday();
            return Make(match, null, null, sign < 0 ? TimeReference.Past : TimeReference.Future);
        }

        bool fromToday = match.Relation is DateRelation.Ago or DateRelation.FromNow;
        if (match.Unit <= Grain.Hour)
        {
            return DistanceInHours(match, sign, fromToday);
        }

        // 'from $1.2 million a year earlier': the same quarter or month of the year before.
        if (period.Years > 0 && period.Months == 0 && match.Relation is DateRelation.Ago or DateRelation.Earlier && _state.LastPeriod is { } compared
            && (match.Relation == DateRelation.Earlier || (period.Years == 1 && compared.DateGrain != Grain.Year)) && match.First - _state.LastPeriodAtom < 150)
        {
            CountFrom(compared);
            return Make(match, compared.WithYear(compared.Year - period.Years), null);
        }

        PartialDateTime? anchor = null;
        if (!fromToday || _state.IsNarrative)
        {
            anchor = match.Unit switch
            {
                >= Grain.Year => _state.LastYear is { } y ? PartialDateTime.OfYear(y) : null,
                Grain.Month or Grain.Quarter => _state.LastYear is { } y && _state.LastMonth is { } m ? PartialDateTime.OfMonth(y, m) : null,
                _ => _state.LastDay is { } d ? PartialDateTime.OfDay(d) : null,
            };
        }

        if (anchor is { } told)
        {
            CountFrom(told);
        }
        else if (_state.Today is { } today && (!_state.IsNarrative || _state.LastYear is null))
        {
            CountFromToday();
            anchor = PartialDateTime.OfDay(today);
        }

        if (anchor is not { } start)
        {
            return Make(match, Unknown(match.Unit >= Grain.Decade ? Grain.Year : match.Unit), null);
        }

        if (match.Unit >= Grain.Year && start.Year is { } year)
        {
            int moved = year + (sign * period.Years);
            if (period.Months != 0 && start.TryGetDate(out DateOnly day))
            {
                DateOnly at = Intervals.Add(day, period, sign);
                return Make(match, PartialDateTime.OfMonth(at.Year, at.Month), null);
            }

            return Make(match, match.Unit == Grain.Century && period.Years >= 200 ? PartialDateTime.OfCentury(moved) : PartialDateTime.OfYear(moved), null);
        }

        if (!start.TryGetDate(out DateOnly from))
        {
            if (start.Year is not { } anchorYear || start.Month is not { } anchorMonth || anchorYear is < 1 or > 9998)
            {
                return Make(match, Unknown(match.Unit), null);
            }

            from = new DateOnly(anchorYear, anchorMonth, 1);
        }

        DateOnly target = Intervals.Add(from, period, sign);
        PartialDateTime value = match.Unit switch
        {
            Grain.Month or Grain.Quarter => PartialDateTime.OfMonth(target.Year, target.Month),
            Grain.Week when period.Weeks > 2 => PartialDateTime.OfWeek(target, false),
            _ => PartialDateTime.OfDay(target),
        };
        return Make(match, value, null);
    }

    private DateExpression? DistanceInHours(in DateMatch match, int sign, bool fromToday)
    {
        long minutes = ((((match.Period.Weeks * 7L) + match.Period.Days) * 24) + match.Period.Hours) * 60L + match.Period.Minutes;
        if (fromToday && _state.Today is { } today && _state.Clock is { } clock)
        {
            CountFromToday();
            long at = (today.DayNumber * 1440L) + (clock.Hour * 60) + clock.Minute + (sign * minutes);
            DateOnly day = Calendars.AddDays(DateOnly.MinValue, at / 1440);
            int minute = match.Unit == Grain.Hour && match.Period.Minutes == 0 ? -1 : (int)(at % 60);
            return Make(match, PartialDateTime.OfDay(day).WithClock((int)(at % 1440 / 60), minute, -1, null), null);
        }

        if (!fromToday && _lastClock >= 0 && _state.LastDay is { } last && match.First - _state.LastDayAtom < DayReach)
        {
            long at = (last.DayNumber * 1440L) + _lastClock + (sign * minutes);
            DateOnly day = Calendars.AddDays(DateOnly.MinValue, at / 1440);
            CountFrom(PartialDateTime.OfDay(last).WithClock(_lastClock / 60, _lastClock % 60, -1, null));
            return Make(match, PartialDateTime.OfDay(day).WithClock((int)(at % 1440 / 60), (int)(at % 60), -1, null), null);
        }

        if (fromToday && _state.Today is { } now && minutes % 1440 == 0)
        {
            CountFromToday();
            return Make(match, PartialDateTime.OfDay(Calendars.AddDays(now, sign * minutes / 1440)), null);
        }

        CountFromToday();
        return Make(match, null, null, sign < 0 ? TimeReference.Past : TimeReference.Future);
    }
}
