namespace Extraction;

/// <summary>Days: '25 February 2022', 'Friday, Sept. 30', '25/02/2022', 'Thursday', 'yesterday', 'the next day', 'Christmas Eve'.</summary>
internal ref partial struct DateGrammar
{
    private readonly int TryDay(int i, out DateMatch match)
    {
        match = DateMatch.Empty;
        match.Type = TimexType.Date;
        if (Is(i, AtomFlags.Holiday))
        {
            int holiday = TryHoliday(i, ref match);
            if (holiday > 0)
            {
                return holiday;
            }
        }

        switch (C(i))
        {
            case DateClass.Unit or DateClass.The when IsDayBeyond(C(i) == DateClass.The ? i + 1 : i):
                int beyond = C(i) == DateClass.The ? i + 1 : i;
                match.Rule = DateRule.Deictic;
                match.Shift = (short)(2 * V(beyond + 2));
                return beyond + 3;
            case DateClass.Weekday:
                return TryWeekday(i, ref match);
            case DateClass.Month:
                return TryMonthDay(i, ref match);
            case DateClass.Digits or DateClass.OrdinalDigits or DateClass.Ordinal or DateClass.Cardinal:
                return TryDayMonth(i, ref match);
            case DateClass.The when C(i + 1) is DateClass.OrdinalDigits or DateClass.Ordinal or DateClass.Cardinal:
                int dayMonth = TryDayMonth(i + 1, ref match);
                return dayMonth > 0 ? dayMonth : TryDayOfMonth(i, ref match);
            case DateClass.IsoDate:
                match.Rule = DateRule.NumericDay;
                match.IsCalendar = true;
                match.Year = V(i) / 10000;
                match.Month = (byte)(V(i) / 100 % 100);
                match.Day = (byte)(V(i) % 100);
                match.IsImpossible = !Calendars.IsValid(match.Year, match.Month, match.Day);
                return i + 1;
            case DateClass.NumericDate:
                match.Rule = DateRule.NumericDay;
                match.IsCalendar = true;
                match.Year = V(i);
                match.Month = (byte)(_atoms[i].Extra / 100);
                match.Day = (byte)(_atoms[i].Extra % 100);
                match.TwoDigitYear = Is(i, AtomFlags.Marked);
                match.OrderOpen = true;
                return i + 1;
            case DateClass.Today when !(Is(i, AtomFlags.Capital) && IsCapitalWord(i - 1) && !Is(i, AtomFlags.LineStart | AtomFlags.AllCaps)):
                match.Rule = DateRule.Deictic;
                match.Shift = (short)V(i);
                return i + 1;
            case DateClass.Tonight:
                match.Rule = DateRule.Deictic;
                match.Type = TimexType.Time;
                match.DayPart = PartOfDay.Night;
                return i + 1;
            case DateClass.The or DateClass.That or DateClass.This or DateClass.Last or DateClass.Next or DateClass.Previous or DateClass.Following or DateClass.Same
                or DateClass.Past or DateClass.Coming:
                return TryPointedDay(i, ref match);
            default:
                return -1;
        }
    }

    // 'the day after tomorrow', 'the day before yesterday'
    private readonly bool IsDayBeyond(int i) =>
        C(i) == DateClass.Unit && V(i) == 4 && C(i + 2) == DateClass.Today
        && ((C(i + 1) == DateClass.After && V(i + 2) == 1) || (C(i + 1) == DateClass.Before && V(i + 2) == -1));

    /// <summary>'on the 20th', 'by the 3rd': a day of the month alone needs a word that takes a day before it and no noun behind it.</summary>
    private readonly int TryDayOfMonth(int i, ref DateMatch match)
    {
        if (C(i + 1) != DateClass.OrdinalDigits || V(i + 1) is < 1 or > 31 || Is(i + 1, AtomFlags.GluedToWord)
            || C(i - 1) is not (DateClass.On or DateClass.By or DateClass.Until or DateClass.Since or DateClass.Before or DateClass.After)
            || C(i + 2) is not (DateClass.None or DateClass.Stop or DateClass.Comma or DateClass.At or DateClass.Colon or DateClass.RParen) || Hyphen(i + 2))
        {
            return -1;
        }

        match.Rule = DateRule.DayOfMonth;
        match.Day = (byte)V(i + 1);
        return i + 2;
    }

    /// <summary>'last Friday', 'the following day', 'this coming Sunday, March eighth', 'this morning', 'that same afternoon'.</summary>
    private readonly int TryPointedDay(int i, ref DateMatch match)
    {
        int k = Pointer(i, out DateRelation relation, out bool article);
        if (k < 0)
        {
            return -1;
        }

        if (article && relation == DateRelation.Next && C(k) == DateClass.Weekday)
        {
            // 'I went back the next Tuesday': counted from what was told before.
            relation = DateRelation.Following;
        }

        if (C(k) == DateClass.Weekday)
        {
            if (C(k - 1) == DateClass.That)
            {
                // 'He said that Saturday would be dry': a conjunction more often than not.
                return -1;
            }

            int next = TryWeekday(k, ref match);
            match.Relation = relation;
            return next;
        }

        if (C(k) == DateClass.DayPart && relation != DateRelation.None)
        {
            match.Rule = DateRule.TimeOfDay;
            match.Type = TimexType.Time;
            match.DayPart = (PartOfDay)V(k);
            match.Unit = Grain.Day;
            match.Relation = relation;
            return k + 1;
        }

        if (C(k) == DateClass.Unit && V(k) == 4 && relation is DateRelation.Following or DateRelation.Previous or DateRelation.Same or DateRelation.Next && !Hyphen(k + 1))
        {
            match.Rule = DateRule.RelativeUnit;
            match.Unit = Grain.Day;
            match.Relation = relation == DateRelation.Next ? DateRelation.Following : relation;
            return k + 1;
        }

        return -1;
    }

    /// <summary>The words that point: 'last', 'this past', 'the following', 'that same', 'the year-ago'; returns the atom after them, or -1.</summary>
    private readonly int Pointer(int i, out DateRelation relation, out bool article)
    {
        article = C(i) == DateClass.The;
        int k = article ? i + 1 : i;
        relation = DateRelation.None;
        switch (C(k))
        {
            case DateClass.This:
                relation = DateRelation.This;
                k++;
                if (C(k) == DateClass.Past)
                {
                    relation = DateRelation.Last;
                    k++;
                }
                else if (C(k) is DateClass.Coming or DateClass.Next)
                {
                    relation = DateRelation.Next;
                    k++;
                }
                else if (C(k) is DateClass.Current or DateClass.Same)
                {
                    k++;
                }

                return k;
            case DateClass.That:
                relation = DateRelation.Same;
                return C(k + 1) == DateClass.Same ? k + 2 : k + 1;
            case DateClass.Same:
                relation = DateRelation.Same;
                return k + 1;
            case DateClass.Current:
                relation = DateRelation.This;
                return k + 1;
            case DateClass.Last:
                relation = DateRelation.Last;
                return k + 1;
            case DateClass.Past:
                relation = DateRelation.Past;
                return k + 1;
            case DateClass.Next:
                relation = DateRelation.Next;
                return k + 1;
            case DateClass.Coming:
                relation = DateRelation.Next;
                return k + 1;
            case DateClass.Previous:
                relation = DateRelation.Previous;
                return k + 1;
            case DateClass.Following:
                relation = DateRelation.Following;
                return k + 1;
            default:
                return -1;
        }
    }

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
