namespace Extraction;

/// <summary>The rule of the grammar that read an expression.</summary>
public enum DateRule : byte
{
    /// <summary>A timestamp of the page's furniture.</summary>
    Stamp,

    /// <summary>Day and month, perhaps with year: '25 February 2022', 'Sept. 30'.</summary>
    CalendarDay,

    /// <summary>A day in figures: '25/02/2022', '2022-02-25'.</summary>
    NumericDay,

    /// <summary>A day of the month alone: 'the 20th'.</summary>
    DayOfMonth,

    /// <summary>A month, perhaps with year.</summary>
    Month,

    /// <summary>A year, or a fiscal year.</summary>
    Year,

    /// <summary>A decade.</summary>
    Decade,

    /// <summary>A century.</summary>
    Century,

    /// <summary>A weekday: 'Thursday', 'last Friday'.</summary>
    Weekday,

    /// <summary>'today', 'yesterday', 'tomorrow', 'tonight'.</summary>
    Deictic,

    /// <summary>A unit of the calendar pointed at: 'last week', 'this year', 'the following month', 'the year'.</summary>
    RelativeUnit,

    /// <summary>A distance in time: 'two weeks ago', 'a year earlier', 'three days later'.</summary>
    Distance,

    /// <summary>A quarter or half of a year.</summary>
    Quarter,

    /// <summary>A reporting period: 'the year-ago period', 'the latest quarter'.</summary>
    Period,

    /// <summary>A season.</summary>
    Season,

    /// <summary>A holiday or other named day.</summary>
    Holiday,

    /// <summary>A clock time or a part of the day, with or without its day.</summary>
    TimeOfDay,

    /// <summary>A length of time.</summary>
    Duration,

    /// <summary>A recurring time: 'every Monday', 'daily', 'a day'.</summary>
    Set,

    /// <summary>A reference without a place in the calendar: 'now', 'recently'.</summary>
    Reference,

    /// <summary>An age.</summary>
    Age,

    /// <summary>A day or week counted inside a period: 'the first Monday of October', 'the last week of May'.</summary>
    OrdinalInPeriod,
}
