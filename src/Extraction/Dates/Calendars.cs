namespace Extraction;

/// <summary>Arithmetic on the common calendar that never throws: what would leave its range stays at the edge.</summary>
internal static class Calendars
{
    /// <summary>ISO weekday: Monday 1 to Sunday 7.</summary>
    public static int Weekday(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;

    public static DateOnly AddDays(DateOnly day, long days) =>
        DateOnly.FromDayNumber((int)Math.Clamp(day.DayNumber + days, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));

    public static DateOnly AddMonths(DateOnly day, long months)
    {
        long index = Math.Clamp((day.Year * 12L) + day.Month - 1 + months, 12, (9999L * 12) + 11);
        int year = (int)(index / 12);
        int month = (int)(index % 12) + 1;
        return new DateOnly(year, month, Math.Min(day.Day, DateTime.DaysInMonth(year, month)));
    }

    /// <summary>Monday of the day's ISO week.</summary>
    public static DateOnly Monday(DateOnly day) => AddDays(day, 1 - Weekday(day));

    /// <summary>ISO year and week.</summary>
    public static (int Year, int Week) IsoWeek(DateOnly day)
    {
        DateOnly thursday = AddDays(Monday(day), 3);
        return (thursday.Year, ((thursday.DayOfYear - 1) / 7) + 1);
    }

    public static DateOnly MondayOf(int isoYear, int week)
    {
        int year = Math.Clamp(isoYear, 2, 9998);
        return AddDays(Monday(new DateOnly(year, 1, 4)), (week - 1) * 7L);
    }

    public static bool IsValid(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year is >= 1 and <= 9999 ? year : 2000, month);

    public static int QuarterOf(int month) => ((month - 1) / 3) + 1;

    /// <summary>True where the summer time of the zone's region holds on that day (the second Sunday of March to the first of November in the United States since 2007,
    /// the first of April to the last of October before; the last of March to the last of October in Europe).</summary>
    public static bool IsSummerTime(DateOnly day, bool unitedStates)
    {
        DateOnly start;
        DateOnly end;
        if (unitedStates)
        {
            start = day.Year >= 2007 ? HolidayRule.NthWeekday(day.Year, 3, 7, 2) : HolidayRule.NthWeekday(day.Year, 4, 7, 1);
            end = day.Year >= 2007 ? HolidayRule.NthWeekday(day.Year, 11, 7, 1) : HolidayRule.NthWeekday(day.Year, 10, 7, -1);
        }
        else
        {
            start = HolidayRule.NthWeekday(day.Year, 3, 7, -1);
            end = HolidayRule.NthWeekday(day.Year, 10, 7, -1);
        }

        return day >= start && day < end;
    }
}
