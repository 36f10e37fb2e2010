namespace Extraction;

/// <summary>Months, years, decades, centuries, quarters, seasons.</summary>
internal ref partial struct DateGrammar
{
    private readonly int TryCalendar(int i, out DateMatch match)
    {
        match = DateMatch.Empty;
        match.Type = TimexType.Date;
        int k = C(i) == DateClass.The ? i + 1 : i;
        bool the = k != i;
        switch (C(k))
        {
            case DateClass.Month when !the:
                return TryMonth(k, ref match);
            case DateClass.Digits or DateClass.Bc or DateClass.FiscalCode or DateClass.Fiscal:
                return TryYear(k, the, ref match);
            case DateClass.Cardinal when !the:
                int words = YearWords(k, out int year);
                if (words > 0)
                {
                    match.Rule = DateRule.Year;
                    match.Year = year;
                }

                return words;
            case DateClass.Unit or DateClass.Units when the && V(k) == 10 && C(k) == DateClass.Unit && !Hyphen(k + 1):
                // 'the year 2000', 'the year two thousand'
                if (C(k + 1) == DateClass.Digits && _atoms[k + 1].Extra is 3 or 4 && V(k + 1) is >= 100 and <= 2199)
                {
                    match.Rule = DateRule.Year;
                    match.Year = V(k + 1);
                    return Era(k + 2, ref match);
                }

                int yearWords = YearWords(k + 1, out match.Year);
                match.Rule = DateRule.Year;
                return yearWords;
            case DateClass.DecadeDigits or DateClass.DecadeWord:
                return TryDecade(k, the, ref match);
            case DateClass.Ordinal or DateClass.OrdinalDigits:
                return TryOrdinalPeriod(k, the, ref match);
            case DateClass.QuarterCode or DateClass.HalfCode:
                match.Rule = DateRule.Quarter;
                match.Unit = C(k) == DateClass.QuarterCode ? Grain.Quarter : Grain.Half;
                match.Part = (byte)V(k);
                match.Year = _atoms[k].Extra == 0 ? DateMatch.Unknown : _atoms[k].Extra;
                return match.Year == DateMatch.Unknown ? PeriodYear(k + 1, ref match) : k + 1;
            case DateClass.Last when the && (C(k + 1) == DateClass.Half || (C(k + 1) == DateClass.Unit && V(k + 1) == 9 && C(k + 2) == DateClass.Of)):
                return TryOrdinalPeriod(k, the, ref match);
            case DateClass.Season:
                return TrySeason(k, the, ref match);
            case DateClass.Late when the && WordIs(k, "latter"):
                return TryOrdinalPeriod(k, the, ref match);
            default:
                return -1;
        }
    }

    private readonly int TryMonth(int i, ref DateMatch match)
    {
        match.Rule = DateRule.Month;
        match.Month = (byte)V(i);
        int k = i + 1;
        if (Is(i, AtomFlags.Abbreviation) && C(k) == DateClass.Stop && !Is(k, AtomFlags.SpaceBefore) && C(k + 1) == DateClass.Digits)
        {
            k++;
        }

        int next = YearAfter(k, ref match, monthFirst: false);
        bool hasYear = match.Year != DateMatch.Unknown || match.YearRelation != DateRelation.None;
        if (hasYear)
        {
            match.IsCalendar = match.Year != DateMatch.Unknown;
            return Is(i, AtomFlags.Ambiguous | AtomFlags.Abbreviation) && !Is(i, AtomFlags.Capital) && Word(i) is not ("march" or "april" or "june" or "august") ? -1 : next;
        }

        return IsMonthAlone(i) ? i + 1 : -1;
    }

    // 'may', 'march', 'June Smith', 'Theresa May', 'Dec' in a ticker: a month alone has to look like one.
    private readonly bool IsMonthAlone(int i)
    {
        DateClass before = C(i - 1);
        if (!Is(i, AtomFlags.Capital))
        {
            return !Is(i, AtomFlags.Ambiguous | AtomFlags.Abbreviation);
        }

        bool preposition = before is DateClass.In or DateClass.Since or DateClass.Until or DateClass.Last or DateClass.Next or DateClass.This or DateClass.Early or DateClass.Late or DateClass.Mid
            or DateClass.From or DateClass.Before or DateClass.After or DateClass.Each or DateClass.That or DateClass.Past or DateClass.By or DateClass.Following or DateClass.Earlier or DateClass.Later
            or DateClass.Coming or DateClass.Previous or DateClass.End;
        if (C(i - 1) == DateClass.Of && C(i - 2) is DateClass.End or DateClass.Unit or DateClass.Units or DateClass.Ordinal or DateClass.OrdinalDigits)
        {
            preposition = true;
        }

        if (Is(i, AtomFlags.Abbreviation))
        {
            return preposition && !Is(i, AtomFlags.AllCaps);
        }

        if (!Is(i, AtomFlags.Ambiguous))
        {
            return !(Is(i, AtomFlags.AllCaps) && IsAllCapsWord(i + 1) && !preposition);
        }

        bool name = WordIs(i, "april") || WordIs(i, "june") || WordIs(i, "august");
        if (name)
        {
            // 'April Jones said' but 'April sales', 'in April'.
            return preposition || !IsCapitalWord(i + 1) && !(IsCapitalWord(i - 1) && !Is(i - 1, AtomFlags.SentenceStart));
        }

        if (WordIs(i, "may"))
        {
            bool follows = before is DateClass.Prep or DateClass.Of or DateClass.To or DateClass.And or DateClass.Comma or DateClass.Or && (C(i + 1) is DateClass.Comma or DateClass.Stop or DateClass.And or DateClass.To or DateClass.None
                or DateClass.Month or DateClass.RParen);
            follows |= WordIs(i - 1, "for") && IsLowerWord(i + 1);
            return (preposition || follows) && !IsCapitalWord(i + 1) && (before != DateClass.By || C(i + 1) is not DateClass.PastCue);
        }

        // March
        return preposition || (before is DateClass.Prep or DateClass.Of or DateClass.To or DateClass.And or DateClass.Or or DateClass.Comma or DateClass.LParen && !IsCapitalWord(i + 1))
            || C(i + 1) is DateClass.And or DateClass.To or DateClass.Comma && C(i + 2) == DateClass.Month;
    }

    private readonly bool IsAllCapsWord(int i) => C(i) == DateClass.Other && Is(i, AtomFlags.AllCaps);

    private readonly int TryYear(int k, bool the, ref DateMatch match)
    {
        match.Rule = DateRule.Year;
        if (C(k) == DateClass.FiscalCode)
        {
            match.Year = _atoms[k].Extra;
            return k + 1;
        }

        if (C(k) == DateClass.Fiscal)
        {
            // 'fiscal 1989', 'FY 2019-20', 'financial year 2018-19', 'the fiscal year', 'fiscal first quarter'
            int y = C(k + 1) == DateClass.Unit && V(k + 1) == 10 ? k + 2 : k + 1;
            if (C(y) == DateClass.Digits && _atoms[y].Extra == 4 && V(y) is >= 1900 and <= 2199)
            {
                match.Year = V(y);
                return SplitYear(y + 1, V(y));
            }

            return C(k + 1) is DateClass.Ordinal or DateClass.OrdinalDigits && !WordIs(k, "tax") ? TryOrdinalPeriod(k + 1, the, ref match) : -1;
        }

        if (C(k) == DateClass.Bc)
        {
            // 'AD 79'
            if (V(k) > 0 && Is(k, AtomFlags.AllCaps) && C(k + 1) == DateClass.Digits && V(k + 1) is >= 1 and <= 1600)
            {
                match.Year = V(k + 1);
                return k + 2;
            }

            return -1;
        }

        if (C(k + 1) == DateClass.Bc && !Is(k, AtomFlags.GluedToWord) && V(k) is >= 1 and <= 9999 && Is(k + 1, AtomFlags.Capital) && !(V(k + 1) > 0 && WordIs(k + 1, "ad") && _atoms[k].Extra > 3))
        {
            match.Year = V(k);
            return Era(k + 1, ref match);
        }

        if (Is(k, AtomFlags.Marked) && _atoms[k].Extra == 2)
        {
            // 'in '79', 'the class of '98'; a bare apostrophe may open a quotation.
            if (C(k - 1) is DateClass.In or DateClass.Of or DateClass.Since or DateClass.By or DateClass.From or DateClass.Until or DateClass.Month or DateClass.And or DateClass.To && !FollowedByMeasure(k + 1)
                && !IsUnit(k + 1) && V(k) >= 0)
            {
                match.Year = TwoDigits(V(k));
                match.TwoDigitYear = true;
                return k + 1;
            }

            return -1;
        }

        // 480-479 BC: the first year of a span before Christ.
        if (Hyphen(k + 1) && C(k + 1) == DateClass.Digits && C(k + 2) == DateClass.Bc && V(k + 2) < 0 && V(k) is >= 1 and <= 3000 && !Is(k, AtomFlags.GluedToWord))
        {
            match.Year = 1 - V(k);
            return k + 1;
        }

        if (!IsYear(k))
        {
            return YearTail(k, ref match);
        }

        match.Year = V(k);

        // 'the 1988 period', 'the 1989 second quarter', '1990 Q3'
        if (C(k + 1) is DateClass.Ordinal && C(k + 2) is DateClass.Unit or DateClass.Half && TryOrdinalPeriod(k + 1, the, ref match) is > 0 and int end)
        {
            match.Year = V(k);
            return end;
        }

        if (C(k + 1) is DateClass.QuarterCode or DateClass.HalfCode && _atoms[k + 1].Extra == 0)
        {
            match.Rule = DateRule.Quarter;
            match.Unit = C(k + 1) == DateClass.QuarterCode ? Grain.Quarter : Grain.Half;
            match.Part = (byte)V(k + 1);
            return k + 2;
        }

        if (the && (C(k + 1) == DateClass.Period && WordIs(k + 1, "period") || (C(k + 1) == DateClass.Unit && V(k + 1) == 9)))
        {
            match.Rule = DateRule.Period;
            match.Unit = Grain.Quarter;
            return k + 2;
        }

        if (the && C(k + 1) != DateClass.Season && !WordIs(k + 1, "season"))
        {
            // 'the 2008 Olympics': the year without the article.
            return -1;
        }

        return the ? -1 : Era(k + 1, ref match);
    }

    // 2018-19: the second part of a fiscal year belongs to it.
    private readonly int SplitYear(int i, int year) =>
        (Hyphen(i) || C(i) == DateClass.Slash) && C(C(i) == DateClass.Slash ? i + 1 : i) == DateClass.Digits && V(C(i) == DateClass.Slash ? i + 1 : i) % 100 == (year + 1) % 100
            ? C(i) == DateClass.Slash ? i + 2 : i + 1
            : i;

    // 2006-07, 1939-45: the two digits behind a year.
    private readonly int YearTail(int k, ref DateMatch match)
    {
        int first = Hyphen(k) ? k - 1 : C(k - 1) == DateClass.Slash ? k - 2 : -1;
        if (first < 0 || C(k) != DateClass.Digits || _atoms[k].Extra != 2 || C(first) != DateClass.Digits || !IsYear(first))
        {
            return -1;
        }

        int year = (V(first) / 100 * 100) + V(k);
        if (year <= V(first))
        {
            year += 100;
        }

        if (year - V(first) > 60 || Hyphen(k + 1))
        {
            return -1;
        }

        match.Year = year;
        return k + 1;
    }

    /// <summary>Whether four digits are a year: no amount, no number of things, no page.</summary>
    private readonly bool IsYear(int k)
    {
        ref readonly Atom atom = ref _atoms[k];
        if (atom.Class != DateClass.Digits || atom.Extra != 4 || atom.Value is < 1000 or > 2199 || atom.Has(AtomFlags.Marked | AtomFlags.GluedToWord))
        {
            return false;
        }

        DateClass before = C(k - 1);
        DateClass after = C(k + 1);
        if (before is DateClass.Currency or DateClass.Refuse && !Is(k, AtomFlags.LineStart))
        {
            return false;
        }

        // 'flight BA 2012'
        if (C(k - 2) == DateClass.Refuse && Is(k - 1, AtomFlags.AllCaps))
        {
            return false;
        }

        if (after is DateClass.CountNoun or DateClass.Percent or DateClass.Magnitude or DateClass.Hundreds or DateClass.Units or DateClass.AmPm || IsZone(k + 1) || Is(k + 1, AtomFlags.Glued) && after != DateClass.Possessive)
        {
            return false;
        }

        // '2000-year', 'a 2000 year old tradition'
        if (after is DateClass.Unit && (Hyphen(k + 1) || C(k + 2) == DateClass.Old))
        {
            return false;
        }

        // 1,500-2000 and 1500 to 2000 are amounts; 1990-2000 are years.
        if (Hyphen(k) && before is DateClass.Digits && !(_atoms[k - 1].Extra == 4 && V(k - 1) is >= 1000 and <= 2199 && V(k - 1) <= atom.Value))
        {
            return false;
        }

        if (Hyphen(k) && before == DateClass.Other && !Is(k - 1, AtomFlags.Capital) is false)
        {
            return false;
        }

        if (after == DateClass.Digits && Is(k + 1, AtomFlags.SpaceBefore) && !Hyphen(k + 1) && _atoms[k + 1].Extra == 4 && !Is(k + 1, AtomFlags.LineStart))
        {
            return atom.Value is >= 1900 and < 2100;
        }

        if (atom.Value is >= 1700 and < 2100)
        {
            // '2000 soldiers', '1800 feet': round numbers before a plural are amounts.
            if (atom.Value % 100 == 0 && IsPluralNoun(k + 1) && before is not (DateClass.In or DateClass.Since or DateClass.The))
            {
                return false;
            }

            return before is not (DateClass.Approx or DateClass.Than) || atom.Value is >= 1900 && !IsPluralNoun(k + 1);
        }

        // Other numbers need a word that takes a year.
        return before is DateClass.In or DateClass.Since or DateClass.Until or DateClass.By or DateClass.Early or DateClass.Late or DateClass.Mid or DateClass.LParen or DateClass.Month or DateClass.From or DateClass.Season
            && !IsPluralNoun(k + 1) && (atom.Value % 50 != 0 || before is DateClass.In or DateClass.Since);
    }

    private readonly bool IsPluralNoun(int i)
    {
        if (!IsLowerWord(i))
        {
            return false;
        }

        ReadOnlySpan<char> word = Word(i);
        return word.Length > 3 && word[^1] == 's' && word[^2] != 's';
    }

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
            return PeriodYear(unit + 1, ref match);
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

        if (Hyphen(k + 1) || C(k + 1) is DateClass.Possessive && false)
        {
            return -1;
        }

        DateClass before = C(the ? k - 2 : k - 1);
        bool verb = Is(k, AtomFlags.Ambiguous);
        bool preposition = before is DateClass.In or DateClass.Since or DateClass.Until or DateClass.Early or DateClass.Late or DateClass.Mid or DateClass.Prep or DateClass.By or DateClass.Of or DateClass.From;
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

        // 'a winter', 'the coldest winter', 'harsh winter'
        _ = preposition;
        return before == DateClass.A || (!the && before == DateClass.Other && IsLowerWord(k - 1)) ? -1 : k + 1;
    }
}
