namespace Extraction;

/// <summary>Units pointed at: 'last week', 'the year', 'that same quarter', 'last April', 'the year-ago period', 'this year's third quarter'.</summary>
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

    /// <summary>'the year', 'the quarter', 'the weekend', 'the full year'; 'the day' and 'the week' only where they clearly mean a date.</summary>
    private readonly int TryBareUnit(int i, ref DateMatch match)
    {
        int k = i + 1;
        if (C(k) == DateClass.UnitAdj && V(k) == 1 || C(k) == DateClass.Fiscal)
        {
            k++;
        }

        // 'the night before'
        bool beside = C(k + 1) is DateClass.Before or DateClass.After && C(k + 2) is DateClass.Comma or DateClass.Stop or DateClass.None or DateClass.Colon or DateClass.Last;
        if (C(k) == DateClass.DayPart && beside && C(k + 2) != DateClass.Last)
        {
            match.Rule = DateRule.TimeOfDay;
            match.Type = TimexType.Time;
            match.DayPart = (PartOfDay)V(k);
            match.Unit = Grain.Day;
            match.Relation = C(k + 1) == DateClass.Before ? DateRelation.Previous : DateRelation.Following;
            return k + 2;
        }

        // 'Man of the Year'
        if (C(k) != DateClass.Unit || Hyphen(k + 1) || Hyphen(k) || (Is(k, AtomFlags.Capital) && !Is(k, AtomFlags.AllCaps)))
        {
            return -1;
        }

        match.Unit = UnitOf(k);
        if (match.Unit is Grain.Week or Grain.Weekend && (C(k + 1) == DateClass.Of || WordIs(k + 1, "beginning") || WordIs(k + 1, "starting") || WordIs(k + 1, "commencing")) && TryDay(k + 2, out DateMatch day) is > 0 and int weekOf
            && !day.HasTime && day.Rule is DateRule.CalendarDay or DateRule.Holiday)
        {
            // 'the week of March 6', 'the weekend of Easter'
            day.Unit = match.Unit;
            match = day;
            return weekOf;
        }

        if (C(k + 1) == DateClass.Before && C(k + 2) == DateClass.Last && match.Unit is >= Grain.Week and <= Grain.Century && !IsUnit(k + 3) && C(k + 3) is not (DateClass.Weekday or DateClass.Month or DateClass.Of))
        {
            // 'the week before last'
            match.Relation = DateRelation.Last;
            match.Shift = -1;
            return k + 3;
        }

        if (C(k + 1) == DateClass.After && C(k + 2) == DateClass.Next && match.Unit is >= Grain.Week and <= Grain.Century && !IsUnit(k + 3))
        {
            match.Relation = DateRelation.Next;
            match.Shift = 1;
            return k + 3;
        }

        if (beside && match.Unit is Grain.Day or Grain.Week or Grain.Month or Grain.Year)
        {
            // 'the day before', 'the year after'
            match.Relation = C(k + 1) == DateClass.Before ? DateRelation.Previous : DateRelation.Following;
            return C(k + 2) == DateClass.Last ? -1 : k + 2;
        }

        // 'named player of the year'
        if (C(i - 1) == DateClass.Of && C(i - 2) is DateClass.Award or DateClass.Sport)
        {
            return -1;
        }

        match.Relation = DateRelation.This;
        DateClass before = C(i - 1);
        DateClass after = C(k + 1);
        bool preposition = before is DateClass.In or DateClass.Of or DateClass.Prep or DateClass.By or DateClass.Since or DateClass.Until or DateClass.On or DateClass.Before or DateClass.After or DateClass.End or DateClass.At;
        bool open = after is DateClass.Comma or DateClass.Stop or DateClass.None or DateClass.Possessive or DateClass.Colon or DateClass.And or DateClass.To or DateClass.Dash or DateClass.RParen or DateClass.At
            or DateClass.PastCue or DateClass.PresentCue or DateClass.FutureCue or DateClass.By;
        switch (match.Unit)
        {
            case Grain.Weekend:
                return k + 1;
            case Grain.Quarter:
                match.Rule = DateRule.Period;
                match.Relation = DateRelation.Same;
                return after is DateClass.Of ? -1 : k + 1;
            case Grain.Year:
                if (WordIs(k + 1, "ended") || WordIs(k + 1, "ending") || (C(k + 1) == DateClass.To && C(k + 2) is DateClass.Month or DateClass.Digits or DateClass.End && preposition))
                {
                    // 'for the year ended Sept. 30': a length, told by its end.
                    match.Rule = DateRule.Duration;
                    match.Type = TimexType.Duration;
                    match.Period = CalendarPeriod.Of(Grain.Year, 2);
                    match.Relation = DateRelation.None;
                    return k + 1;
                }

                return preposition || k > i + 1 ? after == DateClass.Of ? -1 : k + 1 : -1;
            case Grain.Month or Grain.Week:
                return preposition && before is not DateClass.At && (open || C(k + 1) is DateClass.Ago) ? k + 1 : -1;
            case Grain.Day when before is DateClass.In && C(i - 2) is DateClass.Later or DateClass.Earlier or DateClass.Late or DateClass.Early:
                match.Relation = DateRelation.Same;
                return k + 1;
            case Grain.Day when before is DateClass.Prep && WordIs(i - 1, "for") && open:
                return k + 1;
            case Grain.Decade or Grain.Century when preposition && open:
                return k + 1;
            default:
                return -1;
        }
    }

    /// <summary>Reporting periods: 'the year-ago quarter', 'year-earlier', 'the latest period', 'the same period last year', 'the corresponding quarter of 2009'.</summary>
    private readonly int TryPeriod(int i, ref DateMatch match)
    {
        int k = C(i) == DateClass.The || C(i) == DateClass.A ? i + 1 : i;
        bool same = false;
        if (C(k) is DateClass.Same or DateClass.Corresponding)
        {
            same = true;
            k++;
        }
        else if (C(k) == DateClass.Previous && C(k + 1) == DateClass.Unit && V(k + 1) == 10 && Hyphen(k + 1) is false)
        {
            return -1;
        }

        match.Rule = DateRule.Period;
        match.Relation = DateRelation.Same;
        if (C(k) == DateClass.Unit && V(k) == 10 && C(k + 1) is DateClass.Ago or DateClass.Earlier && (Hyphen(k + 1) || C(i) != DateClass.A))
        {
            if (C(i) == DateClass.A)
            {
                // 'a year-earlier loss': the article belongs to the noun.
                return -1;
            }

            match.Relation = DateRelation.YearAgo;
            int after = k + 2;
            if (C(after) == DateClass.Ordinal && C(after + 1) == DateClass.Unit && V(after + 1) == 9)
            {
                match.Rule = DateRule.Quarter;
                match.Unit = Grain.Quarter;
                match.Part = (byte)V(after);
                match.YearRelation = DateRelation.Last;
                match.Relation = DateRelation.None;
                return after + 2;
            }

            if (C(after) == DateClass.Period || (C(after) == DateClass.Unit && V(after) is 8 or 9))
            {
                match.Unit = C(after) == DateClass.Unit ? UnitOf(after) : Grain.None;
                return after + 1;
            }

            int quantity = TryQuantity(after, out Quantity q);
            if (quantity > 0 && IsUnit(quantity) && !q.IsArticle && !q.IsVague)
            {
                match.Rule = DateRule.Duration;
                match.Type = TimexType.Duration;
                match.Period = CalendarPeriod.Of(UnitOf(quantity), q.Halves);
                match.Unit = UnitOf(quantity);
                return quantity + 1;
            }

            return C(i) == DateClass.The ? -1 : k + 2;
        }

        bool latest = C(k) == DateClass.Latest;
        if (latest)
        {
            k++;
            if (C(k) == DateClass.Fiscal)
            {
                k++;
            }
        }

        if ((latest || same) && (C(k) == DateClass.Period || (C(k) == DateClass.Unit && V(k) is 8 or 9 or 6 or 10 && !Hyphen(k + 1))))
        {
            Grain unit = C(k) == DateClass.Unit ? UnitOf(k) : Grain.None;
            if (unit == Grain.Year && latest)
            {
                match.Rule = DateRule.RelativeUnit;
                match.Unit = Grain.Year;
                match.Relation = DateRelation.Last;
                return k + 1;
            }

            if (C(k) == DateClass.Period && !WordIs(k, "period"))
            {
                return -1;
            }

            match.Unit = unit;
            int next = PeriodOf(k + 1, ref match);
            return next > k + 1 || latest || C(k) == DateClass.Unit ? next : -1;
        }

        return -1;
    }

    // ' last year', ' of 2009', ' a year ago', ' of the previous fiscal year'
    private readonly int PeriodOf(int i, ref DateMatch match)
    {
        int next = PeriodYear(i, ref match);
        if (next > i)
        {
            return next;
        }

        int k = C(i) is DateClass.Of or DateClass.In ? i + 1 : i;
        if (C(i) is DateClass.In or DateClass.Of && C(k) == DateClass.Digits && IsYear(k))
        {
            match.Year = V(k);
            return SplitYear(k + 1, match.Year);
        }

        if (C(k) == DateClass.A && C(k + 1) == DateClass.Unit && V(k + 1) == 10 && C(k + 2) is DateClass.Ago or DateClass.Earlier or DateClass.Before)
        {
            match.Relation = DateRelation.YearAgo;
            return k + 3;
        }

        return i;
    }
}
