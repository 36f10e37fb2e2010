namespace Extraction;

/// <summary>Weekdays: 'Friday', 'Friday, 25 February 2022', 'Wednesday of next week', 'Friday the 13th'.</summary>
internal ref partial struct DateGrammar
{
    /// <summary>'Friday', 'Friday, 25 February 2022', 'Friday last week', 'Tuesday 21'.</summary>
    private readonly int TryWeekday(int i, ref DateMatch match)
    {
        match.Rule = DateRule.Weekday;
        byte weekday = (byte)V(i);
        int k = i + 1;
        int dot = Is(i, AtomFlags.Abbreviation) && C(k) == DateClass.Stop && !Is(k, AtomFlags.SpaceBefore) ? 1 : 0;
        k += dot;
        int date = Comma(k);
        if (C(date) == DateClass.The)
        {
            date++;
        }

        if (!Is(date, AtomFlags.BlockStart))
        {
            DateMatch day = match;
            int next = C(date) switch
            {
                DateClass.Month => TryMonthDay(date, ref day),
                DateClass.Digits or DateClass.OrdinalDigits or DateClass.Ordinal => TryDayMonth(date, ref day),
                DateClass.IsoDate or DateClass.NumericDate => TryDay(date, out day),
                _ => -1,
            };
            if (next > 0 && day.IsCalendar)
            {
                match = day;
                match.Weekday = weekday;
                return next;
            }
        }

        // A short form is a weekday only with a date, or written with a capital after a preposition: 'on Sat', not 'sat on' and not 'Sun readers'.
        if (Is(i, AtomFlags.Abbreviation) && !(Is(i, AtomFlags.Capital) && C(i - 1) is DateClass.On or DateClass.Last or DateClass.Next or DateClass.Until or DateClass.Clock or DateClass.AmPm))
        {
            return -1;
        }

        // 'the Sunday Times'
        if (C(i - 1) == DateClass.The && Is(k, AtomFlags.Capital) && (C(k) is DateClass.Other or DateClass.Time) && !StartsSentence(k))
        {
            return -1;
        }

        match.Weekday = weekday;

        // 'Friday the 13th'
        if (C(k) == DateClass.The && C(k + 1) == DateClass.OrdinalDigits && V(k + 1) is >= 1 and <= 31 && !IsLowerWord(k + 2) && !IsUnit(k + 2) && C(k + 2) is not DateClass.Of)
        {
            match.Day = (byte)V(k + 1);
            match.Rule = DateRule.DayOfMonth;
            return k + 2;
        }

        // 'Monday 20, Tuesday 21 and Friday 24 April'
        if (C(k) is DateClass.Digits or DateClass.OrdinalDigits && V(k) is >= 1 and <= 31 && !Is(k, AtomFlags.Marked) && C(k + 1) is DateClass.Comma or DateClass.And or DateClass.To or DateClass.None or DateClass.Stop or DateClass.RParen)
        {
            match.Day = (byte)V(k);
            match.Rule = DateRule.DayOfMonth;
            return k + 1;
        }

        // 'Wednesday of next week'
        int week = C(k) == DateClass.Of && C(k + 2) == DateClass.Unit ? k + 1 : k;
        if (C(k) == DateClass.Of && C(k + 1) == DateClass.The && C(k + 2) is DateClass.Following or DateClass.Next && C(k + 3) == DateClass.Unit && V(k + 3) == 6)
        {
            match.Relation = DateRelation.Following;
            match.Unit = Grain.Week;
            return k + 4;
        }

        // 'Friday last week', 'Monday next week'
        k = week;
        if (C(k) is DateClass.Last or DateClass.Next or DateClass.This && C(k + 1) == DateClass.Unit && V(k + 1) == 6)
        {
            match.Relation = C(k) == DateClass.Last ? DateRelation.Last : C(k) == DateClass.Next ? DateRelation.Next : DateRelation.This;
            match.Unit = Grain.Week;
            return k + 2;
        }

        return i + 1 + dot;
    }
}
