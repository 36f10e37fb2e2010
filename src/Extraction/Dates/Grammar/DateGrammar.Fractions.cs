namespace Extraction;

/// <summary>Parts of units, and units made of several: 'three-quarters of an hour', '9.8 seconds', '23 minutes and 14 seconds'.</summary>
internal ref partial struct DateGrammar
{
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
}
