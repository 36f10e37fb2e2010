namespace Extraction;

/// <summary>The words that point, and the days they point at: 'last Friday', 'the following day', 'that same afternoon'.</summary>
internal ref partial struct DateGrammar
{
    /// <summary>'last Friday', 'the following day', 'this coming Sunday, March eighth', 'this morning', 'that same afternoon'.</summary>
    private readonly int TryPointedDay(int i, ref DateMatch match)
    {
        int k = Pointer(i, out DateRelation relation, out bool article);
        if (k < 0)
        {
            return -1;
        }

        if (article && relation == DateRelation.Next && C(k) == DateClass.Weekday)
        {
            // 'I went back the next Tuesday': counted from what was told before.
            relation = DateRelation.Following;
        }

        if (C(k) == DateClass.Weekday)
        {
            if (C(k - 1) == DateClass.That)
            {
                // 'He said that Saturday would be dry': a conjunction more often than not.
                return -1;
            }

            int next = TryWeekday(k, ref match);
            match.Relation = relation;
            return next;
        }

        if (C(k) == DateClass.DayPart && relation != DateRelation.None)
        {
            match.Rule = DateRule.TimeOfDay;
            match.Type = TimexType.Time;
            match.DayPart = (PartOfDay)V(k);
            match.Unit = Grain.Day;
            match.Relation = relation;
            return k + 1;
        }

        if (C(k) == DateClass.Unit && V(k) == 4 && relation is DateRelation.Following or DateRelation.Previous or DateRelation.Same or DateRelation.Next && !Hyphen(k + 1))
        {
            match.Rule = DateRule.RelativeUnit;
            match.Unit = Grain.Day;
            match.Relation = relation == DateRelation.Next ? DateRelation.Following : relation;
            return k + 1;
        }

        return -1;
    }

    /// <summary>The words that point: 'last', 'this past', 'the following', 'that same', 'the year-ago'; returns the atom after them, or -1.</summary>
    private readonly int Pointer(int i, out DateRelation relation, out bool article)
    {
        article = C(i) == DateClass.The;
        int k = article ? i + 1 : i;
        relation = DateRelation.None;
        switch (C(k))
        {
            case DateClass.This:
                relation = DateRelation.This;
                k++;
                if (C(k) == DateClass.Past)
                {
                    relation = DateRelation.Last;
                    k++;
                }
                else if (C(k) is DateClass.Coming or DateClass.Next)
                {
                    relation = DateRelation.Next;
                    k++;
                }
                else if (C(k) is DateClass.Current or DateClass.Same)
                {
                    k++;
                }

                return k;
            case DateClass.That:
                relation = DateRelation.Same;
                return C(k + 1) == DateClass.Same ? k + 2 : k + 1;
            default:
                relation = PointsTo(C(k));
                return relation == DateRelation.None ? -1 : k + 1;
        }
    }

    private static DateRelation PointsTo(DateClass word) => word switch
    {
        DateClass.Same => DateRelation.Same,
        DateClass.Current => DateRelation.This,
        DateClass.Last => DateRelation.Last,
        DateClass.Past => DateRelation.Past,
        DateClass.Next or DateClass.Coming => DateRelation.Next,
        DateClass.Previous => DateRelation.Previous,
        DateClass.Following => DateRelation.Following,
        _ => DateRelation.None,
    };
}
