namespace Extraction;

/// <summary>Where calendar expressions begin, and months.</summary>
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

        // 'Jan-Feb 2017', 'Oct to Dec'
        if ((C(i + 1) == DateClass.Month && Hyphen(i + 1) && Is(i + 1, AtomFlags.Capital) && V(i + 1) != V(i)) || (C(i - 1) == DateClass.Month && Hyphen(i) && Is(i, AtomFlags.Capital) && V(i - 1) != V(i)))
        {
            return true;
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
            return preposition || !IsCapitalWord(i + 1) && !(IsCapitalWord(i - 1) && !StartsSentence(i - 1));
        }

        if (WordIs(i, "may"))
        {
            bool follows = before is DateClass.Prep or DateClass.Of or DateClass.To or DateClass.And or DateClass.Comma or DateClass.Or && (C(i + 1) is DateClass.Comma or DateClass.Stop or DateClass.And or DateClass.To or DateClass.None
                or DateClass.Month or DateClass.RParen);
            follows |= WordIs(i - 1, "for") && IsLowerWord(i + 1);
            return (preposition || follows) && !IsCapitalWord(i + 1) && (before != DateClass.By || C(i + 1) is not DateClass.PastCue);
        }

        // March; 'the March accession', 'its March report'
        if (IsLowerWord(i + 1) && (before is DateClass.The or DateClass.Possessive || WordIs(i - 1, "its") || WordIs(i - 1, "their") || WordIs(i - 1, "his") || WordIs(i - 1, "our")))
        {
            return true;
        }

        return preposition || (before is DateClass.Prep or DateClass.Of or DateClass.To or DateClass.And or DateClass.Or or DateClass.Comma or DateClass.LParen && !IsCapitalWord(i + 1))
            || C(i + 1) is DateClass.And or DateClass.To or DateClass.Comma && C(i + 2) == DateClass.Month;
    }

    private readonly bool IsAllCapsWord(int i) => C(i) == DateClass.Other && Is(i, AtomFlags.AllCaps);
}
