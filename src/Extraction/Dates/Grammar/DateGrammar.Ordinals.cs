namespace Extraction;

/// <summary>Days and weeks counted inside a period: 'the first Monday of October 2014', 'the last weekend in May', 'the 20th of next month'.</summary>
internal ref partial struct DateGrammar
{
    private readonly int TryOrdinalInPeriod(int i, out DateMatch match)
    {
        match = default;
        int k = C(i) == DateClass.The ? i + 1 : i;
        int nth = C(k) switch
        {
            DateClass.Last => -1,
            DateClass.Ordinal when Is(k, AtomFlags.Special) => -1,
            DateClass.Ordinal or DateClass.OrdinalDigits when V(k) is >= 1 and <= 31 => V(k),
            _ => 0,
        };
        if (nth == 0 || Hyphen(k + 1))
        {
            return -1;
        }

        int unit = k + 1;
        Grain counted = C(unit) switch
        {
            DateClass.Weekday when !Is(unit, AtomFlags.Abbreviation) => Grain.Day,
            DateClass.Unit when UnitOf(unit) is Grain.Day or Grain.Week or Grain.Weekend => UnitOf(unit),
            _ => Grain.None,
        };
        byte weekday = C(unit) == DateClass.Weekday ? (byte)V(unit) : (byte)0;
        bool bare = counted == Grain.None;
        if (bare)
        {
            // 'the 20th of next month'; 'the first of the year' says no more than its start.
            if (C(k) != DateClass.OrdinalDigits)
            {
                return -1;
            }

            counted = Grain.Day;
            unit = k;
        }

        if ((weekday != 0 || counted is Grain.Week or Grain.Weekend) && nth > 5)
        {
            return -1;
        }

        int of = unit + 1;
        if (C(of) is not (DateClass.Of or DateClass.In))
        {
            return -1;
        }

        int next = TryPeriodOfDays(of + 1, out match);
        if (next < 0 || (bare && match.Rule != DateRule.RelativeUnit))
        {
            return -1;
        }

        match.Within = match.Rule;
        match.Rule = DateRule.OrdinalInPeriod;
        match.Nth = (sbyte)nth;
        match.Counted = counted;
        match.Weekday = weekday;
        return next;
    }

    // 'October 2014', '2015', 'next month', 'this year', 'the month': what has days to count.
    private readonly int TryPeriodOfDays(int i, out DateMatch match)
    {
        int next = TryCalendar(i, out match);
        if (next > 0)
        {
            return match.Rule == DateRule.Year || (match.Rule == DateRule.Month && C(i) == DateClass.Month) ? next : -1;
        }

        if (C(i) == DateClass.Month && Is(i, AtomFlags.Capital))
        {
            // 'the first Monday of May': nothing but the month can follow.
            match = DateMatch.Empty;
            match.Type = TimexType.Date;
            match.Rule = DateRule.Month;
            match.Month = (byte)V(i);
            return i + 1;
        }

        next = TryRelative(i, out match);
        if (next > 0)
        {
            return match.Rule == DateRule.RelativeUnit && match.Unit is Grain.Month or Grain.Year ? next : -1;
        }

        if (C(i) == DateClass.The && C(i + 1) == DateClass.Unit && UnitOf(i + 1) is Grain.Month or Grain.Year && !Hyphen(i + 2))
        {
            match = DateMatch.Empty;
            match.Type = TimexType.Date;
            match.Rule = DateRule.RelativeUnit;
            match.Unit = UnitOf(i + 1);
            match.Relation = DateRelation.This;
            return i + 2;
        }

        return -1;
    }
}
