namespace Extraction;

/// <summary>What the text has told of time so far, and the day it was published; the resolver counts from it.</summary>
internal struct DateReference
{
    /// <summary>The day relative dates are counted from, or null.</summary>
    public DateOnly? Today;
    public TimeOnly? Clock;
    public DateAnchor TodayAnchor;
    public bool IsNarrative;

    /// <summary>The day mentioned last, and at which atom.</summary>
    public DateOnly? LastDay;
    public int LastDayAtom;

    /// <summary>The year and month mentioned last.</summary>
    public int? LastYear;
    public int? LastMonth;

    /// <summary>Where a tale has come to: the year and month of the last date that it told of itself.</summary>
    public int? ToldYear;
    public int? ToldMonth;

    /// <summary>The date mentioned last, of whatever grain.</summary>
    public PartialDateTime? Last;
    public int LastAtom;

    /// <summary>The quarter mentioned last.</summary>
    public PartialDateTime? LastQuarter;

    /// <summary>The month, quarter, half or year mentioned last, with which 'a year earlier' compares.</summary>
    public PartialDateTime? LastPeriod;
    public int LastPeriodAtom;

    /// <summary>Moves a tale on to a date that it tells of itself, not in passing.</summary>
    public void Move(PartialDateTime date)
    {
        if (date.DateGrain > Grain.Year || date.Year is not { } year)
        {
            return;
        }

        ToldMonth = date.DateGrain == Grain.Year ? (year == ToldYear ? ToldMonth : null) : LastMonth;
        ToldYear = year;
    }

    public void Remember(PartialDateTime date, int atom, bool compared, bool carries)
    {
        if (!date.IsResolved || !carries)
        {
            return;
        }

        PartialDateTime? period = LastPeriod;
        PartialDateTime? quarter = LastQuarter;
        int periodAtom = LastPeriodAtom;
        RememberAll(date, atom);
        if (compared)
        {
            LastPeriod = period;
            LastQuarter = quarter;
            LastPeriodAtom = periodAtom;
        }
    }

    private void RememberAll(PartialDateTime date, int atom)
    {

        Last = date.DateOnlyPart;
        LastAtom = atom;
        int? before = LastYear;
        LastYear = date.DateGrain >= Grain.Decade ? LastYear : date.Year;
        switch (date.DateGrain)
        {
            case Grain.Day:
                if (date.TryGetDate(out DateOnly day))
                {
                    LastDay = day;
                    LastDayAtom = atom;
                }

                LastMonth = date.Month;
                break;
            case Grain.Week or Grain.Weekend:
                if (date.Year is { } year && date.Week is { } week)
                {
                    LastMonth = Calendars.MondayOf(year, week).Month;
                }

                break;
            case Grain.Month:
                LastMonth = date.Month;
                LastPeriod = date.DateOnlyPart;
                LastPeriodAtom = atom;
                break;
            case Grain.Quarter:
                LastQuarter = date.DateOnlyPart;
                LastPeriod = date.DateOnlyPart;
                LastPeriodAtom = atom;
                LastMonth = null;
                break;
            case Grain.Half or Grain.Year:
                LastPeriod = date.DateOnlyPart;
                LastPeriodAtom = atom;
                LastMonth = date.Year == before ? LastMonth : null;
                break;
            case Grain.Season:
                LastMonth = date.Season switch { Season.Spring => 4, Season.Summer => 7, Season.Autumn => 10, _ => 12 };
                break;
        }
    }
}
