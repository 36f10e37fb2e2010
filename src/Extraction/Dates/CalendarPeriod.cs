using System.Globalization;

namespace Extraction;

/// <summary>A length of time in calendar units, which a <see cref="TimeSpan"/> cannot hold: 'two and a half years', 'nine months', 'days'.</summary>
/// <threadsafety>Immutable; safe from any thread.</threadsafety>
public readonly record struct CalendarPeriod
{
    /// <summary>Years; decades and centuries are counted as years.</summary>
    public int Years { get; init; }

    /// <summary>Months; quarters are counted as months.</summary>
    public int Months { get; init; }

    /// <summary>Weeks; fortnights are counted as weeks.</summary>
    public int Weeks { get; init; }

    /// <summary>Days.</summary>
    public int Days { get; init; }

    /// <summary>Hours.</summary>
    public int Hours { get; init; }

    /// <summary>Minutes.</summary>
    public int Minutes { get; init; }

    /// <summary>Seconds.</summary>
    public int Seconds { get; init; }

    /// <summary>Thousandths of a second, 0 to 999: 'in 9.8 seconds'.</summary>
    public int Milliseconds { get; init; }

    /// <summary>The unit of which the words give no number ('weeks', 'a few days'); <see cref="Grain.None"/> where all is known. All other members are zero then.</summary>
    public Grain VagueUnit { get; init; }

    /// <summary>True where nothing is said, not even a unit.</summary>
    public bool IsEmpty => this == default;

    /// <summary>The length, where no month, year or unknown number is in it.</summary>
    /// <returns>False where the length depends on the calendar or is not known.</returns>
    public bool TryToTimeSpan(out TimeSpan value)
    {
        value = default;
        if (VagueUnit != Grain.None || Years != 0 || Months != 0)
        {
            return false;
        }

        value = new TimeSpan((Weeks * 7) + Days, Hours, Minutes, Seconds, Milliseconds);
        return true;
    }

    /// <summary>ISO 8601 with X for an unknown number, as TIMEX3 writes durations: <c>P2Y6M</c>, <c>PT40M</c>, <c>PXD</c>.</summary>
    public override string ToString()
    {
        Span<char> buffer = stackalloc char[96];
        int length = Format(buffer);
        return new string(buffer[..length]);
    }

    internal int Format(Span<char> into)
    {
        int n = 0;
        into[n++] = 'P';
        if (VagueUnit != Grain.None || IsEmpty)
        {
            if (VagueUnit is Grain.Hour or Grain.Minute or Grain.Second)
            {
                into[n++] = 'T';
            }

            into[n++] = 'X';
            into[n++] = VagueUnit switch
            {
                Grain.Second => 'S',
                Grain.Minute => 'M',
                Grain.Hour => 'H',
                Grain.PartOfDay or Grain.Day => 'D',
                Grain.Week or Grain.Weekend => 'W',
                Grain.Month or Grain.Quarter => 'M',
                Grain.None => 'X',
                _ => 'Y',
            };
            return n;
        }

        Part(into, ref n, Years, 'Y');
        Part(into, ref n, Months, 'M');
        Part(into, ref n, Weeks, 'W');
        Part(into, ref n, Days, 'D');
        if (Hours != 0 || Minutes != 0 || Seconds != 0 || Milliseconds != 0)
        {
            into[n++] = 'T';
            Part(into, ref n, Hours, 'H');
            Part(into, ref n, Minutes, 'M');
            if (Milliseconds == 0)
            {
                Part(into, ref n, Seconds, 'S');
            }
            else
            {
                _ = (Seconds + (Milliseconds / 1000m)).TryFormat(into[n..], out int written, "0.###", CultureInfo.InvariantCulture);
                n += written;
                into[n++] = 'S';
            }
        }

        return n;
    }

    private static void Part(Span<char> into, ref int n, int value, char unit)
    {
        if (value != 0)
        {
            _ = value.TryFormat(into[n..], out int written, default, CultureInfo.InvariantCulture);
            n += written;
            into[n++] = unit;
        }
    }

    /// <summary>So many units, halves counted: 3 halves of a year are a year and six months.</summary>
    internal static CalendarPeriod Of(Grain unit, int halves)
    {
        int whole = halves / 2;
        bool half = halves % 2 != 0;
        return unit switch
        {
            Grain.Second => new CalendarPeriod { Seconds = whole },
            Grain.Minute => new CalendarPeriod { Minutes = whole, Seconds = half ? 30 : 0 },
            Grain.Hour => new CalendarPeriod { Hours = whole, Minutes = half ? 30 : 0 },
            Grain.PartOfDay or Grain.Day => new CalendarPeriod { Days = whole, Hours = half ? 12 : 0 },
            Grain.Week => new CalendarPeriod { Weeks = whole, Days = half ? 3 : 0 },
            Grain.Weekend => new CalendarPeriod { Days = halves },
            Grain.Month => new CalendarPeriod { Months = whole, Weeks = half ? 2 : 0 },
            Grain.Quarter => new CalendarPeriod { Months = halves * 3 / 2, Weeks = half ? 2 : 0 },
            Grain.Half => new CalendarPeriod { Months = halves * 3 },
            Grain.Decade => new CalendarPeriod { Years = (whole * 10) + (half ? 5 : 0) },
            Grain.Century => new CalendarPeriod { Years = (whole * 100) + (half ? 50 : 0) },
            _ => new CalendarPeriod { Years = whole, Months = half ? 6 : 0 },
        };
    }

    internal CalendarPeriod Plus(CalendarPeriod other) => new()
    {
        Years = Years + other.Years,
        Months = Months + other.Months,
        Weeks = Weeks + other.Weeks,
        Days = Days + other.Days,
        Hours = Hours + other.Hours,
        Minutes = Minutes + other.Minutes,
        Seconds = Seconds + other.Seconds,
        Milliseconds = Milliseconds + other.Milliseconds,
    };
}
