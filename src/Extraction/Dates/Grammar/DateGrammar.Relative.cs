namespace Extraction;

/// <summary>Units pointed at: 'last week', 'that same quarter', 'last April', 'this year's third quarter', 'year-end'.</summary>
internal ref partial struct DateGrammar
{
    private readonly int TryRelative(int i, out DateMatch match)
    {
        match = DateMatch.Empty;
        match.Type = TimexType.Date;
        match.Rule = DateRule.RelativeUnit;
        int next = TryPeriod(i, ref match);
        if (next > 0)
        {
            return next;
        }

        match = DateMatch.Empty;
        match.Type = TimexType.Date;
        match.Rule = DateRule.RelativeUnit;
        if (C(i) is DateClass.Unit or DateClass.Boundary)
        {
            return TryYearEnd(i, ref match);
        }

        int k = Pointer(i, out DateRelation relation, out bool the);
        if (k < 0)
        {
            return C(i) == DateClass.The ? TryBareUnit(i, ref match) : -1;
        }

        if (C(k) == DateClass.Fiscal && C(k + 1) == DateClass.Unit)
        {
            k++;
        }

        match.Relation = relation;
        switch (C(k))
        {
            case DateClass.Unit when !Hyphen(k + 1) || C(k + 1) is DateClass.Digits:
                match.Unit = UnitOf(k);
                if (match.Unit < Grain.Day || C(k + 1) is DateClass.Ago or DateClass.Old)
                {
                    return -1;
                }

                if (relation is DateRelation.Next or DateRelation.Last && the && match.Unit != Grain.Day)
                {
                    // 'the next year', 'the last year': counted from what was told before.
                    match.Relation = relation == DateRelation.Next ? DateRelation.Following : match.Relation;
                }

                if (C(k + 1) == DateClass.And && C(k + 2) == DateClass.A && C(k + 3) == DateClass.Half && relation is DateRelation.Past or DateRelation.Last or DateRelation.Next)
                {
                    // 'the last decade and a half'
                    match.Rule = DateRule.Duration;
                    match.Type = TimexType.Duration;
                    match.Period = CalendarPeriod.Of(match.Unit, 3);
                    match.Relation = relation == DateRelation.Next ? DateRelation.Coming : DateRelation.Past;
                    return k + 4;
                }

                if (relation == DateRelation.Past)
                {
                    match.Rule = DateRule.Duration;
                    match.Type = TimexType.Duration;
                    match.Period = CalendarPeriod.Of(match.Unit, 2 * UnitFactor(k));
                    return k + 1;
                }

                // 'that day', 'this day'; 'last year's third quarter'
                next = PossessiveQuarter(k + 1, ref match);
                return next > 0 ? next : k + 1;
            case DateClass.Month when Is(k, AtomFlags.Capital) && !(relation == DateRelation.Same && C(k - 1) == DateClass.That) && C(k + 1) is not (DateClass.Digits or DateClass.OrdinalDigits):
                match.Rule = DateRule.Month;
                match.Month = (byte)V(k);
                return k + 1;
            case DateClass.Season when !IsCapitalWord(k + 1):
                match.Rule = DateRule.Season;
                match.Part = (byte)V(k);
                match.Relation = C(i) == DateClass.This && C(k - 1) == DateClass.Past ? DateRelation.Past : relation;
                return k + 1;
            default:
                if (Is(k, AtomFlags.Holiday) && relation is DateRelation.Last or DateRelation.This or DateRelation.Next)
                {
                    next = TryHoliday(k, ref match);
                    match.Relation = relation;
                    return next;
                }

                if (C(k) is DateClass.Ordinal && relation is DateRelation.This or DateRelation.Last or DateRelation.Next && C(k + 1) == DateClass.Unit && V(k + 1) == 9)
                {
                    match.YearRelation = relation;
                    match.Relation = DateRelation.None;
                    return TryOrdinalPeriod(k, the, ref match);
                }

                return -1;
        }
    }

    // 'this year's third quarter', 'last year's quarter'
    private readonly int PossessiveQuarter(int i, ref DateMatch match)
    {
        if (C(i) != DateClass.Possessive || match.Unit != Grain.Year)
        {
            return -1;
        }

        int k = i + 1;
        if (C(k) == DateClass.Fiscal)
        {
            k++;
        }

        if (C(k) is DateClass.Ordinal && C(k + 1) is DateClass.Unit or DateClass.Half)
        {
            DateMatch quarter = match;
            int next = TryOrdinalPeriod(k, the: true, ref quarter);
            if (next > 0 && quarter.Rule == DateRule.Quarter)
            {
                quarter.YearRelation = match.Relation;
                quarter.Relation = DateRelation.None;
                match = quarter;
                return next;
            }
        }

        if (C(k) == DateClass.Unit && V(k) == 9)
        {
            match.Rule = DateRule.Period;
            match.Unit = Grain.Quarter;
            match.YearRelation = match.Relation;
            match.Relation = DateRelation.Same;
            return k + 1;
        }

        return -1;
    }

    /// <summary>'year-end', 'year's end', 'month end'.</summary>
    private readonly int TryYearEnd(int i, ref DateMatch match)
    {
        if (C(i) == DateClass.Boundary)
        {
            match.Unit = Grain.Year;
            match.Modifier = TimexModifier.End;
            match.Relation = DateRelation.This;
            return i + 1;
        }

        int k = C(i + 1) == DateClass.Possessive ? i + 2 : i + 1;
        if (V(i) is 8 or 9 or 10 && C(k) == DateClass.End && V(k) == 3 && WordIs(k, "end") && C(k + 1) is not DateClass.Of)
        {
            match.Unit = UnitOf(i);
            match.Modifier = TimexModifier.End;
            match.Relation = DateRelation.This;
            return k + 1;
        }

        return -1;
    }
}
