namespace Extraction;

/// <summary>Recurring times: 'every Monday', 'each of the past three years', 'daily', 'Tuesday nights', '18 hours a day', 'three times a week'.</summary>
internal ref partial struct DateGrammar
{
    private readonly int TrySet(int i, out DateMatch match)
    {
        match = DateMatch.Empty;
        match.Rule = DateRule.Set;
        match.Type = TimexType.Set;
        switch (C(i))
        {
            case DateClass.Each:
                return TryEach(i + 1, ref match);
            case DateClass.Frequency when !Hyphen(i) && !IsCapitalName(i) && !IsPaper(i) && !(V(i) == 9 && IsLowerWord(i + 1)):
                match.Period = V(i) switch
                {
                    20 => new CalendarPeriod { Months = 6 },
                    21 => new CalendarPeriod { Weeks = 2 },
                    _ => Round(V(i)),
                };
                return i + 1;
            case DateClass.Weekdays:
                match.Weekday = (byte)V(i);
                if (C(i + 1) is DateClass.DayParts or DateClass.DayPart)
                {
                    match.DayPart = (PartOfDay)V(i + 1);
                    return i + 2;
                }

                // 'Sundays at 5pm'
                if (C(i + 1) == DateClass.At && TryClock(i + 2, out DateMatch time) is > 0 and int at)
                {
                    Merge(ref time, match);
                    match = time;
                    match.Type = TimexType.Set;
                    return at;
                }

                return i + 1;
            case DateClass.Weekday when C(i + 1) is DateClass.DayParts || (C(i + 1) == DateClass.Units && Is(i + 1, AtomFlags.Special)):
                match.Weekday = (byte)V(i);
                match.DayPart = C(i + 1) == DateClass.Units ? PartOfDay.Night : (PartOfDay)V(i + 1);
                return i + 2;
            case DateClass.Units when V(i) == 5 && C(i - 1) is DateClass.On or DateClass.At:
                match.Period = new CalendarPeriod { Weeks = 1 };
                return i + 1;
            case DateClass.A or DateClass.Per:
                return TryRate(i, ref match);
            case DateClass.Once or DateClass.Cardinal or DateClass.Digits or DateClass.Several or DateClass.Few:
                // 'twice a week', 'three times a day', 'once in three hours', 'once every four years'
                int times = C(i) == DateClass.Once ? i + 1 : C(i + 1) == DateClass.Time ? i + 2 : -1;
                if (times < 0)
                {
                    return -1;
                }

                if (C(times) is DateClass.A or DateClass.Per && C(times + 1) == DateClass.Unit && !Hyphen(times + 2))
                {
                    match.Period = Round(V(times + 1));
                    return times + 2;
                }

                if (C(times) == DateClass.Each)
                {
                    return TryEach(times + 1, ref match);
                }

                if (C(i) == DateClass.Once && V(i) == 1 && C(times) == DateClass.In && C(times + 1) is DateClass.Digits or DateClass.Cardinal && V(times + 1) > 1)
                {
                    return TryEach(times + 1, ref match);
                }

                return -1;
            default:
                return -1;
        }
    }

    // 'the Daily Telegraph', 'Weekly Standard'
    private readonly bool IsCapitalName(int i) => Is(i, AtomFlags.Capital) && (IsCapitalWord(i + 1) || IsCapitalWord(i - 1)) && !Is(i, AtomFlags.AllCaps);

    // 'the Maputo daily "Notícias"', 'the Catholic weekly La Croix': a newspaper.
    private readonly bool IsPaper(int i) =>
        (IsCapitalWord(i - 1) || Hyphen(i - 1)) && !Is(i + 1, AtomFlags.BlockStart) && ((IsCapitalWord(i + 1) && !Is(i, AtomFlags.Capital)) || IsQuote(EndOf(i)) || IsQuote(EndOf(i) + 1));

    private readonly bool IsQuote(int position) => (uint)position < (uint)_text.Length && _text[position] is '"' or '“' or '”' or '‘' or '«' or '`';

    private static CalendarPeriod Round(int unit) => unit switch
    {
        1 => new CalendarPeriod { Seconds = 1 },
        2 => new CalendarPeriod { Minutes = 1 },
        3 => new CalendarPeriod { Hours = 1 },
        4 => new CalendarPeriod { Days = 1 },
        5 or 6 => new CalendarPeriod { Weeks = 1 },
        7 => new CalendarPeriod { Weeks = 2 },
        8 => new CalendarPeriod { Months = 1 },
        9 => new CalendarPeriod { Months = 3 },
        10 => new CalendarPeriod { Years = 1 },
        11 => new CalendarPeriod { Years = 10 },
        _ => new CalendarPeriod { Years = 100 },
    };

    private readonly int TryEach(int k, ref DateMatch match)
    {
        // 'their every day lives' are everyday lives.
        if (C(k) == DateClass.Unit && Hyphen(k) is false && !Hyphen(k + 1) && !WordIs(k + 1, "life") && !WordIs(k + 1, "lives"))
        {
            match.Period = Round(V(k));
            return k + 1;
        }

        switch (C(k))
        {
            case DateClass.Weekday or DateClass.Weekdays:
                match.Weekday = (byte)V(k);
                if (C(k + 1) == DateClass.DayPart)
                {
                    match.DayPart = (PartOfDay)V(k + 1);
                    return k + 2;
                }

                return k + 1;
            case DateClass.Month when Is(k, AtomFlags.Capital):
                match.Month = (byte)V(k);
                return k + 1;
            case DateClass.Season:
                match.Part = (byte)V(k);
                return k + 1;
            case DateClass.DayPart:
                match.Period = new CalendarPeriod { Days = 1 };
                return k + 1;
            case DateClass.Ordinal or DateClass.OrdinalDigits when C(k + 1) == DateClass.Unit && V(k) is >= 2 and < 1000:
                match.Period = CalendarPeriod.Of(UnitOf(k + 1), 2 * V(k));
                return k + 2;
            case DateClass.Few when C(k + 1) == DateClass.Units:
                match.Period = new CalendarPeriod { VagueUnit = UnitOf(k + 1) };
                return k + 2;
            case DateClass.Digits or DateClass.Cardinal:
                int q = TryPlainQuantity(k, out Quantity quantity);
                if (q > 0 && IsUnit(q) && !quantity.IsVague)
                {
                    match.Period = CalendarPeriod.Of(UnitOf(q), Math.Min(quantity.Halves * UnitFactor(q), 200_000));
                    return q + 1;
                }

                return -1;
            case DateClass.Other when WordIs(k, "other") && C(k + 1) == DateClass.Unit:
            case DateClass.UnitAdj when WordIs(k, "other") && C(k + 1) == DateClass.Unit:
                match.Period = CalendarPeriod.Of(UnitOf(k + 1), 4);
                return k + 2;
            case DateClass.UnitAdj when WordIs(k, "other") && C(k + 1) == DateClass.Weekday:
                match.Weekday = (byte)V(k + 1);
                return k + 2;
            case DateClass.UnitAdj when C(k + 1) == DateClass.Unit:
                match.Period = Round(V(k + 1));
                return k + 2;
            default:
                return -1;
        }
    }

    /// <summary>'a day' of '18 hours a day', 'per month': a rate where an amount stands before it.</summary>
    private readonly int TryRate(int i, ref DateMatch match)
    {
        if (C(i + 1) != DateClass.Unit || Hyphen(i + 2) || C(i + 2) is DateClass.Ago or DateClass.Earlier or DateClass.Later or DateClass.Old)
        {
            return -1;
        }

        if (C(i) == DateClass.A && !IsAmountBefore(i))
        {
            return -1;
        }

        match.Period = Round(V(i + 1));
        return i + 2;
    }

    private readonly bool IsAmountBefore(int i)
    {
        // '18 hours a day', '$4 million a day', '50 loads a day': an amount, and nothing between it and the unit but what is counted.
        bool noun = false;
        for (int k = i - 1; k >= Math.Max(0, i - 5); k--)
        {
            switch (C(k))
            {
                case DateClass.Units or DateClass.CountNoun:
                    noun = true;
                    continue;
                case DateClass.Percent:
                    return true;
                case DateClass.Other when !Is(k, AtomFlags.LineStart | AtomFlags.BlockStart) && (IsLowerWord(k) || IsCapitalWord(k)):
                    if (Word(k) is { Length: > 3 } word && (word.EndsWith("ed", StringComparison.Ordinal) || word.EndsWith("ing", StringComparison.Ordinal)))
                    {
                        return false;
                    }

                    noun = true;
                    continue;
                case DateClass.Of or DateClass.RParen or DateClass.Possessive or DateClass.Few or DateClass.Time:
                    continue;
                case DateClass.Magnitude or DateClass.Digits or DateClass.Decimal or DateClass.Cardinal or DateClass.Hundreds or DateClass.Currency or DateClass.Several:
                    return C(k) != DateClass.Digits || _atoms[k].Extra != 4 || noun || Is(k, AtomFlags.Marked);
                default:
                    return false;
            }
        }

        return false;
    }
}
