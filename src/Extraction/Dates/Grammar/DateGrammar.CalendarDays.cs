namespace Extraction;

/// <summary>Day and month in words: 'Sept. 30, 2008', '25th February', 'the twenty-fourth of May'.</summary>
internal ref partial struct DateGrammar
{
    /// <summary>Month first: 'February 25, 2022', 'Sept. 30', 'March eighth', 'Feb 25 last year'.</summary>
    private readonly int TryMonthDay(int i, ref DateMatch match)
    {
        int k = AfterMonth(i);
        int ordinal = C(k) == DateClass.The ? k + 1 : k;
        if (C(ordinal) is not (DateClass.Digits or DateClass.OrdinalDigits or DateClass.Ordinal) || V(ordinal) is < 1 or > 31 || Is(ordinal, AtomFlags.Marked) || _atoms[ordinal].Extra > 2)
        {
            return -1;
        }

        if (C(ordinal) == DateClass.Ordinal && (k == ordinal ? !Is(i, AtomFlags.Capital) : Is(i, AtomFlags.Ambiguous)))
        {
            return -1;
        }

        if (Is(i, AtomFlags.Ambiguous | AtomFlags.Abbreviation) && !Is(i, AtomFlags.Capital) && Is(i - 1, AtomFlags.Capital))
        {
            return -1;
        }

        int day = V(ordinal);
        if (C(ordinal) == DateClass.Ordinal && day >= 20 && Hyphen(ordinal + 1) && C(ordinal + 1) == DateClass.Ordinal)
        {
            ordinal++;
            day += V(ordinal);
        }

        // 'twenty-first' is a number word and an ordinal.
        int next = ordinal + 1;
        match.Rule = DateRule.CalendarDay;
        match.IsCalendar = true;
        match.Month = (byte)V(i);
        match.Day = (byte)day;
        match.Year = DateMatch.Unknown;
        if (Is(next, AtomFlags.Glued) && C(next) == DateClass.Other)
        {
            return -1;
        }

        next = YearAfter(next, ref match, monthFirst: true);
        match.IsImpossible = !Calendars.IsValid(match.Year, match.Month, match.Day);
        return next;
    }

    private readonly int AfterMonth(int i)
    {
        int k = i + 1;
        if (C(k) is DateClass.Stop or DateClass.Slash && Is(i, AtomFlags.Abbreviation | AtomFlags.Capital) && !Is(k, AtomFlags.SpaceBefore) && C(k + 1) is DateClass.Digits or DateClass.OrdinalDigits && !Is(k + 1, AtomFlags.BlockStart))
        {
            if (C(k) == DateClass.Slash || Is(i, AtomFlags.Abbreviation))
            {
                k++;
            }
        }

        return k;
    }

    /// <summary>Day first: '25 February 2022', '20th of March', '20March2012', '25-Feb-2022'.</summary>
    private readonly int TryDayMonth(int i, ref DateMatch match)
    {
        bool tens = C(i) == DateClass.Cardinal && V(i) is 20 or 30 && C(i + 1) == DateClass.Ordinal && V(i + 1) < 10;
        if (V(i) is < 1 or > 31 || Is(i, AtomFlags.Marked | AtomFlags.GluedToWord) || _atoms[i].Extra > 2 || (C(i) == DateClass.Cardinal && !tens) || C(i - 1) == DateClass.Currency)
        {
            return -1;
        }

        int day = V(i);
        int k = i + 1;
        if (tens)
        {
            // 'the twenty-fourth of May'
            day += V(k);
            k++;
        }

        if (C(i) == DateClass.Ordinal && day >= 20 && Hyphen(k) && C(k) == DateClass.Ordinal)
        {
            day += V(k);
            k++;
        }

        if (C(k) == DateClass.Of)
        {
            k++;
        }

        if (C(k) is DateClass.Comma or DateClass.Slash or DateClass.Stop && !Is(k, AtomFlags.SpaceBefore) && C(k + 1) == DateClass.Month && !Is(k + 1, AtomFlags.SpaceBefore))
        {
            k++;
        }

        // 'the 1st of march' leaves no doubt; '3 may' does.
        if (C(k) != DateClass.Month || (Is(k, AtomFlags.Ambiguous | AtomFlags.Abbreviation) && !Is(k, AtomFlags.Capital) && !(C(k - 1) == DateClass.Of && C(i) != DateClass.Digits)))
        {
            return -1;
        }

        // '5 March 3' and the like keep to the number on the month's other side only where a year follows it.
        if ((C(i) == DateClass.Ordinal || tens) && C(k - 1) != DateClass.Of)
        {
            return -1;
        }

        match.Rule = DateRule.CalendarDay;
        match.IsCalendar = true;
        match.Month = (byte)V(k);
        match.Day = (byte)day;
        match.Year = DateMatch.Unknown;
        int next = k + 1;
        if (Is(k, AtomFlags.Abbreviation) && C(next) == DateClass.Stop && !Is(next, AtomFlags.SpaceBefore) && C(next + 1) == DateClass.Digits)
        {
            next++;
        }

        next = YearAfter(next, ref match, monthFirst: false);
        match.IsImpossible = !Calendars.IsValid(match.Year, match.Month, match.Day);
        return next;
    }
}
