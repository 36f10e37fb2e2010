namespace Extraction;

/// <summary>The periods that company results speak of, from the last one told.</summary>
internal ref partial struct DateResolver
{
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
}
