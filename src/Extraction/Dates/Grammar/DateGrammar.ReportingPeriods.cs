namespace Extraction;

/// <summary>The periods of company results: 'the year-ago quarter', 'the latest period', 'the same period last year'.</summary>
internal ref partial struct DateGrammar
{
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
