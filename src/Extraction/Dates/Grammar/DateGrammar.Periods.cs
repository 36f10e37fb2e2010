namespace Extraction;

/// <summary>Decades, centuries, quarters, halves, seasons.</summary>
internal ref partial struct DateGrammar
{
    private readonly int TryDecade(int k, bool the, ref DateMatch match)
    {
        match.Rule = DateRule.Decade;
        int value = V(k);
        if (C(k) == DateClass.DecadeWord)
        {
            // 'the nineties'; 'in her nineties' is an age.
            if (!the && C(k - 1) is not (DateClass.Early or DateClass.Late or DateClass.Mid))
            {
                return -1;
            }

            match.Year = 1900 + value;
            match.TwoDigitYear = true;
            return k + 1;
        }

        if (_atoms[k].Extra == 4)
        {
            match.Year = value;
            return Era(k + 1, ref match);
        }

        if (C(k + 1) == DateClass.Bc)
        {
            match.Year = value;
            return Era(k + 1, ref match);
        }

        if (_atoms[k].Extra == 3)
        {
            match.Year = value;
            return the ? k + 1 : -1;
        }

        // 'the '80s', 'the 80s', 'mid-80s': not 'temperatures in the 80s', nor 'in her 80s'.
        if (Is(k, AtomFlags.Marked) || C(k - 1) is DateClass.Early or DateClass.Late or DateClass.Mid || (the && !HasBefore(k, "temperatures", "highs", "lows", "temperature")))
        {
            match.Year = value >= 20 ? 1900 + value : 2000 + value;
            match.TwoDigitYear = true;
            return k + 1;
        }

        return -1;
    }

    private readonly bool HasBefore(int k, string a, string b, string c, string d)
    {
        for (int j = k - 1; j >= Math.Max(0, k - 8); j--)
        {
            if (WordIs(j, a) || WordIs(j, b) || WordIs(j, c) || WordIs(j, d))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>'third quarter', 'the first half of 1990', 'the 19th century', 'first-half'.</summary>
    private readonly int TryOrdinalPeriod(int k, bool the, ref DateMatch match)
    {
        int number = C(k) is DateClass.Ordinal or DateClass.OrdinalDigits ? V(k) : C(k) is DateClass.Last or DateClass.Late ? 2 : -1;
        int unit = k + 1;
        if (C(k) == DateClass.Ordinal && Is(k, AtomFlags.Special))
        {
            number = 4;
        }

        if (C(unit) == DateClass.Fiscal)
        {
            unit++;
        }

        // 'the third-quarter loss': the article belongs to the noun.
        if (the && Hyphen(unit))
        {
            return -1;
        }

        if (C(unit) == DateClass.Half && number is 1 or 2 && C(unit + 1) is not (DateClass.Unit or DateClass.A) && !Is(unit, AtomFlags.Special))
        {
            match.Rule = DateRule.Quarter;
            match.Unit = Grain.Half;
            match.Part = (byte)number;
            int next = PeriodYear(unit + 1, ref match);
            return IsBusinessHalf(unit + 1, next, match) ? next : -1;
        }

        if (C(unit) != DateClass.Unit)
        {
            return -1;
        }

        if (V(unit) == 9 && C(k) == DateClass.Last)
        {
            // 'the last quarter of 2001'
            match.Rule = DateRule.Quarter;
            match.Unit = Grain.Quarter;
            match.Part = 4;
            int end = PeriodYear(unit + 1, ref match);
            return end > unit + 1 ? end : -1;
        }

        if (V(unit) == 9 && number is >= 1 and <= 4 && !Hyphen(unit + 1))
        {
            match.Rule = DateRule.Quarter;
            match.Unit = Grain.Quarter;
            match.Part = (byte)number;
            int quarter = PeriodYear(unit + 1, ref match);
            return quarter == unit + 1 && IsSportsPage(k) ? -1 : quarter;
        }

        if (V(unit) == 12 && number is >= 1 and <= 25)
        {
            match.Rule = DateRule.Century;
            match.Year = (number - 1) * 100;
            match.IsCalendar = true;
            if (C(unit + 1) == DateClass.Bc && V(unit + 1) < 0)
            {
                // The 5th century BC is the 400s BC.
                match.Year = 1 - (number * 100) + 1;
                return unit + 2;
            }

            return unit + 1;
        }

        return -1;
    }

    // 'a fumble in the third quarter was returned 38 yards'
    private readonly bool IsSportsPage(int i)
    {
        bool sport = false;
        for (int k = Math.Max(0, i - 24); k < Math.Min(_atoms.Length, i + 24); k++)
        {
            if (C(k) is DateClass.Currency or DateClass.Percent)
            {
                return false;
            }

            sport |= C(k) == DateClass.Sport || (C(k) == DateClass.CountNoun && (WordIs(k, "yards") || WordIs(k, "points")));
        }

        return sport;
    }

    // 'the first half' of a match is no half-year: it needs a year, or a word of business.
    private readonly bool IsBusinessHalf(int i, int next, in DateMatch match)
    {
        if (next > i || match.YearRelation != DateRelation.None)
        {
            return true;
        }

        for (int k = Math.Max(0, i - 14); k < Math.Min(_atoms.Length, i + 8); k++)
        {
            if (C(k) is DateClass.Currency or DateClass.Percent || (C(k) == DateClass.Magnitude && V(k) >= 10000) || WordIs(k, "profit") || WordIs(k, "sales") || WordIs(k, "results") || WordIs(k, "revenue")
                || WordIs(k, "units") || WordIs(k, "earnings") || WordIs(k, "output") || WordIs(k, "exports"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The year behind a quarter, a half or a season: ' of 1990', ' last year', ' 2004', ' of the year'.</summary>
    private readonly int PeriodYear(int i, ref DateMatch match)
    {
        int k = C(i) == DateClass.Of ? i + 1 : Comma(i);
        bool of = C(i) == DateClass.Of;
        if (C(k) == DateClass.Fiscal && C(k + 1) == DateClass.Digits)
        {
            k++;
        }

        if (C(k) == DateClass.FiscalCode)
        {
            match.Year = _atoms[k].Extra;
            return k + 1;
        }

        if (C(k) == DateClass.Digits && ((_atoms[k].Extra == 4 && IsYear(k)) || Is(k, AtomFlags.Marked)))
        {
            if (_atoms[k].Extra == 4 || _atoms[k].Extra == 2)
            {
                match.Year = _atoms[k].Extra == 4 ? V(k) : TwoDigits(V(k));
                int split = SplitYear(k + 1, match.Year);
                if (split > k + 1 && (match.Rule == DateRule.Quarter || (match.Rule == DateRule.Period && match.Unit == Grain.Quarter)))
                {
                    // 'the second quarter of 2018-19': the fiscal year has the name of the year in which it ends.
                    match.Year++;
                    return split;
                }

                return Era(k + 1, ref match);
            }
        }

        if (of && C(k) == DateClass.The && C(k + 1) == DateClass.Digits && IsYear(k + 1) && SplitYear(k + 2, V(k + 1)) is var fiscal && C(fiscal) == DateClass.Fiscal)
        {
            // 'of the 2022-23 fiscal year'
            match.Year = fiscal > k + 2 ? V(k + 1) + 1 : V(k + 1);
            return C(fiscal + 1) == DateClass.Unit ? fiscal + 2 : fiscal + 1;
        }

        if (of && C(k + 1) == DateClass.Bc && C(k) == DateClass.Digits)
        {
            match.Year = V(k);
            return Era(k + 1, ref match);
        }

        if (of && C(k) == DateClass.Cardinal && YearWords(k, out int spoken) is > 0 and int after)
        {
            match.Year = spoken;
            return after;
        }

        int pointed = Pointer(k, out DateRelation relation, out _);
        if (pointed > 0 && C(pointed) == DateClass.Fiscal)
        {
            pointed++;
        }

        if (pointed > 0 && C(pointed) == DateClass.Unit && V(pointed) == 10 && !Hyphen(pointed + 1) && relation is not (DateRelation.None or DateRelation.Past))
        {
            match.YearRelation = relation;
            return pointed + 1;
        }

        // 'the first half of the year'
        if (of && C(k) == DateClass.The && C(k + 1) == DateClass.Unit && V(k + 1) == 10 && !Hyphen(k + 2))
        {
            match.YearRelation = DateRelation.This;
            return k + 2;
        }

        if (of && C(k) == DateClass.The && C(k + 1) == DateClass.Fiscal && C(k + 2) == DateClass.Unit && V(k + 2) == 10)
        {
            match.YearRelation = DateRelation.This;
            return k + 3;
        }

        return i;
    }

    private readonly int TrySeason(int k, bool the, ref DateMatch match)
    {
        match.Rule = DateRule.Season;
        match.Part = (byte)V(k);
        int next = PeriodYear(k + 1, ref match);
        if (next > k + 1)
        {
            return next;
        }

        if (Hyphen(k + 1))
        {
            return -1;
        }

        DateClass before = C(the ? k - 2 : k - 1);
        bool verb = Is(k, AtomFlags.Ambiguous);
        if (IsCapitalWord(k + 1) || WordIs(k + 1, "season") || WordIs(k + 1, "olympics") || WordIs(k + 1, "games"))
        {
            return -1;
        }

        // 'prices fall', 'water from a spring': the verb and the well need 'in', 'this', 'the … of'.
        if (verb)
        {
            bool accepted = before is DateClass.In or DateClass.Since or DateClass.Until or DateClass.Early or DateClass.Late or DateClass.Mid or DateClass.By && !IsLowerWord(k + 1) && C(k + 1) != DateClass.Of;
            return accepted ? k + 1 : -1;
        }

        // 'four winter tyres', 'winter maintenance'
        if (!the && IsLowerWord(k + 1) && !Word(k + 1).EndsWith("ed", StringComparison.Ordinal) && !Word(k + 1).EndsWith("ing", StringComparison.Ordinal) && before is not (DateClass.In or DateClass.Since or DateClass.Until or DateClass.By or DateClass.Early or DateClass.Late or DateClass.Mid))
        {
            return -1;
        }

        // 'a winter', 'the coldest winter', 'harsh winter'
        return before == DateClass.A || (!the && before == DateClass.Other && IsLowerWord(k - 1)) ? -1 : k + 1;
    }
}
