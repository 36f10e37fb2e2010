namespace Extraction;

/// <summary>Parts of the day that stand before their day or alone: 'the night of June 9', 'in the early hours of Thursday', 'overnight'.</summary>
internal ref partial struct DateGrammar
{
    /// <summary>'the night of June 9', 'the early morning hours of May 1', 'noon Friday', 'the morning', 'last night', 'overnight', 'tonight'.</summary>
    private readonly int TryPartOfDayFirst(int i, out DateMatch match)
    {
        match = DateMatch.Empty;
        match.Rule = DateRule.TimeOfDay;
        match.Type = TimexType.Time;
        if (C(i) == DateClass.Overnight)
        {
            // 'Rain fell overnight'; an 'overnight stay' is none.
            match.DayPart = PartOfDay.Night;
            match.Unit = Grain.Day;
            match.Relation = DateRelation.Last;
            int night = C(i + 1) == DateClass.On ? i + 2 : i + 1;
            if (C(night) == DateClass.Weekday && TryWeekday(night, ref match) is > 0 and int weekday && match.Rule == DateRule.Weekday)
            {
                // 'overnight Monday'
                match.Relation = DateRelation.None;
                match.Unit = Grain.None;
                return weekday;
            }

            return IsLowerWord(i + 1) || Hyphen(i + 1) || C(i - 1) is DateClass.A or DateClass.The ? -1 : i + 1;
        }

        int k = C(i) == DateClass.The ? i + 1 : i;
        k = C(k) == DateClass.Previous && WordIs(k, "intervening") ? k + 1 : k;
        TimexModifier modifier = TimexModifier.None;
        bool small = WordIs(k, "small") || WordIs(k, "wee");
        if (C(k) is DateClass.Early or DateClass.Late or DateClass.Mid || (small && C(i) == DateClass.The && C(k + 1) == DateClass.Units))
        {
            modifier = small || C(k) == DateClass.Early ? TimexModifier.Start : C(k) == DateClass.Late ? TimexModifier.End : TimexModifier.Mid;
            k++;
        }

        if (modifier == TimexModifier.Start && C(i) == DateClass.The && C(k) == DateClass.Units && V(k) == 3 && C(k + 1) == DateClass.Of)
        {
            // 'in the early hours of Thursday'
            int hours = TryDay(k + 2, out DateMatch morning);
            if (hours > 0 && !morning.HasTime && morning.Rule is not DateRule.DayOfMonth)
            {
                match.DayPart = PartOfDay.Morning;
                match.Modifier = modifier;
                Merge(ref match, morning);
                return C(hours) == DateClass.DayPart && V(hours) == (int)PartOfDay.Morning ? hours + 1 : hours;
            }
        }

        if (C(k) != DateClass.DayPart)
        {
            return -1;
        }

        PartOfDay part = (PartOfDay)V(k);
        k++;
        if (C(k) == DateClass.Units && V(k) == 3)
        {
            k++;
        }

        match.DayPart = part;
        match.Modifier = modifier;
        bool of = C(k) is DateClass.Of or DateClass.On;
        if (of || C(k) is DateClass.Weekday or DateClass.Today)
        {
            int next = TryDay(of ? k + 1 : k, out DateMatch day);
            if (next > 0 && !day.HasTime && day.Rule is not DateRule.DayOfMonth)
            {
                Merge(ref match, day);
                return next;
            }
        }

        if (k == i + 1 && C(i - 1) is DateClass.By or DateClass.At or DateClass.Until or DateClass.Before or DateClass.After or DateClass.Since && !WordIs(i, "night"))
        {
            match.Relation = DateRelation.Same;
            match.Unit = Grain.Day;
            return k;
        }

        // 'rose in morning trade'
        if (k == i + 1 && C(i - 1) is DateClass.In && (WordIs(k, "trade") || WordIs(k, "trading")))
        {
            match.Relation = DateRelation.Same;
            match.Unit = Grain.Day;
            return k;
        }

        // Alone it needs the article: 'in the morning', 'the evening'; 'morning' as in 'morning trade' is none.
        if (C(i) == DateClass.The && C(i - 1) is DateClass.In or DateClass.Prep or DateClass.By or DateClass.Of or DateClass.Since or DateClass.Until && !IsLowerWord(k))
        {
            match.Relation = DateRelation.Same;
            match.Unit = Grain.Day;
            return k;
        }

        if (C(i) == DateClass.The && C(i - 1) is DateClass.In or DateClass.Later && modifier == TimexModifier.None)
        {
            match.Relation = DateRelation.Same;
            match.Unit = Grain.Day;
            return k;
        }

        if (modifier != TimexModifier.None && C(i - 1) is DateClass.In or DateClass.By or DateClass.At or DateClass.Until or DateClass.Since)
        {
            match.Relation = DateRelation.Same;
            match.Unit = Grain.Day;
            return k;
        }

        return -1;
    }
}
