namespace Extraction;

/// <summary>Weekdays and holidays: the one gone or the one to come.</summary>
internal ref partial struct DateResolver
{
    // 'will be ready by Christmas' in February means the next.
    private const int HolidayTenseBias = 250;

    private PartialDateTime? Weekday(in DateMatch match)
    {
        if (_state.IsNarrative && _state.LastDay is { } told && match.Relation is not (DateRelation.Last or DateRelation.Next))
        {
            CountFrom(PartialDateTime.OfDay(told));
            return PartialDateTime.OfDay(Calendars.AddDays(told, ((match.Weekday - Calendars.Weekday(told) + 10) % 7) - 3));
        }

        if (_state.Today is not { } today || _state.IsNarrative)
        {
            _anchor = DateAnchor.Unresolved;
            return PartialDateTime.OfWeekday(match.Weekday);
        }

        CountFromToday();
        if (match.Unit == Grain.Week)
        {
            if (match.Relation == DateRelation.Following && _state.LastDay is { } day)
            {
                CountFrom(PartialDateTime.OfDay(day));
                return PartialDateTime.OfDay(Calendars.AddDays(Calendars.Monday(day), 6 + match.Weekday));
            }

            int weeks = match.Relation == DateRelation.Last ? -1 : match.Relation is DateRelation.Next or DateRelation.Following ? 1 : 0;
            return PartialDateTime.OfDay(Calendars.AddDays(Calendars.Monday(today), (weeks * 7) + match.Weekday - 1));
        }

        int back = (Calendars.Weekday(today) - match.Weekday + 7) % 7;
        switch (match.Relation)
        {
            case DateRelation.Last or DateRelation.Past:
                // 'last Monday' on a Tuesday is that of the week before: the other is 'yesterday'.
                return PartialDateTime.OfDay(Calendars.AddDays(today, back <= 1 ? -7 - back : -back));
            case DateRelation.Next:
                // 'next Saturday' on a Friday is not the day that is 'tomorrow'.
                return PartialDateTime.OfDay(Calendars.AddDays(today, back == 6 ? 8 : 7 - back));
            case DateRelation.Previous when _state.LastDay is { } before:
                CountFrom(PartialDateTime.OfDay(before));
                int since = (Calendars.Weekday(before) - match.Weekday + 7) % 7;
                return PartialDateTime.OfDay(Calendars.AddDays(before, since == 0 ? -7 : -since));
            case DateRelation.Following when _state.LastDay is { } then:
                CountFrom(PartialDateTime.OfDay(then));
                int until = (match.Weekday - Calendars.Weekday(then) + 7) % 7;
                return PartialDateTime.OfDay(Calendars.AddDays(then, until == 0 ? 7 : until));
        }

        int shift = back == 0 ? 0 : _context.Tense(match.First, match.Next) > 0 || match.Relation == DateRelation.This ? 7 - back : -back;
        return PartialDateTime.OfDay(Calendars.AddDays(today, shift));
    }

    private PartialDateTime? Holiday(in DateMatch match)
    {
        HolidayRule rule = DateLexicon.Instance.Holidays[match.Holiday];
        int? year = match.Year != DateMatch.Unknown ? match.Year : PointedYear(match.YearRelation);
        if (year is null && (_state.IsNarrative || _state.Today is null))
        {
            year = _state.IsNarrative ? _state.LastYear : null;
            if (year is null)
            {
                return rule.Fixed is { } day ? PartialDateTime.OfDay(null, day.Month, day.Day) : PartialDateTime.UnknownDay;
            }
        }

        if (year is { } y)
        {
            return rule.In(y) is { } on ? Named(on) : null;
        }

        DateOnly today = _state.Today!.Value;
        CountFromToday();
        int tense = match.Relation == DateRelation.None ? _context.Tense(match.First, match.Next) : 0;
        int nearest = int.MaxValue;
        DateOnly? best = null;
        for (int candidate = today.Year - 1; candidate <= today.Year + 1 || rule.Other is not null; candidate++)
        {
            if (candidate > today.Year + 1)
            {
                rule = rule.Other!;
                candidate = today.Year - 1;
            }

            if (rule.In(candidate) is not { } on || (match.Relation == DateRelation.Last && on >= today) || (match.Relation == DateRelation.Next && on <= today))
            {
                continue;
            }

            int distance = Math.Abs(on.DayNumber - today.DayNumber) + (tense < 0 && on > today || tense > 0 && on < today ? HolidayTenseBias : 0);
            if (distance < nearest)
            {
                nearest = distance;
                best = on;
            }
        }

        return best is { } found ? Named(found) : null;

        PartialDateTime Named(DateOnly on) => rule.IsMonth ? PartialDateTime.OfMonth(on.AddDays(14).Year, on.AddDays(14).Month) : PartialDateTime.OfDay(on);
    }
}
