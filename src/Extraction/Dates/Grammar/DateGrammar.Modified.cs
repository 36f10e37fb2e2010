namespace Extraction;

/// <summary>Words before an expression that belong to it: 'about two years', 'early March', 'the end of 1994', 'later this month'.</summary>
internal ref partial struct DateGrammar
{
    private readonly int TryModified(int i, out DateMatch match)
    {
        match = DateMatch.Empty;
        switch (C(i))
        {
            case DateClass.Approx or DateClass.More or DateClass.Less or DateClass.At or DateClass.Up or DateClass.Prep or DateClass.Other:
                return TryApproximate(i, out match);
            case DateClass.Just:
                return TryJust(i, out match);
            case DateClass.The when C(i + 1) is DateClass.End or DateClass.Rest:
                return TryEndOf(i, i + 1, out match);
            case DateClass.End when C(i - 1) is not DateClass.The && C(i + 1) == DateClass.Of && C(i - 1) is DateClass.By or DateClass.At or DateClass.Until or DateClass.Prep or DateClass.Since or DateClass.In:
                return TryEndOf(i, i, out match);
            case DateClass.End when V(i) == 3 && C(i + 1) == DateClass.Month && Hyphen(i + 1):
                int month = TryCalendar(i + 1, out match);
                if (month < 0)
                {
                    match = DateMatch.Empty;
                    match.Type = TimexType.Date;
                    match.Rule = DateRule.Month;
                    match.Month = (byte)V(i + 1);
                    month = i + 2;
                }

                match.Modifier = TimexModifier.End;
                return month;
            case DateClass.The when C(i + 1) is DateClass.Early or DateClass.Late or DateClass.Mid:
                return TryEarly(i, i + 1, out match);
            case DateClass.Early or DateClass.Late or DateClass.Mid or DateClass.Earlier or DateClass.Later:
                return TryEarly(i, i, out match);
            default:
                return -1;
        }
    }

    /// <summary>'about two years', 'nearly', 'more than', 'at least', 'up to', 'no more than', 'over a week', 'around 1980', 'about 9 a.m.'.</summary>
    private readonly int TryApproximate(int i, out DateMatch match)
    {
        match = DateMatch.Empty;
        int k;
        TimexModifier modifier;
        switch (C(i))
        {
            case DateClass.Approx:
                modifier = V(i) == 2 ? TimexModifier.LessThan : TimexModifier.Approx;
                k = i + 1;
                break;
            case DateClass.More or DateClass.Less when C(i + 1) == DateClass.Than:
                modifier = C(i) == DateClass.More ? TimexModifier.MoreThan : TimexModifier.LessThan;
                k = i + 2;
                break;
            case DateClass.At when C(i + 1) is DateClass.AtLeast or DateClass.AtMost:
                modifier = C(i + 1) == DateClass.AtLeast ? TimexModifier.EqualOrMore : TimexModifier.EqualOrLess;
                k = i + 2;
                break;
            case DateClass.Up when C(i + 1) == DateClass.To:
                modifier = TimexModifier.EqualOrLess;
                k = i + 2;
                break;
            case DateClass.Prep when (WordIs(i, "over") || WordIs(i, "under")) && C(i + 1) == DateClass.A && C(i + 2) == DateClass.Unit:
                modifier = WordIs(i, "over") ? TimexModifier.MoreThan : TimexModifier.LessThan;
                k = i + 1;
                break;
            default:
                return -1;
        }

        int next = TryDuration(k, out match);
        if (next > 0)
        {
            match.Modifier = match.Relation is DateRelation.Ago or DateRelation.Earlier
                ? modifier switch { TimexModifier.MoreThan => TimexModifier.Before, TimexModifier.LessThan => TimexModifier.After, _ => modifier }
                : modifier;
            return next;
        }

        if (modifier is TimexModifier.Approx)
        {
            next = TryTimed(k, out match);
            if (next > 0 && (match.Rule is DateRule.TimeOfDay or DateRule.CalendarDay || match.HasTime))
            {
                match.Modifier = modifier;
                return next;
            }

            next = TryCalendar(k, out match);
            if (next > 0 && match.Rule is DateRule.Year or DateRule.Month or DateRule.Century or DateRule.Decade or DateRule.Quarter)
            {
                match.Modifier = modifier;
                return next;
            }

            if (next < 0)
            {
                next = TryRelative(k, out match);
                if (next > 0 && match.Modifier == TimexModifier.End)
                {
                    return next;
                }
            }
        }

        return -1;
    }

    // 'just over an hour': the adverb stays outside, except before 'over' and 'under'.
    private readonly int TryJust(int i, out DateMatch match)
    {
        match = DateMatch.Empty;
        if (!(WordIs(i, "just") || WordIs(i, "only")) || !(WordIs(i + 1, "over") || WordIs(i + 1, "under")))
        {
            return -1;
        }

        int next = TryDuration(i + 2, out match);
        match.Modifier = WordIs(i + 1, "over") ? TimexModifier.MoreThan : TimexModifier.LessThan;
        return next;
    }

    /// <summary>'the end of 1994', 'the middle of next month', 'the rest of the week', 'the start of the day'.</summary>
    private readonly int TryEndOf(int i, int k, out DateMatch match)
    {
        match = DateMatch.Empty;
        TimexModifier modifier = C(k) == DateClass.Rest ? TimexModifier.None : V(k) switch { 1 => TimexModifier.Start, 2 => TimexModifier.Mid, _ => TimexModifier.End };
        if (C(k) == DateClass.Rest && WordIs(k, "turn"))
        {
            modifier = TimexModifier.Start;
        }

        if (C(k + 1) != DateClass.Of)
        {
            return -1;
        }

        int best = TryCalendar(k + 2, out match);
        Longest(TryRelative(k + 2, out DateMatch m), m, ref best, ref match);
        Longest(TryDay(k + 2, out m), m, ref best, ref match);
        if (C(k + 2) == DateClass.The && C(k + 3) is DateClass.Early or DateClass.Late or DateClass.Mid or DateClass.Unit && best < 0)
        {
            if (C(k + 3) == DateClass.Unit && V(k + 3) is >= 4 and <= 12 && !Hyphen(k + 4) && C(i - 1) is DateClass.At or DateClass.By or DateClass.Until or DateClass.Prep or DateClass.Since or DateClass.In or DateClass.Before)
            {
                match = DateMatch.Empty;
                match.Rule = DateRule.RelativeUnit;
                match.Type = TimexType.Date;
                match.Unit = UnitOf(k + 3);
                match.Relation = DateRelation.This;
                match.Modifier = modifier;
                return k + 4;
            }
        }

        if (best > 0 && match.Type == TimexType.Date && match.Rule != DateRule.Deictic)
        {
            match.Modifier = modifier;
            return best;
        }

        return -1;
    }

    /// <summary>'early March', 'the late 1970s', 'mid-1996', 'late yesterday', 'earlier this month', 'later in the year', 'early in 2005'.</summary>
    private readonly int TryEarly(int i, int k, out DateMatch match)
    {
        match = DateMatch.Empty;
        DateClass word = C(k);
        if (WordIs(k, "latter"))
        {
            return -1;
        }

        TimexModifier modifier = word is DateClass.Early or DateClass.Earlier ? TimexModifier.Start : word == DateClass.Mid ? TimexModifier.Mid : TimexModifier.End;
        int core = k + 1;
        bool article = i != k;
        bool inside = C(core) == DateClass.In;
        if (inside || (C(core) == DateClass.On && word is DateClass.Early or DateClass.Late or DateClass.Earlier or DateClass.Later))
        {
            core++;
        }

        if (article && inside)
        {
            return -1;
        }

        int best = TryTimed(core, out match);
        Longest(TryCalendar(core, out DateMatch m), m, ref best, ref match);
        Longest(TryRelative(core, out m), m, ref best, ref match);
        if (inside && C(core) == DateClass.The && C(core + 1) == DateClass.Unit && V(core + 1) is >= 4 and <= 12 && best < 0)
        {
            match = DateMatch.Empty;
            match.Rule = DateRule.RelativeUnit;
            match.Type = TimexType.Date;
            match.Unit = UnitOf(core + 1);
            match.Relation = match.Unit == Grain.Day ? DateRelation.Same : DateRelation.This;
            best = core + 2;
        }

        if (best < 0 || match.Type == TimexType.Duration || match.Rule is DateRule.Reference or DateRule.NumericDay || match.Hour >= 0)
        {
            return -1;
        }

        if (article && match.Rule is DateRule.Weekday or DateRule.RelativeUnit)
        {
            return -1;
        }

        match.Modifier = modifier;
        return best;
    }
}
