namespace Extraction;

/// <summary>Days and clock times together, in either order: 'at 10 p.m. Wednesday', 'tomorrow at 10:30', 'this afternoon at 3'.</summary>
internal ref partial struct DateGrammar
{
    private readonly int TryTimed(int i, out DateMatch match)
    {
        int next = TryClock(i, out match);
        if (next > 0)
        {
            return WithDay(next, ref match);
        }

        next = TryPartOfDayFirst(i, out match);
        if (next > 0)
        {
            return next;
        }

        next = TryDay(i, out match);
        return next < 0 ? -1 : match.DayPart != PartOfDay.None ? ClockOfPart(next, ref match) : WithTime(next, ref match);
    }

    /// <summary>The day after a clock time: '10 p.m. Wednesday', '3:00 a.m. on 5 March', 'nine o'clock this morning', '10 in the morning'.</summary>
    private readonly int WithDay(int i, ref DateMatch match)
    {
        int k = i;
        if (C(k) == DateClass.In && C(k + 1) == DateClass.The && C(k + 2) == DateClass.DayPart)
        {
            Reconcile(ref match, (PartOfDay)V(k + 2));
            k += 3;
            i = k;
        }
        else if (C(k) == DateClass.At && C(k + 1) == DateClass.DayPart && V(k + 1) == (int)PartOfDay.Night)
        {
            Reconcile(ref match, PartOfDay.Night);
            k += 2;
            i = k;
        }

        bool comma = C(k) == DateClass.Comma;
        k = comma ? k + 1 : C(k) is DateClass.Pipe or DateClass.Dash or DateClass.Slash && C(k + 1) is DateClass.Month or DateClass.Weekday or DateClass.Digits ? k + 1 : k;
        bool on = C(k) is DateClass.On or DateClass.Of;
        k = on ? k + 1 : k;
        if (C(k) is DateClass.This or DateClass.Tonight && !comma && !on)
        {
            // 'nine o'clock this morning', '8 o'clock tonight'
            PartOfDay part = C(k) == DateClass.Tonight ? PartOfDay.Night : C(k + 1) == DateClass.DayPart ? (PartOfDay)V(k + 1) : PartOfDay.None;
            if (part != PartOfDay.None)
            {
                Reconcile(ref match, part);
                match.Relation = DateRelation.This;
                match.Unit = Grain.Day;
                return C(k) == DateClass.Tonight ? k + 1 : k + 2;
            }
        }

        int next = TryDay(k, out DateMatch day);
        if (next < 0 || (comma && !day.IsCalendar) || (on && day.Rule == DateRule.Deictic))
        {
            return i;
        }

        if (C(next) == DateClass.DayPart && day.Rule is DateRule.Weekday or DateRule.Deictic)
        {
            Reconcile(ref match, (PartOfDay)V(next));
            next++;
        }

        Merge(ref match, day);
        return match.HasZone || C(next) != DateClass.Zone || !Is(next, AtomFlags.AllCaps) ? next : Zone(next, ref match);
    }

    /// <summary>The time after a day: 'Monday night', 'tomorrow at 10:30 am', 'February 25, 2022 / 07:17 AM IST'.</summary>
    private readonly int WithTime(int i, ref DateMatch match)
    {
        if (match.HasTime)
        {
            return i;
        }

        int k = i;
        TimexModifier modifier = TimexModifier.None;
        if (C(k) is DateClass.Early or DateClass.Late or DateClass.Mid && C(k + 1) == DateClass.DayPart)
        {
            modifier = C(k) == DateClass.Early ? TimexModifier.Start : C(k) == DateClass.Late ? TimexModifier.End : TimexModifier.Mid;
            k++;
        }

        if (C(k) == DateClass.DayPart && !Is(k + 1, AtomFlags.HyphenBefore))
        {
            match.DayPart = (PartOfDay)V(k);
            match.Type = TimexType.Time;
            match.Modifier = modifier == TimexModifier.None ? match.Modifier : modifier;
            return ClockOfPart(k + 1, ref match);
        }

        bool comma = C(k) is DateClass.Comma;
        bool mark = C(k) is DateClass.Dash or DateClass.Slash or DateClass.Pipe or DateClass.Colon || (C(k) == DateClass.Dash && C(k + 1) == DateClass.Dash);
        k = comma || mark ? k + 1 : k;
        bool at = C(k) == DateClass.At;
        k = at ? k + 1 : k;
        if (mark && !match.IsCalendar)
        {
            return i;
        }

        int next = TryClock(k, out DateMatch time);
        if (next < 0 || (comma && !at && !match.IsCalendar))
        {
            return i;
        }

        if (C(k) == DateClass.Digits && C(k + 1) is DateClass.To or DateClass.In)
        {
            return i;
        }

        Merge(ref time, match);
        match = time;
        return next;
    }

    /// <summary>The clock time behind a part of the day: 'this afternoon at 3:20', 'Saturday morning at nine', 'tonight at 8'.</summary>
    private readonly int ClockOfPart(int i, ref DateMatch match)
    {
        if (C(i) != DateClass.At)
        {
            return i;
        }

        int next = TryClock(i + 1, out DateMatch time);
        if (next < 0)
        {
            next = C(i + 1) is DateClass.Digits or DateClass.Cardinal && V(i + 1) is >= 1 and <= 12 && _atoms[i + 1].Extra <= 2 ? i + 2 : -1;
            if (next < 0 || Hyphen(next) || IsUnit(next) || IsLowerWord(next) || IsCapitalWord(next) || C(next) is DateClass.Magnitude or DateClass.Percent or DateClass.CountNoun or DateClass.Cardinal)
            {
                return i;
            }

            time.Hour = (sbyte)V(i + 1);
            time.Minute = 0;
        }

        Reconcile(ref time, match.DayPart);
        time.DayPart = PartOfDay.None;
        Merge(ref time, match);
        match = time;
        return next;
    }

    private static void Merge(ref DateMatch time, in DateMatch day)
    {
        DateMatch merged = day;
        merged.Type = TimexType.Time;
        merged.Hour = time.Hour;
        merged.Minute = time.Minute;
        merged.Second = time.Second;
        merged.Meridiem = time.Meridiem;
        merged.DayPart = time.DayPart;
        merged.Zone = time.Zone;
        merged.ZoneFlags = time.ZoneFlags;
        merged.HasZone = time.HasZone;
        if (time.Modifier != TimexModifier.None)
        {
            merged.Modifier = time.Modifier;
        }

        time = merged;
    }

    private static void Reconcile(ref DateMatch match, PartOfDay part)
    {
        if (match.Hour is >= 0 and <= 12 && match.Meridiem == 0)
        {
            match.Meridiem = part == PartOfDay.Morning || (part == PartOfDay.Night && match.Hour is < 6 or 12) ? (byte)1 : (byte)2;
        }
    }
}
