namespace Extraction;

/// <summary>What is counted from today or from a date told before.</summary>
internal ref partial struct DateResolver
{
    // How many atoms back a day may stand for a clock time to belong to it.
    private const int DayReach = 120;

    // In news a clock time further on counts from the publication again.
    private const int NewsDayReach = 30;

    private PartialDateTime? Deictic(in DateMatch match)
    {
        if (_state.Today is not { } today)
        {
            return PartialDateTime.UnknownDay;
        }

        CountFromToday();
        return PartialDateTime.OfDay(Calendars.AddDays(today, match.Shift));
    }

    private PartialDateTime? TimeOfDay(int index, in DateMatch match)
    {
        if (match.Hour >= 0 && match.Relation == DateRelation.None && DayBehind(index) is { } behind)
        {
            return behind;
        }

        switch (match.Relation)
        {
            case DateRelation.This when _state.Today is { } today:
                CountFromToday();
                return PartialDateTime.OfDay(today);
            case DateRelation.Last when _state.Today is { } today:
                CountFromToday();
                return PartialDateTime.OfDay(Calendars.AddDays(today, -1));
            case DateRelation.Next or DateRelation.Following or DateRelation.Previous:
                int shift = match.Relation == DateRelation.Previous ? -1 : 1;
                if ((_state.LastDay ?? _state.Today) is { } from)
                {
                    CountFrom(PartialDateTime.OfDay(from));
                    return PartialDateTime.OfDay(Calendars.AddDays(from, shift));
                }

                return PartialDateTime.UnknownDay;
            case DateRelation.This or DateRelation.Last:
                return PartialDateTime.UnknownDay;
        }

        bool lineStart = match.Hour >= 0 && _atoms[match.First].Has(AtomFlags.BlockStart | AtomFlags.LineStart);
        if (_state.LastDay is { } last && (!lineStart || _state.Today is null) && match.First - _state.LastDayAtom < (_state.IsNarrative || _state.Today is null ? DayReach : NewsDayReach))
        {
            CountFrom(PartialDateTime.OfDay(last));
            return PartialDateTime.OfDay(last);
        }

        if (_state.Today is { } day && !_state.IsNarrative)
        {
            CountFromToday();
            return PartialDateTime.OfDay(day);
        }

        return PartialDateTime.UnknownDay;
    }

    // 'at about 10:35 a.m. (0735 GMT) Friday', 'from 9 a.m. to 5 p.m. on Saturday': the day stands behind and holds for both.
    private PartialDateTime? DayBehind(int index)
    {
        int next = index + 1;
        int close = _matches[index].Next;
        if (next < _matches.Length && Joins(close, _matches[next].First) && _matches[next] is { Hour: >= 0, Rule: not DateRule.TimeOfDay } whole)
        {
            return DateOf(next, whole);
        }

        if (next < _matches.Length && _matches[next].Rule == DateRule.TimeOfDay && _matches[next].Hour >= 0 && _matches[next].First == close + 1
            && close < _atoms.Length && _atoms[close].Class == DateClass.LParen)
        {
            close = _matches[next].Next;
            next++;
        }

        if (next >= _matches.Length || close >= _atoms.Length || _atoms[close].Class != DateClass.RParen)
        {
            return null;
        }

        int first = close + 1 < _atoms.Length && _atoms[close + 1].Class is DateClass.On or DateClass.Comma ? close + 2 : close + 1;
        DateMatch day = _matches[next];
        return day.First == first && !day.HasTime && day.Rule is DateRule.Weekday or DateRule.CalendarDay or DateRule.Deictic ? DateOf(next, day) : null;
    }

    /// <summary>True where nothing but a joint of ranges stands between the atoms: a hyphen, 'to', 'and', 'until'.</summary>
    private bool Joins(int end, int first) =>
        first < _atoms.Length && ((first == end && _atoms[first].Has(AtomFlags.HyphenBefore))
            || (first == end + 1 && _atoms[end].Class is DateClass.To or DateClass.And or DateClass.Or or DateClass.Dash or DateClass.Until));

    private PartialDateTime? RelativeUnit(in DateMatch match)
    {
        bool told = match.Relation is DateRelation.Previous or DateRelation.Following or DateRelation.Same || (_state.IsNarrative && match.Relation == DateRelation.This);
        if (told && FromTold(match) is { } fromTold)
        {
            return fromTold;
        }

        if (_state.Today is not { } today || (_state.IsNarrative && match.Relation == DateRelation.This))
        {
            return Unknown(match.Unit);
        }

        CountFromToday();
        int shift = match.Relation switch { DateRelation.Last or DateRelation.Previous => -1, DateRelation.Next or DateRelation.Following => 1, _ => 0 } + match.Shift;
        if (match.Unit == Grain.Weekend)
        {
            // 'over the weekend' on a Monday is the one just gone; so is 'this weekend' in the past tense.
            int tense = _context.Tense(match.First, match.Next);
            int weekday = Calendars.Weekday(today);
            if (shift == 0 && weekday <= 5 && tense <= 0 && !(weekday >= 4 && tense == 0))
            {
                shift = -1;
            }
        }

        return Shifted(today, match.Unit, shift);
    }

    private PartialDateTime? FromTold(in DateMatch match)
    {
        int shift = match.Relation switch { DateRelation.Previous => -1, DateRelation.Following => 1, _ => 0 };
        switch (match.Unit)
        {
            case Grain.Day when _state.LastDay is { } day:
                CountFrom(PartialDateTime.OfDay(day));
                return PartialDateTime.OfDay(Calendars.AddDays(day, shift));
            case Grain.Week or Grain.Weekend when _state.LastDay is { } day:
                CountFrom(PartialDateTime.OfDay(day));
                return PartialDateTime.OfWeek(Calendars.AddDays(day, 7 * shift), match.Unit == Grain.Weekend);
            case Grain.Month when _state.LastYear is { } year && _state.LastMonth is { } month:
                CountFrom(PartialDateTime.OfMonth(year, month));
                int index = (year * 12) + month - 1 + shift;
                return PartialDateTime.OfMonth(FloorDivide(index, 12), index - (FloorDivide(index, 12) * 12) + 1);
            case Grain.Quarter when _state.LastQuarter is { } quarter && quarter.Year is { } year && quarter.Quarter is { } q:
                CountFrom(quarter);
                int quarters = (year * 4) + q - 1 + shift;
                return PartialDateTime.OfQuarter(FloorDivide(quarters, 4), quarters - (FloorDivide(quarters, 4) * 4) + 1);
            case Grain.Year when _state.LastYear is { } year:
                CountFrom(PartialDateTime.OfYear(year));
                return PartialDateTime.OfYear(year + shift);
            case Grain.Decade when _state.LastYear is { } year:
                CountFrom(PartialDateTime.OfYear(year));
                return PartialDateTime.OfDecade(year + (10 * shift));
            case Grain.Century when _state.LastYear is { } year:
                CountFrom(PartialDateTime.OfYear(year));
                return PartialDateTime.OfCentury(year + (100 * shift));
            default:
                return null;
        }
    }

    private static int FloorDivide(int a, int b) => (a / b) - (a % b < 0 ? 1 : 0);

    private static PartialDateTime? Unknown(Grain unit) => unit switch
    {
        Grain.Day => PartialDateTime.UnknownDay,
        Grain.Week => PartialDateTime.OfWeek(null, 0, false),
        Grain.Weekend => PartialDateTime.OfWeek(null, 0, true),
        Grain.Month => PartialDateTime.OfMonth(null, 0),
        Grain.Quarter => PartialDateTime.OfQuarter(null, 0),
        Grain.Year => PartialDateTime.OfYear(null),
        Grain.Decade => PartialDateTime.OfDecade(null),
        Grain.Century => PartialDateTime.OfCentury(null),
        _ => null,
    };

    private static PartialDateTime? Shifted(DateOnly day, Grain unit, long shift)
    {
        switch (unit)
        {
            case Grain.Day:
                return PartialDateTime.OfDay(Calendars.AddDays(day, shift));
            case Grain.Week:
                return PartialDateTime.OfWeek(Calendars.AddDays(day, 7 * shift), false);
            case Grain.Weekend:
                return PartialDateTime.OfWeek(Calendars.AddDays(day, 7 * shift), true);
            case Grain.Month:
                DateOnly month = Calendars.AddMonths(day, shift);
                return PartialDateTime.OfMonth(month.Year, month.Month);
            case Grain.Quarter:
                DateOnly quarter = Calendars.AddMonths(day, 3 * shift);
                return PartialDateTime.OfQuarter(quarter.Year, Calendars.QuarterOf(quarter.Month));
            case Grain.Year:
                return PartialDateTime.OfYear((int)Math.Clamp(day.Year + shift, -99_999, 9999));
            case Grain.Decade:
                return PartialDateTime.OfDecade((int)Math.Clamp(day.Year + (10 * shift), -99_999, 9999));
            case Grain.Century:
                return PartialDateTime.OfCentury((int)Math.Clamp(day.Year + (100 * shift), -99_999, 9999));
            default:
                return null;
        }
    }

    /// <summary>'the quarter ended September 30': the quarter in which that day lies.</summary>
    private PartialDateTime? PeriodEnded(int index, in DateMatch match)
    {
        if (match.Unit != Grain.Quarter || match.Relation != DateRelation.Same || index + 1 >= _matches.Length || match.Next >= _atoms.Length)
        {
            return null;
        }

        DateMatch end = _matches[index + 1];
        if (end.First != match.Next + 1 || end.Rule != DateRule.CalendarDay || _atoms[match.Next] is not ({ Class: DateClass.PastCue, Value: 2 } or { Class: DateClass.FutureCue, Value: 3 }))
        {
            return null;
        }

        if (CalendarDay(index + 1, end) is not { } day || !day.TryGetDate(out DateOnly on))
        {
            return null;
        }

        // A few companies end their quarters in the first days of the next month.
        DateOnly within = Calendars.AddDays(on, -10);
        _anchor = DateAnchor.Following;
        _anchorDate = day;
        return PartialDateTime.OfQuarter(within.Year, Calendars.QuarterOf(within.Month));
    }

    /// <summary>'the quarter', 'the latest period', 'the year-ago quarter', 'the same period of 2009'.</summary>
    private PartialDateTime? Period(in DateMatch match)
    {
        PartialDateTime? known = match.Unit switch
        {
            Grain.Month => _state.LastPeriod is { DateGrain: Grain.Month } ? _state.LastPeriod : null,
            Grain.Quarter => _state.LastQuarter,
            Grain.Year => _state.LastYear is { } y ? PartialDateTime.OfYear(y) : null,
            _ => _state.LastPeriod,
        };
        if (known is null && _state.Today is { } today && !_state.IsNarrative && match.Unit != Grain.Year)
        {
            // Nothing told: results are those of the quarter before the publication.
            CountFromToday();
            known = match.Unit == Grain.Month ? Shifted(today, Grain.Month, -1) : Shifted(today, Grain.Quarter, -1);
        }
        else if (known is { } k)
        {
            CountFrom(k);
        }

        if (match.Year != DateMatch.Unknown)
        {
            return known?.WithYear(match.Year) ?? PartialDateTime.OfYear(match.Year);
        }

        if (known is not { } period)
        {
            return Unknown(match.Unit == Grain.None ? Grain.Quarter : match.Unit);
        }

        if (match.Relation == DateRelation.YearAgo)
        {
            return period.WithYear(period.Year - 1);
        }

        if (match.YearRelation != DateRelation.None)
        {
            DateAnchor anchor = _anchor;
            PartialDateTime? anchorDate = _anchorDate;
            int? year = PointedYear(match.YearRelation);
            (_anchor, _anchorDate) = (anchor, anchorDate);
            return period.WithYear(year ?? period.Year);
        }

        return period;
    }

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
