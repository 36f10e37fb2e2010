namespace Extraction;

/// <summary>Months, quarters and seasons whose year the words leave open.</summary>
internal ref partial struct DateResolver
{
    // Months ahead within which a month without a year is still to come; a year's rest is taken to be past.
    private const int MonthsAhead = 5;

    // A tale that has come to December and tells of January means the next.
    private const int MonthsGone = 8;

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
