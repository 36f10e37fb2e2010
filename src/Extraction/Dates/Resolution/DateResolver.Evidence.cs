namespace Extraction;

/// <summary>What the text as a whole tells before its dates are read: whether it is a tale of the past, and which figure is the month.</summary>
internal ref partial struct DateResolver
{
    private static bool LooksNarrative(ReadOnlySpan<DateMatch> matches, DateOnly? today)
    {
        int dated = 0;
        int years = 0;
        int near = 0;
        int deictic = 0;
        foreach (ref readonly DateMatch match in matches)
        {
            if (match.Rule is DateRule.Deictic or DateRule.Weekday || match.Relation is DateRelation.Last or DateRelation.Next && match.Rule == DateRule.RelativeUnit)
            {
                deictic++;
            }
            else if (match.Year != DateMatch.Unknown && match.Rule is DateRule.Year or DateRule.Month or DateRule.CalendarDay)
            {
                bool isNear = today is { } day && Math.Abs(match.Year - day.Year) <= 1;
                near += isNear ? 1 : 0;
                years += isNear ? 0 : 1;
                dated += !isNear && match.Rule != DateRule.Year ? 1 : 0;
            }
        }

        return years >= 8 && dated >= 4 && years > near && years > 3 * deictic;
    }

    private static (bool DayFirst, bool Known) Order(ReadOnlySpan<Atom> atoms, ReadOnlySpan<DateMatch> matches, NumericOrder order)
    {
        int day = 0;
        int month = 0;
        bool any = false;
        foreach (ref readonly DateMatch match in matches)
        {
            if (match.OrderOpen)
            {
                any = true;
                day += match.Month > 12 ? 100 : 0;
                month += match.Day > 12 ? 100 : 0;
            }
            else if (match.Rule == DateRule.CalendarDay)
            {
                DateClass first = atoms[match.First].Class == DateClass.Weekday && match.First + 1 < atoms.Length ? atoms[Math.Min(match.First + (atoms[match.First + 1].Class == DateClass.Comma ? 2 : 1), atoms.Length - 1)].Class : atoms[match.First].Class;
                day += first is DateClass.Digits or DateClass.OrdinalDigits ? 1 : 0;
                month += first == DateClass.Month ? 1 : 0;
            }
        }

        if (!any)
        {
            return (true, true);
        }

        if (order != NumericOrder.Auto && day < 100 && month < 100)
        {
            return (order == NumericOrder.DayFirst, true);
        }

        return day != month ? (day > month, true) : (true, false);
    }
}
