namespace Extraction;

/// <summary>Two dates joined by a hyphen, 'to' or 'and': they share what only one of them says, and do not run backwards.</summary>
internal ref partial struct DateResolver
{
    // 'from May to September', 'Friday to Monday': one joint, the same rule, and no year that the words tell.
    private bool IsRange(int index)
    {
        ref readonly DateMatch first = ref _matches[index - 1];
        ref readonly DateMatch last = ref _matches[index];
        return !_state.IsNarrative && last.Rule is DateRule.Weekday or DateRule.Month && first.Rule == last.Rule && last.Year == DateMatch.Unknown && last.YearRelation == DateRelation.None
            && last.Relation == DateRelation.None && Joins(first.Next, last.First) && (first.Next == last.First || _atoms[first.Next].Class is DateClass.To or DateClass.Until or DateClass.Dash);
    }

    private static PartialDateTime NotBefore(PartialDateTime end, PartialDateTime start, DateRule rule)
    {
        if (rule == DateRule.Month)
        {
            return start.Year is { } from && end is { Year: { } year, Month: { } month } && (year * 12) + month < (from * 12) + (start.Month ?? 1) && start.DateGrain == Grain.Month
                ? PartialDateTime.OfMonth(month < start.Month ? from + 1 : from, month)
                : end;
        }

        return end.TryGetDate(out DateOnly last) && start.TryGetDate(out DateOnly first) && last < first && first.DayNumber - last.DayNumber < 14
            ? PartialDateTime.OfDay(Calendars.AddDays(last, 7))
            : end;
    }

    /// <summary>The year behind a range or a pair: 2013 of '10 August - 12 September 2013', the year before of 'from October to March 2023'.</summary>
    private int? YearBehind(int index, in DateMatch match)
    {
        if (match.YearRelation != DateRelation.None || index + 1 >= _matches.Length)
        {
            return null;
        }

        DateMatch other = _matches[index + 1];
        if (other.Rule != match.Rule || other.Year == DateMatch.Unknown || other.Month == 0 || !Joins(match.Next, other.First))
        {
            return null;
        }

        bool later = match.Month > other.Month || (match.Month == other.Month && match.Day > other.Day);
        if (later && _atoms[match.Next].Class is DateClass.And or DateClass.Or)
        {
            return null;
        }

        _anchor = DateAnchor.Following;
        return later ? other.Year - 1 : other.Year;
    }

    /// <summary>True where nothing but a joint of ranges stands between the atoms: a hyphen, 'to', 'and', 'until'.</summary>
    private bool Joins(int end, int first) =>
        first < _atoms.Length && ((first == end && _atoms[first].Has(AtomFlags.HyphenBefore))
            || (first == end + 1 && _atoms[end].Class is DateClass.To or DateClass.And or DateClass.Or or DateClass.Dash or DateClass.Until));
}
