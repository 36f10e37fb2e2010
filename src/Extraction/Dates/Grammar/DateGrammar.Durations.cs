namespace Extraction;

/// <summary>Lengths with a number: 'two and a half years', 'the past three months', 'a couple of days'.</summary>
internal ref partial struct DateGrammar
{
    private readonly int TryDuration(int i, out DateMatch match)
    {
        match = DateMatch.Empty;
        match.Rule = DateRule.Duration;
        match.Type = TimexType.Duration;
        if (C(i) == DateClass.Decimal && C(i + 1) == DateClass.Units && V(i + 1) == 1 && !Is(i + 1, AtomFlags.Abbreviation) && Thousandths(i) is >= 0 and int thousandths)
        {
            // 'in 9.8 seconds'
            match.Unit = Grain.Second;
            match.Period = new CalendarPeriod { Seconds = V(i), Milliseconds = thousandths };
            return i + 2;
        }

        int fraction = TryQuarterOf(i, ref match);
        if (fraction > 0)
        {
            return fraction;
        }

        int k = i;
        bool the = C(k) is DateClass.The or DateClass.These or DateClass.This;
        if (the)
        {
            k++;
        }

        DateRelation relation = DateRelation.None;
        bool vaguePointer = false;
        switch (C(k))
        {
            case DateClass.Last or DateClass.Past or DateClass.Previous:
                relation = DateRelation.Past;
                k++;
                break;
            case DateClass.Next or DateClass.Coming or DateClass.Following:
                relation = DateRelation.Coming;
                k++;
                break;
            case DateClass.Recent:
                relation = DateRelation.Past;
                vaguePointer = true;
                k++;
                break;
            case DateClass.Ordinal when V(k) is 0 or 1 && (the || C(k + 1) is DateClass.Cardinal or DateClass.Digits):
                k++;
                break;
            case DateClass.Latest:
                k++;
                break;
            case DateClass.Early or DateClass.Late when the && C(k + 1) == DateClass.Units:
                k++;
                break;
        }

        bool pointed = relation != DateRelation.None || k > i + (the ? 1 : 0);
        if (C(k) is DateClass.Units && (pointed || !the || C(i) == DateClass.These))
        {
            return TryBareUnits(i, k, pointed, vaguePointer, relation, ref match);
        }

        // 'day-long', 'weeklong'
        if (C(k) == DateClass.WeekLong)
        {
            match.Unit = UnitOf(k);
            match.Period = CalendarPeriod.Of(match.Unit, 2);
            return k + 1;
        }

        if (C(k) == DateClass.Unit && C(k + 1) == DateClass.Long && Hyphen(k + 1))
        {
            match.Unit = UnitOf(k);
            match.Period = CalendarPeriod.Of(match.Unit, 2);
            return k + 2;
        }

        // 'a second day', 'the fourth straight day'
        if (C(k) is DateClass.Ordinal or DateClass.OrdinalDigits && V(k) is >= 2 and <= 100 && !the && (C(k + 1) is DateClass.UnitAdj && IsUnit(k + 2) || C(i - 1) == DateClass.A && C(k + 1) == DateClass.UnitAdj && IsUnit(k + 2)))
        {
            match.Unit = UnitOf(k + 2);
            match.Period = CalendarPeriod.Of(match.Unit, 2 * V(k));
            return k + 3;
        }

        // 'will one day be the largest' tells no length.
        if (C(k) == DateClass.Cardinal && V(k) == 1 && C(i - 1) is DateClass.Modal or DateClass.FutureCue && C(k + 1) == DateClass.Unit && V(k + 1) == 4 && !Hyphen(k + 1))
        {
            return -1;
        }

        if (C(k) == DateClass.Cardinal && YearWords(k, out _) > 0 && C(YearWords(k, out _)) is not (DateClass.Units or DateClass.Unit))
        {
            return -1;
        }

        int number = k;
        int q = TryQuantity(number, out Quantity quantity);
        if (q < 0 || (quantity.IsArticle && relation != DateRelation.None))
        {
            return -1;
        }

        int end = UnitAfter(q);
        if (end < 0)
        {
            return -1;
        }

        int unit = end - 1;
        if (C(unit) == DateClass.Unit && !quantity.IsArticle && !Hyphen(unit) && quantity.Halves > 3 && !(C(number) == DateClass.A) && C(q - 1) != DateClass.Half && !(C(number) is DateClass.Cardinal or DateClass.Digits && V(unit) >= 2 && C(end) is not DateClass.Digits))
        {
            return -1;
        }

        // 'headed in a corner on 63 minutes': the clock of a match.
        if (C(i - 1) == DateClass.On && UnitOf(unit) == Grain.Minute && C(number) == DateClass.Digits && i == number)
        {
            return -1;
        }

        // 'the 13th Five-Year Plan'
        if (Is(unit, AtomFlags.Capital) && Is(end, AtomFlags.Capital) && C(unit) == DateClass.Unit && !Is(end, AtomFlags.LineStart | AtomFlags.AllCaps) && C(i - 1) is DateClass.Other or DateClass.OrdinalDigits or DateClass.Ordinal or DateClass.The)
        {
            return -1;
        }

        // 'World Cup 2018 day five'
        if (C(unit) == DateClass.Unit && C(number) == DateClass.Digits && _atoms[number].Extra == 4 && !Hyphen(unit) && V(number) is >= 1900 and < 2100)
        {
            return -1;
        }

        if (C(unit) == DateClass.Units && Is(unit, AtomFlags.Special) && !quantity.IsVague && quantity.Halves == 2)
        {
            return -1;
        }

        if (quantity.Halves is < 1 && !quantity.IsVague || Is(number, AtomFlags.GluedToWord) && C(number) == DateClass.Digits)
        {
            return -1;
        }

        if (C(number - 1) is DateClass.Currency && C(number) == DateClass.Digits && !Is(number, AtomFlags.LineStart))
        {
            return -1;
        }

        // 'a day-to-day', 'a year-on-year': no length.
        if (quantity.IsArticle && Hyphen(end) && C(end) is not DateClass.Long)
        {
            return -1;
        }

        // 'the two-year war', 'a 10-hour tour': the article belongs to the noun.
        if (Hyphen(unit) && C(unit) == DateClass.Unit && (the && number == k && k == i + 1 || C(i) == DateClass.A && C(i + 1) is DateClass.Digits or DateClass.Cardinal))
        {
            return -1;
        }

        Grain grain = UnitOf(unit);

        // 'a quarter of the wells', 'three-quarters': fractions.
        if (grain == Grain.Quarter && (quantity.IsArticle || Hyphen(unit) && C(unit) == DateClass.Units || C(end) == DateClass.Of))
        {
            return -1;
        }

        if (grain == Grain.Second && C(unit) == DateClass.Ordinal)
        {
            if (quantity.IsArticle ? C(end) is not (DateClass.Stop or DateClass.None) : !Hyphen(unit))
            {
                return -1;
            }
        }

        match.Unit = grain;
        match.Relation = relation;
        match.Modifier = quantity.Modifier;
        match.Period = quantity.IsVague ? new CalendarPeriod { VagueUnit = grain } : CalendarPeriod.Of(grain, Math.Min(quantity.Halves * UnitFactor(unit), 200_000));
        if (C(end) == DateClass.Old || (C(end) == DateClass.Of && C(end + 1) == DateClass.Aged))
        {
            match.Rule = DateRule.Age;
            return _options.IncludeAges ? C(end) == DateClass.Of ? end + 2 : end + 1 : -1;
        }

        if (C(number - 1) == DateClass.Aged && C(number) is DateClass.Digits or DateClass.Cardinal)
        {
            match.Rule = DateRule.Age;
            return _options.IncludeAges ? end : -1;
        }

        if (C(end) == DateClass.Long && Hyphen(end))
        {
            end++;
        }

        // 'six-month-long', 'six months' time'
        end = Compound(end, ref match);
        return Distance(i, end, the, ref match);
    }
}
