namespace Extraction;

/// <summary>Years, and what four digits are when they are none.</summary>
internal ref partial struct DateGrammar
{
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
                int end = SplitYear(y + 1, V(y));
                match.Year = end > y + 1 ? V(y) + 1 : V(y);
                return end;
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
            if ((C(k - 1) is DateClass.In or DateClass.Of or DateClass.Since or DateClass.By or DateClass.From or DateClass.Until or DateClass.Month or DateClass.And or DateClass.To || (C(k - 1) == DateClass.Comma && C(k - 2) == DateClass.Digits && (Is(k - 2, AtomFlags.Marked) || IsYear(k - 2)))) && !FollowedByMeasure(k + 1)
                && !IsUnit(k + 1) && V(k) >= 0)
            {
                match.Year = TwoDigits(V(k));
                match.TwoDigitYear = true;
                return k + 1;
            }

            return -1;
        }

        if (_atoms[k].Extra == 2 && V(k) % 10 == 0 && V(k) >= 20 && (the || C(k - 1) is DateClass.Early or DateClass.Late or DateClass.Mid) && C(k + 1) == DateClass.Possessive && EndOf(k + 1) - _atoms[k + 1].Start == 2
            && !HasBefore(k, "temperatures", "highs", "lows", "temperature"))
        {
            // 'the 70's'
            match.Rule = DateRule.Decade;
            match.Year = 1900 + V(k);
            match.TwoDigitYear = true;
            return k + 2;
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

        if ((the || C(k - 1) is DateClass.Early or DateClass.Late or DateClass.Mid) && V(k) % 10 == 0 && C(k + 1) == DateClass.Possessive && EndOf(k + 1) - _atoms[k + 1].Start == 2)
        {
            // 'the 1970's'
            match.Rule = DateRule.Decade;
            match.Year = V(k);
            return k + 2;
        }

        match.Year = V(k);
        int split = SplitYear(k + 1, V(k));
        if (split > k + 1 && (WordIs(split, "season") || C(split) == DateClass.Fiscal))
        {
            // 'the 2022-23 fiscal year', 'the 2023-24 season': named by the year in which it ends.
            match.Year++;
            return C(split) == DateClass.Fiscal && C(split + 1) == DateClass.Unit ? split + 2 : WordIs(split, "season") ? split + 1 : split;
        }

        // 'the 1988 period', 'the 1989 second quarter', '1990 Q3'
        if (C(k + 1) is DateClass.Ordinal && C(k + 2) is DateClass.Unit or DateClass.Half && TryOrdinalPeriod(k + 1, the, ref match) is > 0 and int period)
        {
            match.Year = V(k);
            return period;
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

        // 'Tel. 138-2010-2015'
        if (Hyphen(k) && Hyphen(k - 1) && C(k - 2) == DateClass.Digits)
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
}
