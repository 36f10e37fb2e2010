namespace Extraction;

/// <summary>Numbers: '3', 'twenty-two', 'two and a half', 'a couple of', 'several', 'two to three'.</summary>
internal ref partial struct DateGrammar
{
    /// <summary>A number before a unit, in halves.</summary>
    private struct Quantity
    {
        public int Halves;
        public bool IsVague;
        public bool IsArticle;
        public TimexModifier Modifier;
    }

    private readonly int TryQuantity(int i, out Quantity quantity)
    {
        int next = TryPlainQuantity(i, out quantity);
        if (next < 0 || quantity.IsVague || quantity.IsArticle)
        {
            return next;
        }

        // 'two to three weeks', 'two or three weeks', '10-15 minutes': the value is the first, as the annotators of news have it.
        int other = C(next) is DateClass.To or DateClass.Or ? next + 1 : Hyphen(next) ? next : -1;
        if (other > 0 && C(other) is DateClass.Digits or DateClass.Cardinal && TryPlainQuantity(other, out Quantity second) is > 0 and int end
            && second.Halves > quantity.Halves && UnitAfter(end) > 0)
        {
            quantity.Modifier = TimexModifier.Approx;
            return end;
        }

        return next;
    }

    private readonly int TryPlainQuantity(int i, out Quantity quantity)
    {
        quantity = default;
        switch (C(i))
        {
            case DateClass.Digits when !Is(i, AtomFlags.GluedToWord):
                quantity.Halves = Math.Min(V(i), 100_000_000) * 2;
                if (C(i + 1) == DateClass.Fraction && V(i + 1) == 1 && _atoms[i + 1].Extra == 2)
                {
                    quantity.Halves++;
                    return i + 2;
                }

                if (C(i + 1) == DateClass.Half && Is(i + 1, AtomFlags.Glued | AtomFlags.Special))
                {
                    quantity.Halves++;
                    return i + 2;
                }

                if (C(i + 1) == DateClass.Magnitude && V(i + 1) < 10000)
                {
                    quantity.Halves *= V(i + 1);
                    return i + 2;
                }

                return AndAHalf(i + 1, ref quantity);
            case DateClass.Decimal when _atoms[i].Extra == 1005:
                quantity.Halves = (V(i) * 2) + 1;
                return i + 1;
            case DateClass.Fraction when V(i) == 1 && _atoms[i].Extra == 2:
                quantity.Halves = 1;
                return i + 1;
            case DateClass.Cardinal or DateClass.Magnitude:
                int words = Cardinal(i, out int value);
                quantity.Halves = value * 2;
                return AndAHalf(words, ref quantity);
            case DateClass.Half when !(Hyphen(i) && C(i - 1) is DateClass.Ordinal):
                // 'four second-half minutes' are no half minutes.
                quantity.Halves = 1;
                return C(i + 1) == DateClass.A ? i + 2 : i + 1;
            case DateClass.Few or DateClass.Several or DateClass.Hundreds:
                quantity.IsVague = true;
                return C(i + 1) == DateClass.Of ? i + 2 : C(i + 1) == DateClass.More ? i + 2 : i + 1;
            case DateClass.Couple:
                quantity.Halves = 4;
                quantity.Modifier = TimexModifier.Approx;
                return C(i + 1) == DateClass.Of ? i + 2 : i + 1;
            case DateClass.A:
                switch (C(i + 1))
                {
                    case DateClass.Half or DateClass.Few or DateClass.Couple or DateClass.Magnitude:
                        return TryPlainQuantity(i + 1, out quantity);
                    case DateClass.UnitAdj when C(i + 2) is DateClass.Few or DateClass.Cardinal or DateClass.Digits:
                        return TryPlainQuantity(i + 2, out quantity);
                    case DateClass.Cardinal or DateClass.Digits when Hyphen(i + 2):
                        return TryPlainQuantity(i + 1, out quantity);
                    default:
                        quantity.Halves = 2;
                        quantity.IsArticle = true;
                        return i + 1;
                }

            default:
                return -1;
        }
    }

    private readonly int AndAHalf(int i, ref Quantity quantity)
    {
        // 'two and a half years', 'three and half hours'
        if (C(i) == DateClass.And || Hyphen(i))
        {
            int half = C(i) == DateClass.And ? i + 1 : i;
            if (C(half) == DateClass.A)
            {
                half++;
            }

            if (C(half) == DateClass.Half)
            {
                quantity.Halves++;
                return half + 1;
            }
        }

        return i;
    }

    /// <summary>Number words up to the thousands; returns the atom after them.</summary>
    private readonly int Cardinal(int i, out int value)
    {
        int total = 0;
        int group = 0;
        int k = i;
        for (int steps = 0; steps < 9; steps++)
        {
            if (C(k) == DateClass.Cardinal)
            {
                int v = V(k);
                bool fits = group % 100 == 0 || (group % 10 == 0 && group % 100 >= 20 && v < 10);
                if (!fits)
                {
                    break;
                }

                group += v;
                k++;
            }
            else if (C(k) == DateClass.Magnitude && V(k) < 10000)
            {
                int magnitude = V(k);
                if (magnitude == 1000)
                {
                    total += Math.Max(group, 1) * 1000;
                    group = 0;
                }
                else
                {
                    group = Math.Max(group, 1) * magnitude;
                }

                k++;
            }
            else if (C(k) == DateClass.And && C(k + 1) == DateClass.Cardinal && (group >= 100 || (total > 0 && group == 0)))
            {
                k++;
            }
            else
            {
                break;
            }
        }

        value = total + group;
        return k;
    }

    /// <summary>The year of number words: 'nineteen ninety-six', 'two thousand and four'; -1 where they tell none.</summary>
    private readonly int YearWords(int i, out int year)
    {
        year = 0;
        if (C(i) != DateClass.Cardinal || V(i) is < 10 or > 20)
        {
            if (C(i) == DateClass.Cardinal && V(i) == 2 && C(i + 1) == DateClass.Magnitude && V(i + 1) == 1000)
            {
                int end = Cardinal(i, out year);
                return year is >= 2000 and < 2100 ? end : -1;
            }

            return -1;
        }

        int century = V(i);
        if (C(i + 1) != DateClass.Cardinal || V(i + 1) is < 10)
        {
            return -1;
        }

        int rest = V(i + 1);
        int next = i + 2;
        if (rest is >= 20 && C(next) == DateClass.Cardinal && V(next) < 10)
        {
            rest += V(next);
            next++;
        }

        year = (century * 100) + rest;
        return century is >= 15 and <= 20 && rest < 100 ? next : -1;
    }

    /// <summary>The unit at <paramref name="i"/>, perhaps after an adjective ('trading days', 'more years'); returns the atom after it, or -1.</summary>
    private readonly int UnitAfter(int i)
    {
        int k = i;
        for (int steps = 0; steps < 2 && C(k) is DateClass.UnitAdj or DateClass.More or DateClass.Previous or DateClass.Coming or DateClass.Long; steps++)
        {
            k++;
        }

        return IsUnit(k) ? k + 1 : -1;
    }

    private readonly bool IsUnit(int i) => C(i) is DateClass.Unit or DateClass.Units || (C(i) == DateClass.Ordinal && V(i) == 2 && WordIs(i, "second"));

    private readonly Grain UnitOf(int i) => C(i) == DateClass.Ordinal ? Grain.Second : V(i) switch
    {
        1 => Grain.Second,
        2 => Grain.Minute,
        3 => Grain.Hour,
        4 => Grain.Day,
        5 => Grain.Weekend,
        6 or 7 => Grain.Week,
        8 => Grain.Month,
        9 => Grain.Quarter,
        10 => Grain.Year,
        11 => Grain.Decade,
        _ => Grain.Century,
    };

    /// <summary>How many of <see cref="UnitOf"/> the unit at <paramref name="i"/> is: two weeks for a fortnight, ten centuries for a millennium.</summary>
    private readonly int UnitFactor(int i) => C(i) == DateClass.Ordinal ? 1 : V(i) switch { 7 => 2, 13 => 10, _ => 1 };
}
