using System.Collections.Immutable;

namespace Extraction.Evaluation.Phrases;

/// <summary>Compares what was found in a phrase with what its set expects.</summary>
internal static class PhraseJudge
{
    public static PhraseVerdict Judge(Phrase phrase, ImmutableArray<DateExpression> found)
    {
        if (phrase.Expected.Count == 0)
        {
            return found.IsEmpty ? PhraseVerdict.Pass : PhraseVerdict.NotExpected;
        }

        foreach (PhraseExpectation expected in phrase.Expected)
        {
            DateExpression[] here = [.. found.Where(d => expected.Span is not { } span || span.Overlaps(d.Span))];
            bool unvalued = expected.Readings.Count > 0 && expected.Readings.All(r => r is { Start: null, Clock: null, Seconds: null });
            if (here.Length == 0)
            {
                return expected.IsHoliday ? PhraseVerdict.Holiday : unvalued && expected.Readings.All(r => r.Timex is null || r.Timex.Contains("XX", StringComparison.Ordinal)) ? PhraseVerdict.Invalid : PhraseVerdict.NotFound;
            }

            if (expected.Readings.Count > 0 && !expected.Readings.Any(r => Agrees(here, r, phrase.Reference?.Offset)))
            {
                return unvalued && !here.Any(d => d.Type is TimexType.Set or TimexType.Duration) ? PhraseVerdict.Invalid
                    : expected.IsOpen ? PhraseVerdict.OpenEnd
                    : Difference(phrase, here, expected);
            }
        }

        return found.All(d => phrase.Expected.Any(e => e.Span is not { } span || span.Overlaps(d.Span))) ? PhraseVerdict.Pass : PhraseVerdict.NotExpected;
    }

    private static bool Agrees(DateExpression[] here, PhraseReading reading, TimeSpan? zone)
    {
        if (here.Any(d => Agrees(d, reading, zone)))
        {
            return true;
        }

        // A range is two dates for TIMEX3.
        return reading is { Start: { } start, End: { } end } && here.Length >= 2 && here[0].Interval is { } first && here[^1].Interval is { } last
            && Begins(first, start, reading.IsUtc, zone) && (Begins(last, end, reading.IsUtc, zone) || last.End == end || last.Start.Date == end);
    }

    private static bool Agrees(DateExpression date, PhraseReading reading, TimeSpan? zone)
    {
        string value = date.Value;
        if (reading.Timex is { } timex && (value == timex || (timex[0] == 'T' && value.EndsWith(timex, StringComparison.Ordinal)) || (timex[0] == '(' && timex.StartsWith($"({value},", StringComparison.Ordinal) && date.Interval is null)))
        {
            return true;
        }

        if (date.Period is { } period)
        {
            return (reading.Seconds is { } seconds && period.TryToTimeSpan(out TimeSpan length) && Math.Abs(length.TotalSeconds - seconds) < 1)
                || (reading.Timex is { } t && PhraseLength.TryParse(t, out (double Months, double Seconds) wanted) && PhraseLength.TryParse(value, out (double Months, double Seconds) ours) && wanted == ours);
        }

        if (reading.Clock is { } clock)
        {
            return date.Date is { Hour: { } hour } at && new TimeSpan(hour % 24, at.Minute ?? 0, at.Second ?? 0) == clock;
        }

        return reading.Start is { } start && date.Interval is { } interval && Begins(interval, start, reading.IsUtc, zone)
            && (interval.HasClock ? reading.End is null || reading.End.Value - start <= TimeSpan.FromHours(1) || interval.End == reading.End : reading.End is null || interval.End == reading.End);
    }

    // Clock times with a zone are compared in UTC or in the zone of the reference, as the set writes them.
    private static bool Begins(DateInterval interval, DateTime at, bool utc, TimeSpan? zone)
    {
        DateTime start = interval.Offset is not { } offset ? interval.Start : utc ? interval.Start - offset : zone is { } local ? interval.Start - offset + local : interval.Start;
        return start == at || (interval.HasClock && start == at.AddSeconds(-at.Second));
    }

    private static PhraseVerdict Difference(Phrase phrase, DateExpression[] here, PhraseExpectation expected)
    {
        DateExpression date = here[0];
        if (expected.IsHoliday && here.All(d => d.Rule != DateRule.Holiday))
        {
            return PhraseVerdict.Holiday;
        }

        DateTime now = phrase.Reference is { } reference ? reference.Date.ToDateTime(reference.Time ?? TimeOnly.MinValue) : default;
        foreach (PhraseReading reading in expected.Readings)
        {
            if (reading.Start is not { } start)
            {
                continue;
            }

            if (date.Reference != TimeReference.None)
            {
                return PhraseVerdict.Reference;
            }

            if (here.Length > 1 && here.Any(d => d.Type == TimexType.Duration))
            {
                return PhraseVerdict.Compound;
            }

            if (date.Period is { } period)
            {
                return date.Type == TimexType.Duration && period.VagueUnit == Grain.None || start == now ? PhraseVerdict.LengthOrMoment : PhraseVerdict.Value;
            }

            if (date.Interval is { } interval)
            {
                DateTime ours = interval.Start;
                if (date.Rule == DateRule.NumericDay && ours.Year == start.Year && ours.Day == start.Month && ours.Month == start.Day)
                {
                    return PhraseVerdict.FigureOrder;
                }

                if (date.Date is { PartOfDay: not PartOfDay.None } && (ours.Date == start.Date || interval.End.Date == start.Date))
                {
                    return PhraseVerdict.PartOfDay;
                }

                if (IsTurned(date, ours, start))
                {
                    return PhraseVerdict.Direction;
                }

                if (here.Length == 1 && ours <= start && start < interval.End)
                {
                    return date.Modifier != TimexModifier.None ? PhraseVerdict.Modifier : PhraseVerdict.Grain;
                }
            }
        }

        return PhraseVerdict.Value;
    }

    // The same weekday, day or clock time on the other side of the reference.
    private static bool IsTurned(DateExpression date, DateTime ours, DateTime theirs)
    {
        double days = (theirs - ours).TotalDays;
        return date.Rule switch
        {
            DateRule.Weekday => days is 7 or 14 or -7,
            DateRule.TimeOfDay => days is 1 or -1,
            DateRule.CalendarDay or DateRule.Month or DateRule.Holiday or DateRule.Quarter or DateRule.Season or DateRule.OrdinalInPeriod => ours.Year != theirs.Year && Math.Abs(days) is >= 345 and <= 390,
            DateRule.DayOfMonth => ours.Day == theirs.Day || Math.Abs(days) % 7 == 0,
            DateRule.RelativeUnit => date.Grain == Grain.Weekend && Math.Abs(days) == 7,
            _ => false,
        };
    }
}
