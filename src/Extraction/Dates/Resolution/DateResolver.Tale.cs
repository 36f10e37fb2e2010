namespace Extraction;

/// <summary>Which dates move a tale on, and which are told in passing.</summary>
internal ref partial struct DateResolver
{
    // A year mentioned inside a sentence moves a tale on by so many years at most.
    private const int YearsAside = 3;

    // 'last year', 'a year ago', 'the year-ago quarter' are what the story compares with, not what it tells of.
    private static bool Compares(in DateMatch match) =>
        match.Relation is DateRelation.Last or DateRelation.YearAgo or DateRelation.Ago or DateRelation.Earlier or DateRelation.Past || match.YearRelation is DateRelation.Last or DateRelation.Previous || match.Rule == DateRule.Period;

    // In a tale 'planned for 1976', '(1926-1928)' or 'declassified in 2005' looks aside; 'In 1976,' moves on.
    private bool CarriesYear(in DateMatch match, PartialDateTime date)
    {
        if (match.Rule is not (DateRule.Year or DateRule.Decade or DateRule.Century) || _state.LastYear is null || OpensSentence(match.First))
        {
            return true;
        }

        DateClass before = _atoms[match.First - 1].Class;
        return (before is DateClass.In or DateClass.Early or DateClass.Late or DateClass.Mid or DateClass.By or DateClass.End || match.Modifier != TimexModifier.None)
            && (_state.LastYear is not { } year || date.Year is not { } told || Math.Abs(told - year) <= YearsAside);
    }

    private bool OpensSentence(int first)
    {
        int k = first;
        if (k > 0 && _atoms[k - 1].Class is DateClass.In or DateClass.By or DateClass.Early or DateClass.Late or DateClass.Mid or DateClass.Since or DateClass.Prep)
        {
            k--;
        }

        return k == 0 || _atoms[k].Has(AtomFlags.BlockStart | AtomFlags.LineStart) || _atoms[k - 1].Class == DateClass.Stop;
    }
}
