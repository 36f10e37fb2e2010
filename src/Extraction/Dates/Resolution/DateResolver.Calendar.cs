namespace Extraction;

/// <summary>Days: those that lack a year or a month, and those in figures.</summary>
internal ref partial struct DateResolver
{
    // Days by which the tense may outweigh nearness for a day without a year.
    private const int TenseBias = 60;

    // The same for a day without a month.
    private const int DayTenseBias = 10;

    private PartialDateTime? CalendarDay(int index, in DateMatch match)
    {
        if (match.Year != DateMatch.Unknown)
        {
            return PartialDateTime.OfDay(match.Year, match.Month, match.Day);
        }

        if (YearBehind(index, match) is { } shared && Calendars.IsValid(shared, match.Month, match.Day))
        {
            return PartialDateTime.OfDay(shared, match.Month, match.Day);
        }

        if (PointedYear(match.YearRelation) is { } pointed)
        {
            return Calendars.IsValid(pointed, match.Month, match.Day) ? PartialDateTime.OfDay(pointed, match.Month, match.Day) : null;
        }

        if (_state.IsNarrative || _state.Today is null)
        {
            int? year = CarriedYear(match.Month);
            return PartialDateTime.OfDay(year is { } y && Calendars.IsValid(y, match.Month, match.Day) ? year : null, match.Month, match.Day);
        }

        DateOnly today = _state.Today.Value;
        CountFromToday();
        int bound = Bound(match.First, match.Next);
        int tense = bound == 0 ? _context.Tense(match.First, match.Next) : 0;
        int best = 0;
        long bestDistance = long.MaxValue;
        int reach = match.Weekday != 0 ? 3 : 1;
        for (int year = Math.Max(1, today.Year - reach); year <= Math.Min(9999, today.Year + reach); year++)
        {
            if (!Calendars.IsValid(year, match.Month, match.Day))
            {
                continue;
            }

            var day = new DateOnly(year, match.Month, match.Day);
            long distance = Math.Abs(day.DayNumber - today.DayNumber) + (bound < 0 && day > today || bound > 0 && day < today ? 50_000 : 0) + (tense < 0 && day > today || tense > 0 && day < today ? TenseBias : 0) + (match.Weekday != 0 && Calendars.Weekday(day) != match.Weekday ? 100_000 : 0);
            if (distance < bestDistance)
            {
                bestDistance = distance;
                best = year;
            }
        }

        if (best == 0)
        {
            return PartialDateTime.OfDay(null, match.Month, match.Day);
        }

        // 'from Aug. 26 to Oct. 20': a range does not run backwards.
        if (match.First > 0 && match.First - _state.LastDayAtom == 1 && _atoms[match.First - 1].Class is DateClass.To or DateClass.Until or DateClass.Dash && _state.LastDay is { } start
            && Calendars.IsValid(best + 1, match.Month, match.Day) && new DateOnly(best, match.Month, match.Day) < start && Math.Abs(start.Year - best) <= 1)
        {
            best++;
        }

        return PartialDateTime.OfDay(best, match.Month, match.Day);
    }

    // 'ended March 31' and 'since Aug. 7' lie behind, 'ending June 30' and 'until June 30' before the story's day.
    private int Bound(int first, int next)
    {
        if (first == 0)
        {
            return 0;
        }

        return _atoms[first - 1] switch
        {
            { Class: DateClass.Since } => -1,
            { Class: DateClass.After } => Math.Min(0, _context.Tense(first, next)),
            { Class: DateClass.Until } => Math.Max(0, _context.Tense(first, next)),
            { Class: DateClass.PastCue, Value: 2 } => -1,
            { Class: DateClass.FutureCue, Value: 3 } => 1,
            _ => 0,
        };
    }

    private PartialDateTime? NumericDay(in DateMatch match)
    {
        if (!match.OrderOpen)
        {
            return PartialDateTime.OfDay(match.Year, match.Month, match.Day);
        }

        bool dayFirst = match.Month > 12 || (match.Day <= 12 && _dayFirst);
        _ambiguous = !_orderKnown && match.Month <= 12 && match.Day <= 12 && match.Month != match.Day;
        int month = dayFirst ? match.Day : match.Month;
        int day = dayFirst ? match.Month : match.Day;
        return Calendars.IsValid(match.Year, month, day) ? PartialDateTime.OfDay(match.Year, month, day) : null;
    }

    /// <summary>'Tuesday 21' in a list, 'the 20th', '7' after 'April 6-'.</summary>
    private PartialDateTime? DayOfMonth(int index, in DateMatch match)
    {
        int neighbour = match.Borrow > 0 ? index + 1 : match.Borrow < 0 ? index - 1 : -1;
        if (neighbour >= 0 && neighbour < _matches.Length)
        {
            while (match.Borrow > 0 && _matches[neighbour].Borrow > 0 && neighbour + 1 < _matches.Length)
            {
                neighbour++;
            }

            DateMatch whole = _matches[neighbour];
            if (match.Borrow < 0 && _state.Last is { } last && last.Month is { } m)
            {
                if (!Calendars.IsValid(last.Year ?? 2000, m, match.Day))
                {
                    return null;
                }

                CountFrom(last);
                return PartialDateTime.OfDay(last.Year, m, match.Day);
            }

            if (match.Borrow > 0 && whole.Month != 0)
            {
                whole.Day = match.Day;
                whole.Weekday = match.Weekday;
                if (!Calendars.IsValid(whole.Year == DateMatch.Unknown ? 2000 : whole.Year, whole.Month, match.Day))
                {
                    return null;
                }

                PartialDateTime? day = CalendarDay(neighbour, whole);
                _anchor = DateAnchor.Following;
                return day;
            }
        }

        DateOnly? reference = _state.IsNarrative ? _state.LastDay : _state.Today;
        if (reference is not { } today)
        {
            return match.Weekday != 0 ? PartialDateTime.OfWeekday(match.Weekday) : PartialDateTime.OfDay(null, 0, match.Day);
        }

        // The nearest month in which the day exists, and falls on the weekday where one is named.
        CountFromToday();
        int tense = _context.Tense(match.First, match.Next);
        int nearest = int.MaxValue;
        DateOnly? best = null;
        for (int months = -7; months <= 7; months++)
        {
            DateOnly month = Calendars.AddMonths(new DateOnly(today.Year, today.Month, 1), months);
            if (!Calendars.IsValid(month.Year, month.Month, match.Day))
            {
                continue;
            }

            var day = new DateOnly(month.Year, month.Month, match.Day);
            if (match.Weekday != 0 && Calendars.Weekday(day) != match.Weekday)
            {
                continue;
            }

            int distance = Math.Abs(day.DayNumber - today.DayNumber) + (tense < 0 && day > today || tense > 0 && day < today ? DayTenseBias : 0);
            if (distance < nearest)
            {
                nearest = distance;
                best = day;
            }
        }

        return best is { } found ? PartialDateTime.OfDay(found) : null;
    }
}
