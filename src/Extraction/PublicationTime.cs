using System.Globalization;

namespace Extraction;

/// <summary>
/// When an article was published or updated, as precisely as is known: a day, with a clock time where the page gives one, with an offset from UTC where it tells the zone.
/// </summary>
/// <threadsafety>Immutable; safe from any thread.</threadsafety>
public readonly record struct PublicationTime
{
    /// <summary>A day alone.</summary>
    public PublicationTime(DateOnly date)
        : this(date, null, null)
    {
    }

    /// <summary>A day with clock time and offset, as far as known.</summary>
    /// <param name="date">The day on the page's own calendar.</param>
    /// <param name="time">Clock time, or null.</param>
    /// <param name="offset">Offset from UTC, whole minutes within 14 hours; ignored where <paramref name="time"/> is null.</param>
    /// <exception cref="ArgumentOutOfRangeException">The offset is no possible offset.</exception>
    public PublicationTime(DateOnly date, TimeOnly? time, TimeSpan? offset)
    {
        if (offset is { } o && (o.Duration() > TimeSpan.FromHours(14) || o.Ticks % TimeSpan.TicksPerMinute != 0))
        {
            throw new ArgumentOutOfRangeException(nameof(offset), "An offset is whole minutes within 14 hours of UTC.");
        }

        Date = date;
        Time = time;
        Offset = time is null ? null : offset;
    }

    /// <summary>The day on the page's own calendar.</summary>
    public DateOnly Date { get; }

    /// <summary>Clock time, or null where only the day is known.</summary>
    public TimeOnly? Time { get; }

    /// <summary>Offset from UTC, or null where the zone is unknown.</summary>
    public TimeSpan? Offset { get; }

    /// <summary>The instant, where day, clock time and offset are all known.</summary>
    public DateTimeOffset? Instant =>
        Time is { } t && Offset is { } o && InRange(Date, t, o) ? new DateTimeOffset(Date.ToDateTime(t), o) : null;

    /// <summary>A day alone.</summary>
    public static implicit operator PublicationTime(DateOnly date) => new(date);

    /// <summary>A day alone.</summary>
    public static PublicationTime FromDateOnly(DateOnly date) => new(date);

    /// <summary>A day, clock time and offset, all known.</summary>
    public static PublicationTime FromDateTimeOffset(DateTimeOffset value) =>
        new(DateOnly.FromDateTime(value.DateTime), TimeOnly.FromDateTime(value.DateTime), value.Offset);

    /// <summary>Reads ISO 8601: <c>2022-02-25</c>, <c>2022-02-25T06:53</c>, with seconds, with <c>Z</c> or <c>+05:30</c>.</summary>
    /// <returns>False where <paramref name="text"/> is anything else, February 31 included; never throws.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out PublicationTime value)
    {
        value = default;
        text = text.Trim();
        if (text.Length < 10 || !DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date))
        {
            return false;
        }

        ReadOnlySpan<char> rest = text[10..];
        if (rest.IsEmpty)
        {
            value = new PublicationTime(date);
            return true;
        }

        if (rest[0] is not ('T' or 't' or ' '))
        {
            return false;
        }

        rest = rest[1..];
        int zone = rest.IndexOfAny("Zz+-");
        ReadOnlySpan<char> clock = zone < 0 ? rest : rest[..zone];
        if (!TimeOnly.TryParseExact(clock, ["HH:mm", "HH:mm:ss", "HH:mm:ss.FFFFFFF"], CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly time))
        {
            return false;
        }

        if (zone < 0)
        {
            value = new PublicationTime(date, time, null);
            return true;
        }

        ReadOnlySpan<char> offsetText = rest[zone..];
        if (offsetText is "Z" or "z")
        {
            value = new PublicationTime(date, time, TimeSpan.Zero);
            return true;
        }

        if (!TimeSpan.TryParseExact(offsetText[1..], [@"hh\:mm", "hhmm", "hh"], CultureInfo.InvariantCulture, out TimeSpan offset) || offset > TimeSpan.FromHours(14))
        {
            return false;
        }

        value = new PublicationTime(date, time, offsetText[0] == '-' ? -offset : offset);
        return true;
    }

    /// <summary>ISO 8601, as precise as what is known: <c>2022-02-25</c>, <c>2022-02-25T06:53</c>, <c>2022-02-25T06:53+05:30</c>.</summary>
    public override string ToString()
    {
        string date = Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (Time is not { } time)
        {
            return date;
        }

        string clock = time.ToString(time.Ticks % TimeSpan.TicksPerMinute == 0 ? "HH:mm" : "HH:mm:ss", CultureInfo.InvariantCulture);
        if (Offset is not { } offset)
        {
            return $"{date}T{clock}";
        }

        return offset == TimeSpan.Zero
            ? $"{date}T{clock}Z"
            : $"{date}T{clock}{(offset < TimeSpan.Zero ? '-' : '+')}{offset.ToString(@"hh\:mm", CultureInfo.InvariantCulture)}";
    }

    private static bool InRange(DateOnly date, TimeOnly time, TimeSpan offset)
    {
        long ticks = date.ToDateTime(time).Ticks - offset.Ticks;
        return ticks >= DateTime.MinValue.Ticks && ticks <= DateTime.MaxValue.Ticks;
    }
}
