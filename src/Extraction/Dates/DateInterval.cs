using System.Globalization;

namespace Extraction;

/// <summary>The half-open interval that an expression denotes: whole days, or clock times where it has any.</summary>
/// <threadsafety>Immutable; safe from any thread.</threadsafety>
public readonly record struct DateInterval
{
    internal DateInterval(DateTime start, DateTime end, bool hasClock, TimeSpan? offset)
    {
        Start = start;
        End = end;
        HasClock = hasClock;
        Offset = offset;
    }

    /// <summary>Its beginning, on the calendar and clock of the place it speaks of.</summary>
    public DateTime Start { get; }

    /// <summary>Its end, exclusive.</summary>
    public DateTime End { get; }

    /// <summary>Whether start and end are clock times; otherwise both are midnight and only the days mean anything.</summary>
    public bool HasClock { get; }

    /// <summary>Offset from UTC where the zone is known.</summary>
    public TimeSpan? Offset { get; }

    /// <summary>The first day.</summary>
    public DateOnly FirstDay => DateOnly.FromDateTime(Start);

    /// <summary>The day after the last.</summary>
    public DateOnly EndDay => DateOnly.FromDateTime(HasClock && End.TimeOfDay != TimeSpan.Zero ? End.AddDays(End.Date < DateTime.MaxValue.Date ? 1 : 0) : End);

    /// <summary>True where <paramref name="day"/> lies in it, at least in part.</summary>
    public bool Contains(DateOnly day) => FirstDay <= day && day < EndDay;

    /// <summary>ISO 8601, start and end divided by a slash.</summary>
    public override string ToString() => $"{StartText}/{EndText}";

    internal string StartText => Text(Start);

    internal string EndText => Text(End);

    private string Text(DateTime time)
    {
        if (!HasClock)
        {
            return time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        string clock = time.ToString(time.Second == 0 ? "yyyy-MM-dd'T'HH:mm" : "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
        return Offset is not { } offset ? clock
            : offset == TimeSpan.Zero ? clock + "Z"
            : string.Create(CultureInfo.InvariantCulture, $"{clock}{(offset < TimeSpan.Zero ? '-' : '+')}{offset:hh\\:mm}");
    }
}
