namespace Extraction;

/// <summary>Lengths, and distances made of them: 'two and a half years', 'the past three months', 'five weeks ago', 'a year earlier', 'years'.</summary>
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

    // The figures behind the point, or -1 where they are none or too many.
    private readonly int Thousandths(int i)
    {
        ReadOnlySpan<char> digits = Word(i);
        int point = digits.IndexOf('.');
        digits = point < 0 ? default : digits[(point + 1)..];
        if (digits.Length is 0 or > 3)
        {
            return -1;
        }

        int value = 0;
        for (int d = 0; d < 3; d++)
        {
            int digit = d < digits.Length ? digits[d] - '0' : 0;
            if (digit is < 0 or > 9)
            {
                return -1;
            }

            value = (value * 10) + digit;
        }

        return value;
    }

    /// <summary>'a quarter of a century', 'three-quarters of an hour', 'quarter-century'.</summary>
    private readonly int TryQuarterOf(int i, ref DateMatch match)
    {
        int quarters = 1;
        int k = i;
        if (C(k) == DateClass.A || (C(k) is DateClass.Cardinal or DateClass.Digits && V(k) == 3))
        {
            quarters = C(k) == DateClass.A ? 1 : 3;
            k++;
        }

        if (C(k) is not (DateClass.Unit or DateClass.Units) || V(k) != 9 || (C(k) == DateClass.Units) != (quarters == 3))
        {
            return -1;
        }

        int unit = C(k + 1) == DateClass.Of && C(k + 2) == DateClass.A ? k + 3 : k + 1;
        // 'a quarter-century low': the article belongs to the noun.
        if (C(unit) != DateClass.Unit || (Hyphen(unit) && C(i) == DateClass.A))
        {
            return -1;
        }

        match.Unit = UnitOf(unit);
        switch (match.Unit)
        {
            case Grain.Century:
                match.Period = new CalendarPeriod { Years = 25 * quarters };
                return unit + 1;
            case Grain.Year when unit == k + 3:
                match.Period = new CalendarPeriod { Months = 3 * quarters };
                return unit + 1;
            case Grain.Hour:
                match.Period = new CalendarPeriod { Minutes = 15 * quarters };
                return unit + 1;
            default:
                return -1;
        }
    }

    /// <summary>'years', 'the past months', 'recent weeks', 'the first hours', 'these days' (which is a reference).</summary>
    private readonly int TryBareUnits(int i, int k, bool pointed, bool recent, DateRelation relation, ref DateMatch match)
    {
        Grain unit = UnitOf(k);
        match.Unit = unit;
        match.Relation = relation;
        match.Period = new CalendarPeriod { VagueUnit = unit };
        if (Is(k, AtomFlags.Abbreviation) || Is(k, AtomFlags.Special))
        {
            return -1;
        }

        int end = k + 1;
        if (recent)
        {
            if (C(end) is DateClass.And or DateClass.Or && C(end + 1) == DateClass.Units)
            {
                end += 2;
            }

            if (unit >= Grain.Year || unit is Grain.Day or Grain.Week or Grain.Month or Grain.Quarter)
            {
                return end;
            }

            return -1;
        }

        if (C(end) == DateClass.Old || (C(end) == DateClass.Of && C(end + 1) == DateClass.Aged) || unit == Grain.Second || unit == Grain.Weekend)
        {
            return -1;
        }

        if (C(i) == DateClass.These && !pointed)
        {
            return -1;
        }

        if (!pointed && C(end) == DateClass.Long && Hyphen(end) && C(i) != DateClass.These)
        {
            // 'its decades-long dispute'
            return Hyphen(k) ? -1 : end + 1;
        }

        if (!pointed)
        {
            DateClass before = C(i - 1);
            bool number = before is DateClass.Digits or DateClass.Cardinal or DateClass.Magnitude or DateClass.Hundreds or DateClass.Decimal or DateClass.Fraction or DateClass.Ordinal or DateClass.Currency;
            if (number || Hyphen(k) || (before == DateClass.Other && (IsCapitalWord(i - 1) || !IsVerbLike(i - 1))) || before is DateClass.UnitAdj && !WordIs(i - 1, "long")
                || before is DateClass.The or DateClass.That or DateClass.Possessive)
            {
                return -1;
            }

            if (unit < Grain.Hour && C(end) is not (DateClass.Ago or DateClass.Later or DateClass.Earlier or DateClass.Before or DateClass.After))
            {
                return -1;
            }
        }

        if (C(end) == DateClass.Or && C(end + 1) == DateClass.Units)
        {
            end += 2;
        }

        if (C(end) == DateClass.Long && Hyphen(end))
        {
            return end + 1;
        }

        return Distance(i, end, C(i) == DateClass.The, ref match);
    }

    // 'took years', 'lasting months'; nouns before a unit ('opening hours', 'war years') are no lengths.
    private readonly bool IsVerbLike(int i)
    {
        ReadOnlySpan<char> word = Word(i);
        return word.EndsWith("ing", StringComparison.OrdinalIgnoreCase) || word.EndsWith("ed", StringComparison.OrdinalIgnoreCase) || word.Length > 3 && word.EndsWith("s", StringComparison.OrdinalIgnoreCase)
            || C(i) is DateClass.PastCue || WordIs(i, "take") || WordIs(i, "last") || WordIs(i, "spend") || WordIs(i, "wait");
    }

    /// <summary>Further parts of a length: ' and a half', ' 23 minutes and 14 seconds', ' or so', ' or more'.</summary>
    private readonly int Compound(int end, ref DateMatch match)
    {
        for (int steps = 0; steps < 3; steps++)
        {
            int k = C(end) == DateClass.And || (C(end) == DateClass.Comma && match.Unit <= Grain.Hour) ? end + 1 : end;
            if (C(end) == DateClass.And && C(k) == DateClass.A && C(k + 1) == DateClass.Half && !IsUnit(k + 2))
            {
                match.Period = match.Period.Plus(CalendarPeriod.Of(match.Unit, 1));
                return k + 2;
            }

            if (C(k) == DateClass.Decimal && match.Unit is Grain.Minute or Grain.Hour && C(k + 1) == DateClass.Units && V(k + 1) == 1 && Thousandths(k) is >= 0 and int thousandths)
            {
                // '23 minutes, 41.2 seconds'
                match.Unit = Grain.Second;
                match.Period = match.Period.Plus(new CalendarPeriod { Seconds = V(k), Milliseconds = thousandths });
                return k + 2;
            }

            if (C(k) is not (DateClass.Digits or DateClass.Cardinal) || match.Period.VagueUnit != Grain.None)
            {
                break;
            }

            int q = TryPlainQuantity(k, out Quantity quantity);
            if (q < 0 || C(q) != DateClass.Units && C(q) != DateClass.Unit || UnitOf(q) >= match.Unit || quantity.IsVague || Hyphen(q))
            {
                break;
            }

            match.Unit = UnitOf(q);
            match.Period = match.Period.Plus(CalendarPeriod.Of(match.Unit, Math.Min(quantity.Halves, 200_000)));
            end = q + 1;
        }

        if (C(end) == DateClass.Or && (WordIs(end + 1, "so") || C(end + 1) == DateClass.More || WordIs(end + 1, "longer")))
        {
            match.Modifier = WordIs(end + 1, "so") ? TimexModifier.Approx : TimexModifier.EqualOrMore;
            return end + 2;
        }

        if (C(end) == DateClass.Or && C(end + 1) == DateClass.Cardinal && V(end + 1) == 2 && !IsUnit(end + 2))
        {
            match.Modifier = TimexModifier.Approx;
            return end + 2;
        }

        return end;
    }

    /// <summary>'ago', 'earlier', 'later', 'from now' behind a length.</summary>
    private readonly int Distance(int i, int end, bool the, ref DateMatch match)
    {
        DateRelation relation = C(end) switch
        {
            DateClass.Ago => DateRelation.Ago,
            DateClass.Earlier => DateRelation.Earlier,
            DateClass.Previously => DateRelation.Earlier,
            DateClass.Later => DateRelation.Later,
            DateClass.Other when WordIs(end, "hence") => DateRelation.FromNow,
            DateClass.From when C(end + 1) == DateClass.Now => DateRelation.FromNow,
            DateClass.Possessive when WordIs(end + 1, "time") && !Hyphen(end + 2) => DateRelation.FromNow,
            DateClass.Time when WordIs(end, "time") && C(i - 1) == DateClass.In && C(end - 1) == DateClass.Units => DateRelation.FromNow,
            DateClass.Before when C(end + 1) is DateClass.Comma or DateClass.Stop or DateClass.None or DateClass.Colon => DateRelation.Earlier,
            DateClass.After when C(end + 1) is DateClass.Comma or DateClass.Stop or DateClass.None or DateClass.Colon => DateRelation.Later,
            _ => DateRelation.None,
        };
        if (relation == DateRelation.None || (the && relation != DateRelation.Ago) || match.Relation != DateRelation.None)
        {
            return end;
        }

        if (C(end) == DateClass.Later && C(end + 1) == DateClass.Than)
        {
            return end;
        }

        match.Rule = DateRule.Distance;
        match.Relation = relation;
        match.Type = match.Unit <= Grain.Hour && match.Period.VagueUnit == Grain.None ? TimexType.Time : TimexType.Date;
        return C(end) is DateClass.From or DateClass.Possessive ? end + 2 : end + 1;
    }
}
