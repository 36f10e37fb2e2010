namespace Extraction;

/// <summary>A unit with nothing but its article: 'the year', 'the night before', 'the week before last', 'the week of March 6'.</summary>
internal ref partial struct DateGrammar
{
    /// <summary>'the year', 'the quarter', 'the weekend', 'the full year'; 'the day' and 'the week' only where they clearly mean a date.</summary>
    private readonly int TryBareUnit(int i, ref DateMatch match)
    {
        int k = i + 1;
        if (C(k) == DateClass.UnitAdj && V(k) == 1 || C(k) == DateClass.Fiscal)
        {
            k++;
        }

        // 'the night before'
        bool beside = C(k + 1) is DateClass.Before or DateClass.After && C(k + 2) is DateClass.Comma or DateClass.Stop or DateClass.None or DateClass.Colon or DateClass.Last;
        if (C(k) == DateClass.DayPart && beside && C(k + 2) != DateClass.Last)
        {
            match.Rule = DateRule.TimeOfDay;
            match.Type = TimexType.Time;
            match.DayPart = (PartOfDay)V(k);
            match.Unit = Grain.Day;
            match.Relation = C(k + 1) == DateClass.Before ? DateRelation.Previous : DateRelation.Following;
            return k + 2;
        }

        // 'Man of the Year'
        if (C(k) != DateClass.Unit || Hyphen(k + 1) || Hyphen(k) || (Is(k, AtomFlags.Capital) && !Is(k, AtomFlags.AllCaps)))
        {
            return -1;
        }

        match.Unit = UnitOf(k);
        if (match.Unit is Grain.Week or Grain.Weekend && (C(k + 1) == DateClass.Of || WordIs(k + 1, "beginning") || WordIs(k + 1, "starting") || WordIs(k + 1, "commencing")) && TryDay(k + 2, out DateMatch day) is > 0 and int weekOf
            && !day.HasTime && day.Rule is DateRule.CalendarDay or DateRule.Holiday)
        {
            // 'the week of March 6', 'the weekend of Easter'
            day.Unit = match.Unit;
            match = day;
            return weekOf;
        }

        if (C(k + 1) == DateClass.Before && C(k + 2) == DateClass.Last && match.Unit is >= Grain.Week and <= Grain.Century && !IsUnit(k + 3) && C(k + 3) is not (DateClass.Weekday or DateClass.Month or DateClass.Of))
        {
            // 'the week before last'
            match.Relation = DateRelation.Last;
            match.Shift = -1;
            return k + 3;
        }

        if (C(k + 1) == DateClass.After && C(k + 2) == DateClass.Next && match.Unit is >= Grain.Week and <= Grain.Century && !IsUnit(k + 3))
        {
            match.Relation = DateRelation.Next;
            match.Shift = 1;
            return k + 3;
        }

        if (beside && match.Unit is Grain.Day or Grain.Week or Grain.Month or Grain.Year)
        {
            // 'the day before', 'the year after'
            match.Relation = C(k + 1) == DateClass.Before ? DateRelation.Previous : DateRelation.Following;
            return C(k + 2) == DateClass.Last ? -1 : k + 2;
        }

        // 'named player of the year'
        if (C(i - 1) == DateClass.Of && C(i - 2) is DateClass.Award or DateClass.Sport)
        {
            return -1;
        }

        match.Relation = DateRelation.This;
        DateClass before = C(i - 1);
        DateClass after = C(k + 1);
        bool preposition = before is DateClass.In or DateClass.Of or DateClass.Prep or DateClass.By or DateClass.Since or DateClass.Until or DateClass.On or DateClass.Before or DateClass.After or DateClass.End or DateClass.At;
        bool open = after is DateClass.Comma or DateClass.Stop or DateClass.None or DateClass.Possessive or DateClass.Colon or DateClass.And or DateClass.To or DateClass.Dash or DateClass.RParen or DateClass.At
            or DateClass.PastCue or DateClass.PresentCue or DateClass.FutureCue or DateClass.By;
        switch (match.Unit)
        {
            case Grain.Weekend:
                return k + 1;
            case Grain.Quarter:
                match.Rule = DateRule.Period;
                match.Relation = DateRelation.Same;
                return after is DateClass.Of ? -1 : k + 1;
            case Grain.Year or Grain.Month or Grain.Week when k > i + 1 && WordIs(k - 1, "whole"):
                // 'closed for the whole year'
                match.Rule = DateRule.Duration;
                match.Type = TimexType.Duration;
                match.Period = CalendarPeriod.Of(match.Unit, 2);
                match.Relation = DateRelation.None;
                return k + 1;
            case Grain.Year:
                if (WordIs(k + 1, "ended") || WordIs(k + 1, "ending") || ((C(k + 1) == DateClass.To || WordIs(k + 1, "through")) && C(k + 2) is DateClass.Month or DateClass.Digits or DateClass.End && preposition))
                {
                    // 'for the year ended Sept. 30': a length, told by its end.
                    match.Rule = DateRule.Duration;
                    match.Type = TimexType.Duration;
                    match.Period = CalendarPeriod.Of(Grain.Year, 2);
                    match.Relation = DateRelation.None;
                    return k + 1;
                }

                return preposition || k > i + 1 ? after == DateClass.Of ? -1 : k + 1 : -1;
            case Grain.Month or Grain.Week:
                return preposition && before is not DateClass.At && (open || C(k + 1) is DateClass.Ago) ? k + 1 : -1;
            case Grain.Day when before is DateClass.In && C(i - 2) is DateClass.Later or DateClass.Earlier or DateClass.Late or DateClass.Early:
                match.Relation = DateRelation.Same;
                return k + 1;
            case Grain.Day when before is DateClass.Prep && WordIs(i - 1, "for") && open:
                return k + 1;
            case Grain.Decade or Grain.Century when preposition && open:
                return k + 1;
            default:
                return -1;
        }
    }
}
