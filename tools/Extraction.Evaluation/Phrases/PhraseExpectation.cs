using System.Globalization;
using System.Text.Json;

namespace Extraction.Evaluation.Phrases;

/// <summary>One way to read an expression: a stretch of time, a clock time, a length, or a TIMEX.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends, exclusive; where a range ends in a point, that point.</param>
/// <param name="Clock">Time of day alone.</param>
/// <param name="Timex">TIMEX as the set writes it.</param>
/// <param name="Seconds">A length.</param>
/// <param name="IsUtc">Start and end are in UTC.</param>
internal sealed record PhraseReading(DateTime? Start = null, DateTime? End = null, TimeSpan? Clock = null, string? Timex = null, double? Seconds = null, bool IsUtc = false)
{
    public override string ToString() => string.Join(' ', new[] { Timex, Start?.ToString("s", CultureInfo.InvariantCulture), End is null ? null : "/ " + End.Value.ToString("s", CultureInfo.InvariantCulture), Clock?.ToString(), Seconds is null ? null : Seconds + " s" }.Where(s => s is not null));
}

/// <summary>An expression that a set expects: its place, where the set tells it, and the readings it allows.</summary>
internal sealed record PhraseExpectation(TextSpan? Span, bool IsOpen, bool IsHoliday, IReadOnlyList<PhraseReading> Readings)
{
    public override string ToString() => string.Join(" or ", Readings);

    public static PhraseExpectation Read(JsonElement e)
    {
        TextSpan? span = e.TryGetProperty("start", out JsonElement start) && start.ValueKind == JsonValueKind.Number ? new TextSpan(start.GetInt32(), e.GetProperty("end").GetInt32()) : null;
        var readings = new List<PhraseReading>();
        bool open = e.TryGetProperty("type", out JsonElement type) && type.GetString()!.StartsWith("open", StringComparison.Ordinal);
        if (e.TryGetProperty("from", out JsonElement from))
        {
            readings.Add(Components(from, e.TryGetProperty("to", out JsonElement to) ? to : null));
        }
        else if (e.TryGetProperty("grain", out JsonElement grain))
        {
            readings.Add(Grained(e, grain.GetString()!));
        }
        else
        {
            open |= Collect(e, readings);
        }

        return new PhraseExpectation(span, open, e.TryGetProperty("holiday", out _), readings);
    }

    // duckling: a value with its grain, or an interval with an exclusive end.
    private static PhraseReading Grained(JsonElement e, string grain)
    {
        if (e.TryGetProperty("start", out JsonElement start) && start.ValueKind == JsonValueKind.String)
        {
            return new PhraseReading(Moment(start.GetString()), e.TryGetProperty("end", out JsonElement end) ? Moment(end.GetString()) : null);
        }

        DateTime? at = Moment(e.GetProperty("value").GetString());
        return new PhraseReading(at, at is { } a ? After(a, grain) : null);
    }

    // chrono: components, of which 'known' are those that the words state.
    private static PhraseReading Components(JsonElement from, JsonElement? to)
    {
        DateTime? start = Moment(from.GetProperty("local").GetString());
        JsonElement known = from.GetProperty("known");
        bool zone = known.TryGetProperty("timezoneOffset", out _);
        if (start is not { } at)
        {
            return new PhraseReading();
        }

        string grain = Has("second") ? "second" : Has("minute") || Has("hour") ? "minute" : Has("day") || Has("weekday") ? "day" : Has("month") ? "month" : Has("year") ? "year" : "day";
        at = grain switch { "day" => at.Date, "month" => new DateTime(at.Year, at.Month, 1), "year" => new DateTime(at.Year, 1, 1), _ => at };
        DateTime? end = to is { } t ? Moment(t.GetProperty("local").GetString()) : After(at, grain);
        return new PhraseReading(at, to is not null && grain is "day" or "month" or "year" ? end?.Date : end, IsUtc: zone);

        bool Has(string name) => known.TryGetProperty(name, out _);
    }

    // Recognizers: lists of values, or past and future readings; true where the stretch has an open end.
    private static bool Collect(JsonElement e, List<PhraseReading> into)
    {
        bool open = false;
        if (e.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in e.EnumerateArray())
            {
                open |= Collect(item, into);
            }

            return open;
        }

        if (e.ValueKind != JsonValueKind.Object)
        {
            return false;
        }

        foreach (string list in (ReadOnlySpan<string>)["values", "past", "future"])
        {
            if (e.TryGetProperty(list, out JsonElement inner))
            {
                open |= Collect(inner, into);
            }
        }

        string? timex = Text("timex");
        string? mod = Text("Mod") ?? Text("mod");
        open |= mod is "after" or "before" or "since" or "until";
        string? value = Text("value") ?? Text("date") ?? Text("dateTime") ?? Text("time") ?? Text("duration");
        string? start = value ?? Text("start") ?? Text("startDate") ?? Text("startDateTime") ?? Text("startTime");
        string? end = Text("end") ?? Text("endDate") ?? Text("endDateTime") ?? Text("endTime");
        if (timex is null && start is null)
        {
            return open;
        }

        if (value is not null && double.TryParse(value, CultureInfo.InvariantCulture, out double seconds))
        {
            into.Add(new PhraseReading(Timex: timex, Seconds: seconds));
        }
        else if (start is { Length: 8 } && TimeSpan.TryParse(start, CultureInfo.InvariantCulture, out TimeSpan clock))
        {
            into.Add(new PhraseReading(Timex: timex, Clock: clock));
        }
        else
        {
            DateTime? at = Moment(start);
            into.Add(new PhraseReading(at, Moment(end) ?? (at is { } a && value is not null ? After(a, value.Length <= 10 ? "day" : "minute") : null), Timex: timex));
        }

        return open;

        string? Text(string name) => e.TryGetProperty(name, out JsonElement v) && v.ValueKind == JsonValueKind.String && v.GetString() != "not resolved" ? v.GetString() : null;
    }

    private static DateTime? Moment(string? text) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out DateTime time) ? DateTime.SpecifyKind(time, DateTimeKind.Unspecified) : null;

    private static DateTime After(DateTime at, string grain) => at.Year > 9990 ? at : grain switch
    {
        "second" => at.AddSeconds(1),
        "minute" => at.AddMinutes(1),
        "hour" => at.AddHours(1),
        "day" => at.AddDays(1),
        "week" => at.AddDays(7),
        "month" => at.AddMonths(1),
        "quarter" => at.AddMonths(3),
        _ => at.AddYears(1),
    };
}
