namespace Extraction;

/// <summary>A zone as furniture writes it: a fixed offset, or one that changes with a summer-time rule.</summary>
/// <param name="Minutes">Offset from UTC in minutes; of standard time where a rule applies.</param>
/// <param name="Rule">Summer time.</param>
/// <param name="IsAmbiguous">The name stands for several zones.</param>
/// <param name="IsKnown">False for no zone at all.</param>
internal readonly record struct TimestampZone(short Minutes, SummerTime Rule, bool IsAmbiguous, bool IsKnown)
{
    public static TimestampZone None => default;

    public static TimestampZone Fixed(int minutes, bool ambiguous = false) => new((short)minutes, SummerTime.None, ambiguous, true);

    /// <summary>True for the zones of the United States, whose outlets write the month first.</summary>
    public bool IsUnitedStates => Rule == SummerTime.UnitedStates || (Rule == SummerTime.None && Minutes is <= -240 and >= -600);

    /// <summary>Offset on a day, in minutes. The hour of the change itself is not looked at: no newsroom's stamp can be told apart there.</summary>
    public short OffsetOn(int year, int month, int day) => (short)(Minutes + (Rule switch
    {
        SummerTime.UnitedStates => IsUnitedStatesSummer(year, month, day),
        SummerTime.Europe => IsEuropeanSummer(year, month, day),
        SummerTime.Venezuela => year > 2016 || (year == 2016 && month >= 5) || year < 2007,
        _ => false,
    }
    ? Rule == SummerTime.Venezuela ? 30 : 60 : 0));

    /// <summary>The zone of a name, given in lower case; <paramref name="upper"/> tells whether it is written in capitals, which names that are also words must be (<c>CAT</c>, <c>EAT</c>).</summary>
    public static bool TryGet(ReadOnlySpan<char> name, bool upper, out TimestampZone zone)
    {
        zone = name switch
        {
            "gmt" or "utc" or "z" or "ut" => Fixed(0),
            "ist" => Fixed(330, ambiguous: true),
            "bst" => Fixed(60, ambiguous: true),
            "et" => new(-300, SummerTime.UnitedStates, false, true),
            "est" => Fixed(-300),
            "edt" => Fixed(-240),
            _ => None,
        };
        if (zone.IsKnown)
        {
            return upper || name.Length > 1;
        }

        if (!upper)
        {
            return false;
        }

        zone = name switch
        {
            "ct" => new(-360, SummerTime.UnitedStates, false, true),
            "cst" => Fixed(-360, ambiguous: true),
            "cdt" => Fixed(-300),
            "mt" => new(-420, SummerTime.UnitedStates, false, true),
            "mst" => Fixed(-420, ambiguous: true),
            "mdt" => Fixed(-360),
            "pt" => new(-480, SummerTime.UnitedStates, false, true),
            "pst" => Fixed(-480, ambiguous: true),
            "pdt" => Fixed(-420),
            "akst" => Fixed(-540),
            "akdt" => Fixed(-480),
            "hst" => Fixed(-600),
            "ast" => Fixed(-240, ambiguous: true),
            "adt" => Fixed(-180),
            "nst" => Fixed(-210),
            "ndt" => Fixed(-150),
            "wet" => Fixed(0),
            "west" => Fixed(60),
            "cet" => Fixed(60),
            "cest" => Fixed(120),
            "eet" => Fixed(120),
            "eest" => Fixed(180),
            "msk" or "trt" or "eat" => Fixed(180),
            "gst" => Fixed(240, ambiguous: true),
            "irst" => Fixed(210),
            "irdt" => Fixed(270),
            "idt" => Fixed(180),
            "pkt" or "uzt" => Fixed(300),
            "npt" => Fixed(345),
            "slst" or "slt" => Fixed(330),
            "bdt" => Fixed(360),
            "mmt" => Fixed(390),
            "ict" or "wib" => Fixed(420),
            "sgt" or "hkt" or "myt" or "pht" or "wita" or "awst" => Fixed(480),
            "jst" or "kst" or "wit" => Fixed(540),
            "acst" => Fixed(570),
            "acdt" => Fixed(630),
            "aest" => Fixed(600),
            "aedt" => Fixed(660),
            "nzst" => Fixed(720),
            "nzdt" => Fixed(780),
            "wat" => Fixed(60),
            "cat" or "sast" => Fixed(120),
            "art" or "brt" or "uyt" or "clst" => Fixed(-180),
            "clt" or "bot" => Fixed(-240),
            "cot" or "pet" => Fixed(-300),
            "vet" => new(-270, SummerTime.Venezuela, false, true),
            _ => None,
        };
        return zone.IsKnown;
    }

    /// <summary>The zone of a place before <c>time</c>: <c>Eastern Time</c>, <c>London time</c>; in lower case.</summary>
    public static bool TryGetPlace(ReadOnlySpan<char> place, out TimestampZone zone)
    {
        zone = place switch
        {
            "eastern" => new(-300, SummerTime.UnitedStates, false, true),
            "central" => new(-360, SummerTime.UnitedStates, false, true),
            "mountain" => new(-420, SummerTime.UnitedStates, false, true),
            "pacific" => new(-480, SummerTime.UnitedStates, false, true),
            "london" or "uk" => new(0, SummerTime.Europe, false, true),
            "indian" or "india" => Fixed(330),
            "singapore" => Fixed(480),
            "dubai" => Fixed(240),
            "moscow" => Fixed(180),
            _ => None,
        };
        return zone.IsKnown;
    }

    // From the second Sunday of March to the first of November; before 2007 from the first Sunday of April to the last of October.
    private static bool IsUnitedStatesSummer(int year, int month, int day)
    {
        (int fromMonth, int from, int untilMonth, int until) = year >= 2007
            ? (3, Sunday(year, 3, 8), 11, Sunday(year, 11, 1))
            : (4, Sunday(year, 4, 1), 10, Sunday(year, 10, 25));
        return (month > fromMonth || (month == fromMonth && day >= from)) && (month < untilMonth || (month == untilMonth && day < until));
    }

    private static bool IsEuropeanSummer(int year, int month, int day) =>
        (month > 3 || (month == 3 && day >= Sunday(year, 3, 25))) && (month < 10 || (month == 10 && day < Sunday(year, 10, 25)));

    // The first Sunday on or after a day.
    private static int Sunday(int year, int month, int day) => day + ((7 - (int)new DateOnly(year, month, day).DayOfWeek) % 7);
}
