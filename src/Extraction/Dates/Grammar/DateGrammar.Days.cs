namespace Extraction;

/// <summary>Where days begin; days in figures, 'yesterday', 'the day after tomorrow', 'the 20th'.</summary>
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
            case DateClass.OrdinalDigits:
                int ordinal = TryDayMonth(i, ref match);
                return ordinal > 0 ? ordinal : TryDayOfMonth(i, ref match);
            case DateClass.Digits or DateClass.Ordinal or DateClass.Cardinal:
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
        int day = C(i) == DateClass.The ? i + 1 : i;
        bool takesDay = C(i - 1) is DateClass.On or DateClass.By or DateClass.Until or DateClass.Since or DateClass.Before or DateClass.After or DateClass.From || (day > i && WordIs(i - 1, "for"));
        if (C(day) != DateClass.OrdinalDigits || V(day) is < 1 or > 31 || Is(day, AtomFlags.GluedToWord) || !takesDay
            || C(day + 1) is not (DateClass.None or DateClass.Stop or DateClass.Comma or DateClass.At or DateClass.Colon or DateClass.RParen) || Hyphen(day + 1))
        {
            return -1;
        }

        match.Rule = DateRule.DayOfMonth;
        match.Day = (byte)V(day);
        return day + 1;
    }
}
