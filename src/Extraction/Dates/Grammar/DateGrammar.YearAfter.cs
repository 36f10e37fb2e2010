namespace Extraction;

/// <summary>The year behind a day or a month, and named days.</summary>
internal ref partial struct DateGrammar
{
    /// <summary>The year behind a month or a day: ', 2022', ' '98', ' last year', ' of that year'; the given atom where there is none.</summary>
    private readonly int YearAfter(int i, ref DateMatch match, bool monthFirst)
    {
        int k = Comma(i);
        bool comma = k != i;
        if (C(k) == DateClass.Slash || (C(k) == DateClass.Stop && !Is(k, AtomFlags.SpaceBefore) && !Is(k + 1, AtomFlags.SpaceBefore)))
        {
            k++;
        }

        if (C(k) == DateClass.Of)
        {
            k++;
        }

        if (C(k) == DateClass.Digits && !Is(k, AtomFlags.BlockStart))
        {
            if (_atoms[k].Extra == 4 && V(k) is >= 1000 and <= 2199 && !Is(k, AtomFlags.Marked) && !FollowedByMeasure(k + 1))
            {
                match.Year = V(k);
                return Era(k + 1, ref match);
            }

            // 'June '44', '25-Feb-98', '24 Apr 05'
            if (_atoms[k].Extra == 2 && (Is(k, AtomFlags.Marked) || (!comma && !monthFirst && match.Day != 0 && (Hyphen(k) && Hyphen(k - 1) || C(k + 1) is DateClass.None or DateClass.Clock or DateClass.Slash or DateClass.LParen))))
            {
                match.Year = TwoDigits(V(k));
                match.TwoDigitYear = true;
                return k + 1;
            }

            if (C(k + 1) == DateClass.Bc && Is(k + 1, AtomFlags.Capital) && (V(k + 1) < 0 || match.Day != 0))
            {
                match.Year = V(k);
                return Era(k + 1, ref match);
            }
        }

        if (C(k) == DateClass.Cardinal && YearWords(k, out int spoken) is > 0 and int after)
        {
            match.Year = spoken;
            return after;
        }

        if (!comma && C(k) is DateClass.Last or DateClass.This or DateClass.Next or DateClass.That or DateClass.The or DateClass.Same or DateClass.Previous or DateClass.Following)
        {
            int unit = Pointer(k, out DateRelation relation, out _);
            if (unit > 0 && C(unit) == DateClass.Unit && V(unit) == 10 && relation is not (DateRelation.None or DateRelation.Past) && !Hyphen(unit + 1))
            {
                match.YearRelation = relation;
                return unit + 1;
            }
        }

        return i;
    }

    private static int TwoDigits(int value) => value > 50 ? 1900 + value : 2000 + value;

    private readonly int Era(int i, ref DateMatch match)
    {
        if (C(i) == DateClass.Bc && Is(i, AtomFlags.Capital))
        {
            if (V(i) < 0)
            {
                match.Year = 1 - match.Year;
            }

            return i + 1;
        }

        return i;
    }

    private readonly bool FollowedByMeasure(int i) => C(i) is DateClass.CountNoun or DateClass.Percent or DateClass.Magnitude || Is(i, AtomFlags.Glued) || C(i) is DateClass.Hundreds;

    private readonly int TryHoliday(int i, ref DateMatch match)
    {
        HolidayTable holidays = _lexicon.Holidays;
        ulong key = 0;
        int found = -1;
        int end = -1;
        for (int k = i; k < Math.Min(i + HolidayTable.MaxAtoms, _atoms.Length); k++)
        {
            if (k > i && Is(k, AtomFlags.BlockStart))
            {
                break;
            }

            key = HolidayTable.Extend(key, TextHash.Lower(Word(k)));
            int index = holidays.Find(key);
            if (index >= 0)
            {
                found = index;
                end = k + 1;
            }
        }

        if (found < 0 || (!char.IsUpper(_text[_atoms[i].Start]) && (holidays.NeedsCapital(found) || Hyphen(end))))
        {
            return -1;
        }

        // 'Johnnie Christmas', 'White Christmas'
        if (end == i + 1 && IsCapitalWord(i - 1) && !Is(i, AtomFlags.LineStart | AtomFlags.BlockStart))
        {
            return -1;
        }

        // 'Easter Island', 'Christmas Humphreys': part of a longer name.
        if (IsCapitalWord(end) && !Is(end, AtomFlags.LineStart) && !(C(i - 1) is DateClass.On or DateClass.At or DateClass.Last or DateClass.Before or DateClass.After))
        {
            return -1;
        }

        match.Rule = DateRule.Holiday;
        match.Holiday = (short)found;
        if (C(end) == DateClass.Unit && V(end) is 5 or 6 && !Hyphen(end + 1) && !holidays[found].IsMonth)
        {
            // 'Easter weekend', 'Thanksgiving week'
            match.Unit = UnitOf(end);
            end++;
        }

        return YearAfter(end, ref match, monthFirst: false);
    }
}
