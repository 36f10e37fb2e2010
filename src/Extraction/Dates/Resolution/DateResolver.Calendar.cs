namespace Extraction;

/// <summary>Days, months, quarters and seasons whose year the words leave open.</summary>
internal ref partial struct DateResolver
{
    // Months ahead within which a month without a year is still to come; a year's rest is taken to be past.
    private const int MonthsAhead = 5;

    // A tale that has come to December and tells of January means the next.
    private const int MonthsGone = 8;

    // Days by which the tense may outweigh nearness for a day without a year.
    private const int TenseBias = 60;

    // The same for a day without a month.
    private const int DayTenseBias = 10;

    // 'will be ready by Christmas' in February means the next.
    private const int HolidayTenseBias = 250;

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

    /// <summary>The year behind a range or a pair: 2013 of '10 August - 12 September 2013', the year before of 'from October to March 2023'.</summary>
    private int? YearBehind(int index, in DateMatch match)
    {
        if (match.YearRelation != DateRelation.None || index + 1 >= _matches.Length)
        {
            return null;
        }

        DateMatch other = _matches[index + 1];
        if (other.Rule != match.Rule || other.Year == DateMatch.Unknown || other.Month == 0 || !Joins(match.Next, other.First))
        {
            return null;
        }

        bool later = match.Month > other.Month || (match.Month == other.Month && match.Day > other.Day);
        if (later && _atoms[match.Next].Class is DateClass.And or DateClass.Or)
        {
            return null;
        }

        _anchor = DateAnchor.Following;
        return later ? other.Year - 1 : other.Year;
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

    private PartialDateTime? Month(int index, in DateMatch match)
    {
        if (match.Year != DateMatch.Unknown)
        {
            return PartialDateTime.OfMonth(match.Year, match.Month);
        }

        if (match.Relation == DateRelation.None && YearBehind(index, match) is { } shared)
        {
            return PartialDateTime.OfMonth(shared, match.Month);
        }

        if (PointedYear(match.YearRelation) is { } pointed)
        {
            return PartialDateTime.OfMonth(pointed, match.Month);
        }

        if (match.Relation is DateRelation.Following or DateRelation.Previous or DateRelation.Same && _state.Last is { } last && last.Year is { } lastYear && last.DateGrain < Grain.Decade)
        {
            CountFrom(last);
            int from = last.Month ?? 1;
            int year = match.Relation == DateRelation.Following ? (match.Month > from ? lastYear : lastYear + 1) : match.Relation == DateRelation.Previous ? (match.Month < from ? lastYear : lastYear - 1) : lastYear;
            return PartialDateTime.OfMonth(year, match.Month);
        }

        if (_state.IsNarrative || _state.Today is null)
        {
            return PartialDateTime.OfMonth(match.Relation is DateRelation.Last or DateRelation.Next && _state.Today is null ? null : CarriedYear(match.Month), match.Month);
        }

        DateOnly today = _state.Today.Value;
        CountFromToday();
        int y = today.Year;
        int ahead = match.Month - today.Month;
        switch (match.Relation)
        {
            case DateRelation.Last or DateRelation.Previous:
                // 'last February' on March 1 is that of the year before: this year's is 'last month'.
                return PartialDateTime.OfMonth(ahead < -1 ? y : y - 1, match.Month);
            case DateRelation.Next or DateRelation.Following:
                return PartialDateTime.OfMonth(ahead > 0 ? y : y + 1, match.Month);
            case DateRelation.This:
                return PartialDateTime.OfMonth(y, match.Month);
        }

        int tense = Bound(match.First, match.Next) is not 0 and int bound ? bound : _context.Tense(match.First, match.Next);
        if (tense == 0 && match.First > 0 && _atoms[match.First - 1].Class == DateClass.By)
        {
            tense = 1;
        }

        if (ahead < 0 && (tense > 0 ? ahead + 12 <= 11 && -ahead > 1 : -ahead > 12 - MonthsAhead + 2 && tense == 0))
        {
            y++;
        }
        else if (ahead > 0 && (tense < 0 ? true : tense == 0 && ahead > MonthsAhead))
        {
            y--;
        }

        return PartialDateTime.OfMonth(y, match.Month);
    }

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

    private PartialDateTime? Quarter(in DateMatch match)
    {
        bool half = match.Unit == Grain.Half;
        int part = match.Part;
        if (match.Year != DateMatch.Unknown)
        {
            return Part(match.Year);
        }

        if (PointedYear(match.YearRelation) is { } pointed)
        {
            return Part(pointed);
        }

        if (_state.IsNarrative || _state.Today is null)
        {
            return Part(_state.IsNarrative ? _state.LastYear : null);
        }

        // The latest one that has begun; with a future cue the next.
        DateOnly today = _state.Today.Value;
        CountFromToday();
        int current = half ? ((today.Month - 1) / 6) + 1 : Calendars.QuarterOf(today.Month);
        int year = today.Year;
        if (match.Part > current)
        {
            year -= _context.ClauseTense(match.First, match.Next) > 0 ? 0 : 1;
        }
        else if (match.Part < current && _context.ClauseTense(match.First, match.Next) > 0 && current - match.Part >= (half ? 1 : 2))
        {
            year++;
        }

        return Part(year);

        PartialDateTime Part(int? y) => half ? PartialDateTime.OfHalf(y, part) : PartialDateTime.OfQuarter(y, part);
    }

    private PartialDateTime? SeasonOf(in DateMatch match)
    {
        var season = (Season)match.Part;
        if (match.Year != DateMatch.Unknown)
        {
            return PartialDateTime.OfSeason(match.Year, season);
        }

        if (PointedYear(match.YearRelation) is { } pointed)
        {
            return PartialDateTime.OfSeason(pointed, season);
        }

        if (match.Relation is DateRelation.Following or DateRelation.Same or DateRelation.Previous && _state.LastYear is { } year)
        {
            CountFrom(PartialDateTime.OfYear(year));
            bool later = match.Relation == DateRelation.Following && (match.Part * 3) <= (_state.LastMonth ?? 1);
            return PartialDateTime.OfSeason(later ? year + 1 : match.Relation == DateRelation.Previous ? year - 1 : year, season);
        }

        if (_state.IsNarrative || _state.Today is null)
        {
            return PartialDateTime.OfSeason(_state.IsNarrative ? _state.LastYear : null, season);
        }

        DateOnly today = _state.Today.Value;
        CountFromToday();
        int start = match.Part * 3;
        int current = today.Year;
        bool begun = today.Month >= start;
        switch (match.Relation)
        {
            case DateRelation.Last:
                // 'last spring' in October is that of the year before: this year's is 'this spring'.
                return PartialDateTime.OfSeason(current - 1, season);
            case DateRelation.Past:
                // 'this past spring' is the one just gone.
                return PartialDateTime.OfSeason(begun ? current : current - 1, season);
            case DateRelation.Next:
                return PartialDateTime.OfSeason(begun ? current + 1 : current, season);
            case DateRelation.This:
                return PartialDateTime.OfSeason(match.Part == 4 && today.Month <= 2 ? current - 1 : current, season);
        }

        if (match.Part == 4 && today.Month <= 4)
        {
            current--;
        }
        else if (!begun && start - today.Month > MonthsAhead && _context.Tense(match.First, match.Next) <= 0)
        {
            current--;
        }

        return PartialDateTime.OfSeason(current, season);
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
                return rule.Fixed is { } day ? PartialDateTime.OfDay(null, day.Month, day.Day) : null;
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

    private int? PointedYear(DateRelation relation)
    {
        if (relation == DateRelation.None)
        {
            return null;
        }

        bool told = relation is DateRelation.Same or DateRelation.Previous or DateRelation.Following || (_state.IsNarrative && relation == DateRelation.This);
        int? from = told && _state.LastYear is { } last ? last : _state.Today?.Year;
        if (from is not { } year)
        {
            return null;
        }

        if (told && _state.LastYear is not null)
        {
            CountFrom(PartialDateTime.OfYear(year));
        }
        else
        {
            CountFromToday();
        }

        return year + relation switch
        {
            DateRelation.Last or DateRelation.Previous => -1,
            DateRelation.Next or DateRelation.Following => 1,
            _ => 0,
        };
    }

    /// <summary>The year that the story has reached when it comes to a month: the year told last, or the next where the month has gone by a long way.</summary>
    private int? CarriedYear(int month)
    {
        if (!_state.IsNarrative || _state.LastYear is not { } year)
        {
            return null;
        }

        if (_state.ToldYear is { } told)
        {
            // 'In 1976' in passing, then '11 March': the tale goes on in 1975 where it had come to March.
            bool goesOn = _state.ToldMonth is { } reached && month >= reached && Math.Abs(told - year) <= YearsAside;
            year = goesOn || told == year ? told : year;
            if (year == told && _state.ToldMonth is { } last && last - month >= MonthsGone)
            {
                year++;
            }
        }

        CountFrom(_state.Last ?? PartialDateTime.OfYear(year));
        return year;
    }
}
