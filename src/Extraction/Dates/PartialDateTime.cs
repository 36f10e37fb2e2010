namespace Extraction;

/// <summary>
/// A date or a time of day, as precisely as the words say it and no more: a century, the 1970s, a year, a quarter, a season, a month, an ISO week, a weekend, a day,
/// a part of a day, a clock time with or without an offset from UTC. What is not known stays unknown, as X in TIMEX3.
/// </summary>
/// <threadsafety>Immutable; safe from any thread.</threadsafety>
public readonly partial record struct PartialDateTime : ISpanFormattable
{
    private readonly int _year;
    private readonly Grain _dateGrain;
    private readonly byte _first;
    private readonly byte _second;
    private readonly PartOfDay _part;
    private readonly sbyte _hour;
    private readonly sbyte _minute;
    private readonly sbyte _second60;
    private readonly byte _known;
    private readonly short _offset;

    private const byte YearKnown = 1;
    private const byte ClockKnown = 2;
    private const byte OffsetKnown = 4;

    private PartialDateTime(int? year, Grain grain, int first, int second)
    {
        _year = year ?? 0;
        _known = year is null ? (byte)0 : YearKnown;
        _dateGrain = grain;
        _first = (byte)first;
        _second = (byte)second;
        _hour = -1;
        _minute = -1;
        _second60 = -1;
    }

    private PartialDateTime(PartialDateTime date, PartOfDay part, int hour, int minute, int second, int? offset)
    {
        this = date;
        _part = part;
        _hour = (sbyte)hour;
        _minute = (sbyte)minute;
        _second60 = (sbyte)second;
        _known = (byte)((date._known & YearKnown) | (hour >= 0 ? ClockKnown : 0) | (offset is null ? 0 : OffsetKnown));
        _offset = (short)(offset ?? 0);
    }

    /// <summary>The year, astronomical before Christ (1 BC is 0, 481 BC is -480); of a decade or a century the first year; null where not known. For weeks the ISO year.</summary>
    public int? Year => (_known & YearKnown) != 0 ? _year : null;

    /// <summary>The month, 1 to 12, or null.</summary>
    public int? Month => _dateGrain is Grain.Month or Grain.Day && _first is >= 1 and <= 12 ? _first : null;

    /// <summary>The day of the month, 1 to 31, or null.</summary>
    public int? Day => _dateGrain == Grain.Day && _first != 0 && _second != 0 && !IsWeekdayOnly ? _second : null;

    /// <summary>The quarter, 1 to 4, or null.</summary>
    public int? Quarter => _dateGrain == Grain.Quarter && _first != 0 ? _first : null;

    /// <summary>The half of the year, 1 or 2, or null.</summary>
    public int? Half => _dateGrain == Grain.Half && _first != 0 ? _first : null;

    /// <summary>The season; <see cref="Season.None"/> where it is none.</summary>
    public Season Season => _dateGrain == Grain.Season ? (Season)_first : Season.None;

    /// <summary>The ISO week, 1 to 53, or null.</summary>
    public int? Week => _dateGrain is Grain.Week or Grain.Weekend && _first != 0 ? _first : null;

    /// <summary>The weekday where nothing but it is known (<c>XXXX-WXX-4</c>), otherwise null; see <see cref="TryGetDate"/> for the weekday of a known day.</summary>
    public DayOfWeek? Weekday => IsWeekdayOnly ? (DayOfWeek)(_second % 7) : null;

    /// <summary>The part of the day; <see cref="PartOfDay.None"/> where none is said.</summary>
    public PartOfDay PartOfDay => _part;

    /// <summary>The hour, 0 to 24, or null.</summary>
    public int? Hour => (_known & ClockKnown) != 0 ? _hour : null;

    /// <summary>The minute, 0 to 59, or null.</summary>
    public int? Minute => (_known & ClockKnown) != 0 && _minute >= 0 ? _minute : null;

    /// <summary>The second, 0 to 59, or null.</summary>
    public int? Second => (_known & ClockKnown) != 0 && _second60 >= 0 ? _second60 : null;

    /// <summary>Offset from UTC where the words tell the zone, otherwise null.</summary>
    public TimeSpan? Offset => (_known & OffsetKnown) != 0 ? TimeSpan.FromMinutes(_offset) : null;

    /// <summary>How fine it is.</summary>
    public Grain Grain =>
        (_known & ClockKnown) != 0 ? _second60 >= 0 ? Grain.Second : _minute >= 0 ? Grain.Minute : Grain.Hour
        : _part != PartOfDay.None ? Grain.PartOfDay
        : _dateGrain;

    /// <summary>True where nothing of the date is unknown down to its grain.</summary>
    public bool IsResolved => (_known & YearKnown) != 0 && (_dateGrain >= Grain.Year || _first != 0) && (_dateGrain != Grain.Day || _second != 0);

    internal bool HasTime => (_known & ClockKnown) != 0 || _part != PartOfDay.None;

    internal Grain DateGrain => _dateGrain;

    internal int First => _first;

    private bool IsWeekdayOnly => _dateGrain == Grain.Day && _first == WeekdayMark;

    // In place of the month: the second number is a weekday.
    private const byte WeekdayMark = 99;

    internal static PartialDateTime OfDay(DateOnly day) => new(day.Year, Grain.Day, day.Month, day.Day);

    internal static PartialDateTime OfDay(int? year, int month, int day) => new(year, Grain.Day, month, day);

    internal static PartialDateTime UnknownDay => new(null, Grain.Day, 0, 0);

    internal static PartialDateTime OfWeekday(int weekday) => new(null, Grain.Day, WeekdayMark, weekday);

    internal static PartialDateTime OfMonth(int? year, int month) => new(year, Grain.Month, month, 0);

    internal static PartialDateTime OfYear(int? year) => new(year, Grain.Year, 0, 0);

    internal static PartialDateTime OfDecade(int? year) => new(year is { } y ? y - (((y % 10) + 10) % 10) : null, Grain.Decade, 0, 0);

    internal static PartialDateTime OfCentury(int? year) => new(year is { } y ? y - (((y % 100) + 100) % 100) : null, Grain.Century, 0, 0);

    internal static PartialDateTime OfQuarter(int? year, int quarter) => new(year, Grain.Quarter, quarter, 0);

    internal static PartialDateTime OfHalf(int? year, int half) => new(year, Grain.Half, half, 0);

    internal static PartialDateTime OfSeason(int? year, Season season) => new(year, Grain.Season, (int)season, 0);

    internal static PartialDateTime OfWeek(int? isoYear, int week, bool weekend) => new(isoYear, weekend ? Grain.Weekend : Grain.Week, week, 0);

    internal static PartialDateTime OfWeek(DateOnly day, bool weekend)
    {
        (int year, int week) = Calendars.IsoWeek(day);
        return OfWeek(year, week, weekend);
    }

    internal PartialDateTime WithClock(int hour, int minute, int second, int? offset) => new(this, PartOfDay.None, hour, minute, second, offset);

    internal PartialDateTime WithPart(PartOfDay part) => new(this, part, -1, -1, -1, null);

    internal PartialDateTime WithYear(int? year) => new(year, _dateGrain, _first, _second);

    internal PartialDateTime DateOnlyPart => new(Year, _dateGrain, _first, _second);

    /// <summary>The day, where year, month and day are known and lie in the years 1 to 9999.</summary>
    public bool TryGetDate(out DateOnly date)
    {
        if (Year is { } year && Month is { } month && Day is { } day && year is >= 1 and <= 9999 && Calendars.IsValid(year, month, day))
        {
            date = new DateOnly(year, month, day);
            return true;
        }

        date = default;
        return false;
    }

    /// <summary>The instant, where day, clock time and offset are all known.</summary>
    public bool TryGetInstant(out DateTimeOffset instant)
    {
        instant = default;
        if (!TryGetDate(out DateOnly date) || Hour is not { } hour || Offset is not { } offset)
        {
            return false;
        }

        DateTime local = date.ToDateTime(TimeOnly.MinValue);
        long ticks = local.Ticks + new TimeSpan(hour, Minute ?? 0, Second ?? 0).Ticks;
        if (ticks - offset.Ticks < 0 || ticks - offset.Ticks > DateTime.MaxValue.Ticks || ticks > DateTime.MaxValue.Ticks)
        {
            return false;
        }

        instant = new DateTimeOffset(new DateTime(ticks), offset);
        return true;
    }
}
