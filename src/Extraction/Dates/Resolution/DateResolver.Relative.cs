namespace Extraction;

/// <summary>What is counted from today or from a date told before.</summary>
internal ref partial struct DateResolver
{
    private PartialDateTime? Deictic(in DateMatch match)
    {
        if (_state.Today is not { } today)
        {
            return PartialDateTime.UnknownDay;
        }

        CountFromToday();
        return PartialDateTime.OfDay(Calendars.AddDays(today, match.Shift));
    }

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
}
