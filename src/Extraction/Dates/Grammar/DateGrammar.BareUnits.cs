namespace Extraction;

/// <summary>Units without a number: 'years', 'the past months', 'recent weeks', 'decades-long'.</summary>
internal ref partial struct DateGrammar
{
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
}
