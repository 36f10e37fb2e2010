namespace Extraction;

/// <summary>The day to which a clock time or a part of the day belongs.</summary>
internal ref partial struct DateResolver
{
    // How many atoms back a day may stand for a clock time to belong to it.
    private const int DayReach = 120;

    // In news a clock time further on counts from the publication again …
    private const int NewsDayReach = 30;

    // … unless the day is one of those just gone, of which the story tells: 'on Wednesday … at 9.42am'.
    private const int NewsStoryReach = 60;

    private const int NewsStoryDays = 4;

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
        if (_state.LastDay is { } last && (!lineStart || _state.Today is null) && match.First - _state.LastDayAtom < Reach(last))
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

    private int Reach(DateOnly last) =>
        _state.IsNarrative || _state.Today is not { } today ? DayReach
        : last <= today && today.DayNumber - last.DayNumber <= NewsStoryDays ? NewsStoryReach
        : NewsDayReach;

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
}
