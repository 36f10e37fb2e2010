namespace Extraction;

/// <summary>Lengths that point to a time: 'five weeks ago', 'a year earlier', 'in two years' time'.</summary>
internal ref partial struct DateGrammar
{
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
