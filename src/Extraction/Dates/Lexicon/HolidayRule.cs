using System.Globalization;

namespace Extraction;

/// <summary>How a named day falls in a year: on a fixed day, on the n-th weekday of a month, so many days from Easter, by another calendar, or by a table.</summary>
/// <threadsafety>Immutable; safe from any thread.</threadsafety>
internal sealed class HolidayRule
{
    // Adar, counted from Tishri, as the rules write it.
    private const int FirstHebrewMonthAfterTheLeap = 6;

    private readonly string _kind;
    private readonly int[] _numbers;
    private readonly DateOnly[] _days;

    private HolidayRule(string kind, int[] numbers, DateOnly[] days, bool month)
    {
        _kind = kind;
        _numbers = numbers;
        _days = days;
        IsMonth = month;
    }

    /// <summary>True where the name is that of a whole month (Ramadan).</summary>
    public bool IsMonth { get; }

    /// <summary>Month and day where the rule is the same every year, otherwise null.</summary>
    public (int Month, int Day)? Fixed => _kind == "fixed" ? (_numbers[0], _numbers[1]) : null;

    /// <summary>Another day of the same name: there are two Eids.</summary>
    public HolidayRule? Other { get; private init; }

    public static HolidayRule Parse(string rule, Dictionary<string, DateOnly[]> tables)
    {
        int or = rule.IndexOf(" or ", StringComparison.Ordinal);
        if (or > 0)
        {
            HolidayRule first = Parse(rule[..or], tables);
            return new HolidayRule(first._kind, first._numbers, first._days, first.IsMonth) { Other = Parse(rule[(or + 4)..], tables) };
        }

        string[] words = rule.Split(' ');
        bool month = words[0] == "month";
        if (month)
        {
            words = [.. words[1..], "1"];
        }

        return words[0] switch
        {
            "fixed" => new HolidayRule("fixed", [.. words[1].Split('-').Select(Number)], [], month),
            "table" => new HolidayRule("table", [], words.Length > 2 ? [.. tables[words[1]].Select(d => d.AddDays(Number(words[2])))] : tables[words[1]], month),
            _ => new HolidayRule(words[0], [.. words[1..].Select(Number)], [], month),
        };
    }

    /// <summary>The day in a year of the common calendar, or null where the rule does not reach that year.</summary>
    public DateOnly? In(int year)
    {
        if (year is < 1583 or > 2400)
        {
            return null;
        }

        switch (_kind)
        {
            case "fixed":
                return new DateOnly(year, _numbers[0], _numbers[1]);
            case "nth":
                return NthWeekday(year, _numbers[0], _numbers[1], _numbers[2]).AddDays(_numbers.Length > 3 ? _numbers[3] : 0);
            case "easter":
                return Easter(year).AddDays(_numbers[0]);
            case "orthodox":
                return OrthodoxEaster(year).AddDays(_numbers[0]);
            case "table":
                foreach (DateOnly day in _days)
                {
                    if (day.Year == year)
                    {
                        return day;
                    }
                }

                return null;
            default:
                return OfCalendar(year);
        }
    }

    /// <summary>Easter Sunday of the western churches (the anonymous Gregorian computus).</summary>
    internal static DateOnly Easter(int year)
    {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int h = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
        int l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
        int m = (a + (11 * h) + (22 * l)) / 451;
        int n = h + l - (7 * m) + 114;
        return new DateOnly(year, n / 31, (n % 31) + 1);
    }

    internal static DateOnly NthWeekday(int year, int month, int weekday, int n)
    {
        if (n > 0)
        {
            var first = new DateOnly(year, month, 1);
            return first.AddDays(((weekday - Calendars.Weekday(first) + 7) % 7) + (7 * (n - 1)));
        }

        DateOnly last = new DateOnly(year, month, 1).AddMonths(1).AddDays(-1);
        return last.AddDays(-((Calendars.Weekday(last) - weekday + 7) % 7));
    }

    private static DateOnly OrthodoxEaster(int year)
    {
        int d = ((19 * (year % 19)) + 15) % 30;
        int e = ((2 * (year % 4)) + (4 * (year % 7)) - d + 34) % 7;
        int f = d + e + 114;

        // The Julian day, moved by the thirteen days between the calendars from 1900 to 2099.
        return new DateOnly(year, f / 31, (f % 31) + 1).AddDays(13);
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    private DateOnly? OfCalendar(int year)
    {
        Calendar calendar = _kind switch
        {
            "islamic" => new UmAlQuraCalendar(),
            "hebrew" => new HebrewCalendar(),
            _ => new ChineseLunisolarCalendar(),
        };
        if (year <= calendar.MinSupportedDateTime.Year + 1 || year >= calendar.MaxSupportedDateTime.Year - 1)
        {
            return null;
        }

        // The year of the other calendar that holds July 1, or the one before, or after, has the day within ours.
        int other = calendar.GetYear(new DateTime(year, 7, 1));
        for (int y = other - 1; y <= other + 1; y++)
        {
            int month = _numbers[0];
            if (_kind == "hebrew" && month >= FirstHebrewMonthAfterTheLeap && calendar.IsLeapYear(y))
            {
                // The leap month stands before the month of Purim and moves all that follow.
                month++;
            }

            if (_kind == "chinese" && calendar.GetLeapMonth(y) is > 0 and int leap && month >= leap)
            {
                month++;
            }

            DateOnly day = DateOnly.FromDateTime(calendar.ToDateTime(y, month, _numbers[1], 0, 0, 0, 0)).AddDays(_numbers.Length > 2 ? _numbers[2] : 0);
            if (day.Year == year)
            {
                return day;
            }
        }

        return null;
    }
}
