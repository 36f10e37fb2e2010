namespace Extraction;

/// <summary>Clock times and parts of the day, alone and with their day.</summary>
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

    /// <summary>A clock time: '10:30', '10.30 pm', '7pm', '0717 GMT', '14:30 hrs', 'noon', 'eleven o'clock'.</summary>
    private readonly int TryClock(int i, out DateMatch match)
    {
        match = DateMatch.Empty;
        match.Rule = DateRule.TimeOfDay;
        match.Type = TimexType.Time;
        int next = TryMinutesPast(i, ref match);
        if (next > 0)
        {
            return Zone(next, ref match);
        }

        switch (C(i))
        {
            case DateClass.Clock:
                match.Hour = (sbyte)(V(i) / 60);
                match.Minute = (sbyte)(V(i) % 60);
                match.Second = (sbyte)(_atoms[i].Extra > 1 ? _atoms[i].Extra - 1 : -1);
                match.Meridiem = _atoms[i].Meridiem;
                next = Meridiem(i + 1, ref match);
                if (match.Meridiem == 0 && match.Hour <= 12)
                {
                    // 'between 3:30 and 4:30 p.m.'
                    int until = Hyphen(next) ? next : C(next) is DateClass.To or DateClass.And or DateClass.Until ? next + 1 : -1;
                    byte meridiem = until > 0 && C(until) == DateClass.Clock && V(until) / 60 <= 12 ? _atoms[until].Meridiem != 0 ? _atoms[until].Meridiem : C(until + 1) == DateClass.AmPm ? (byte)V(until + 1) : (byte)0 : (byte)0;
                    match.Meridiem = meridiem == 2 && (V(until) / 60 % 12) < (match.Hour % 12) ? (byte)1 : meridiem;
                }

                if (C(next) == DateClass.Units && V(next) == 3)
                {
                    next++;
                }

                break;
            case DateClass.Noon when !WordIs(i - 1, "high") && !(Is(i, AtomFlags.Capital) && IsCapitalWord(i + 1)):
                match.Hour = V(i) == 12 ? (sbyte)12 : (sbyte)24;
                match.Minute = 0;
                if (WordIs(i, "midday"))
                {
                    match.Hour = -1;
                    match.DayPart = PartOfDay.Midday;
                }

                next = i + 1;
                break;
            case DateClass.Digits when V(i) is >= 1 and <= 24 && _atoms[i].Extra <= 2 && !Is(i, AtomFlags.Marked | AtomFlags.GluedToWord):
                if (C(i + 1) != DateClass.AmPm && C(i + 1) != DateClass.OClock)
                {
                    // 'from 9 to 11 a.m.', '8-10 p.m.': the first takes the meridiem of the second.
                    int other = C(i + 1) == DateClass.To ? i + 2 : Hyphen(i + 1) ? i + 1 : -1;
                    if (other > 0 && V(i) <= 12 && ((C(other) == DateClass.Digits && V(other) <= 12 && C(other + 1) == DateClass.AmPm) || (C(other) == DateClass.Clock && _atoms[other].Meridiem != 0))
                        && (C(i - 1) is DateClass.From or DateClass.Prep or DateClass.At or DateClass.In || (C(other) == DateClass.Clock && other == i + 1)))
                    {
                        match.Hour = (sbyte)V(i);
                        match.Minute = 0;
                        match.Meridiem = C(other) == DateClass.Clock ? _atoms[other].Meridiem : (byte)V(other + 1);
                        return i + 1;
                    }

                    return TryBareHour(i, i + 1, V(i), ref match);
                }

                match.Hour = (sbyte)V(i);
                match.Minute = 0;
                next = i + 1;
                next = C(next) == DateClass.OClock ? Meridiem(next + 1, ref match) : Meridiem(next, ref match);
                break;
            case DateClass.Digits when _atoms[i].Extra is 4 or 3 && V(i) % 100 < 60 && V(i) <= 2400 && !Is(i, AtomFlags.Marked | AtomFlags.GluedToWord)
                && (IsZone(i + 1) || (C(i + 1) == DateClass.Units && V(i + 1) == 3 && Is(i + 1, AtomFlags.SpaceBefore | AtomFlags.Glued) && _atoms[i].Extra == 4 && _text[_atoms[i].Start] is '0' or '1' or '2')):
                match.Hour = (sbyte)(V(i) / 100);
                match.Minute = (sbyte)(V(i) % 100);
                next = C(i + 1) == DateClass.Units ? i + 2 : i + 1;
                break;
            case DateClass.Decimal when _atoms[i].Extra < 60 && V(i) <= 24 && (IsZone(i + 1) || C(i + 1) == DateClass.AmPm || (C(i + 1) == DateClass.Units && V(i + 1) == 3 && Is(i + 1, AtomFlags.Abbreviation))):
                match.Hour = (sbyte)V(i);
                match.Minute = (sbyte)_atoms[i].Extra;
                next = C(i + 1) == DateClass.Units ? i + 2 : Meridiem(i + 1, ref match);
                break;
            case DateClass.Cardinal:
                int end = Cardinal(i, out int hour);
                if (hour is < 1 or > 12)
                {
                    return -1;
                }

                if (C(end) == DateClass.OClock || C(end) == DateClass.AmPm)
                {
                    match.Hour = (sbyte)hour;
                    match.Minute = 0;
                    next = C(end) == DateClass.OClock ? Meridiem(end + 1, ref match) : Meridiem(end, ref match);
                    break;
                }

                return TryBareHour(i, end, hour, ref match);
            default:
                return -1;
        }

        return Zone(next, ref match);
    }

    /// <summary>'half past six', 'a quarter to nine', 'ten past eight', 'at twenty minutes to four'.</summary>
    private readonly int TryMinutesPast(int i, ref DateMatch match)
    {
        int k = C(i) == DateClass.A && C(i + 1) == DateClass.Unit ? i + 1 : i;
        int minutes = C(k) switch
        {
            DateClass.Unit when V(k) == 9 => 15,
            DateClass.Half => 30,
            DateClass.Cardinal or DateClass.Digits when V(k) is 5 or 10 or 20 or 25 => V(k),
            DateClass.Cardinal or DateClass.Digits when V(k) is >= 1 and < 30 && C(k + 1) == DateClass.Units && V(k + 1) == 2 => V(k),
            _ => 0,
        };
        if (minutes == 0 || (C(i) == DateClass.A && minutes != 15))
        {
            return -1;
        }

        k++;
        if (minutes == 20 && Hyphen(k) && C(k) == DateClass.Cardinal && V(k) == 5)
        {
            minutes = 25;
            k++;
        }

        if (C(k) == DateClass.Units && V(k) == 2)
        {
            k++;
        }

        int hour = k + 1;
        bool past = C(k) == DateClass.Past;

        // 'from five to ten' is a range; 'at five to ten' and 'a quarter to ten' are clock times.
        bool to = C(k) == DateClass.To && minutes != 30 && (minutes == 15 || C(i - 1) is DateClass.At or DateClass.By or DateClass.Until or DateClass.Before or DateClass.After);
        if ((!past && !to) || C(hour) is not (DateClass.Cardinal or DateClass.Digits) || V(hour) is < 1 or > 12 || Hyphen(hour + 1)
            || IsUnit(hour + 1) || C(hour + 1) is DateClass.Percent or DateClass.Magnitude or DateClass.Hundreds or DateClass.CountNoun || IsLowerWord(hour + 1))
        {
            return -1;
        }

        match.Hour = (sbyte)(past ? V(hour) : V(hour) == 1 ? 12 : V(hour) - 1);
        match.Minute = (sbyte)(past ? minutes : 60 - minutes);
        return Meridiem(C(hour + 1) == DateClass.OClock ? hour + 2 : hour + 1, ref match);
    }

    // 'nine in the morning', 'at 9 on Tuesday afternoon': a bare hour counts only with a part of the day behind it.
    private readonly int TryBareHour(int i, int end, int hour, ref DateMatch match)
    {
        if (hour > 12 || C(i - 1) is DateClass.Currency)
        {
            return -1;
        }

        match.Hour = (sbyte)hour;
        match.Minute = 0;
        if (C(end) == DateClass.In && C(end + 1) == DateClass.The && C(end + 2) == DateClass.DayPart)
        {
            Reconcile(ref match, (PartOfDay)V(end + 2));
            return end + 3;
        }

        if (C(end) == DateClass.Tonight || (C(end) == DateClass.This && C(end + 1) == DateClass.DayPart && C(i - 1) is DateClass.At or DateClass.None or DateClass.By or DateClass.Until))
        {
            // 'at 8 tonight', 'by eight this evening'
            return Hyphen(end) ? -1 : end;
        }

        if (C(end) == DateClass.On && C(end + 1) == DateClass.Weekday && C(end + 2) == DateClass.DayPart)
        {
            return end;
        }

        return C(end) == DateClass.At && C(end + 1) == DateClass.DayPart && V(end + 1) == (int)PartOfDay.Night ? end : -1;
    }

    private readonly int Meridiem(int i, ref DateMatch match)
    {
        if (C(i) == DateClass.AmPm && match.Hour <= 12)
        {
            match.Meridiem = (byte)V(i);
            return i + 1;
        }

        return i;
    }

    private readonly bool IsZone(int i) =>
        (C(i) == DateClass.Zone && char.IsUpper(_text[_atoms[i].Start])) || C(i) == DateClass.Offset
        || (C(i) == DateClass.ZoneName && C(i + 1) == DateClass.Time)
        || (C(i) == DateClass.LParen && C(i + 1) == DateClass.Zone && char.IsUpper(_text[_atoms[i + 1].Start]));

    private readonly int Zone(int i, ref DateMatch match)
    {
        if (match.Hour < 0)
        {
            return i;
        }

        int zone = C(i) == DateClass.LParen || (C(i) == DateClass.Comma && C(i + 1) == DateClass.Zone && Is(i + 1, AtomFlags.AllCaps)) ? i + 1 : i;
        bool inParentheses = C(i) == DateClass.LParen;
        int next;
        switch (C(zone))
        {
            case DateClass.Offset:
                match.Zone = (short)V(zone);
                next = zone + 1;
                break;
            case DateClass.Zone when char.IsUpper(_text[_atoms[zone].Start]):
                match.Zone = (short)V(zone);
                match.ZoneFlags = _atoms[zone].Flags;
                next = SignedOffset(zone + 1, ref match);
                break;
            case DateClass.ZoneName when C(zone + 1) == DateClass.Time || (Is(zone, AtomFlags.UnitedStates) && Is(zone, AtomFlags.Capital) && !inParentheses && !IsCapitalWord(zone + 1)):
                next = C(zone + 1) == DateClass.Time ? zone + 2 : zone + 1;
                if (Is(zone, AtomFlags.Special))
                {
                    return next;
                }

                match.Zone = (short)V(zone);
                match.ZoneFlags = _atoms[zone].Flags;
                break;
            default:
                return i;
        }

        match.HasZone = true;
        if (!inParentheses)
        {
            return next;
        }

        return C(next) == DateClass.RParen ? next + 1 : i;
    }

    // GMT+9, UTC +05:30
    private readonly int SignedOffset(int i, ref DateMatch match)
    {
        int digits = i;
        int sign = 1;
        if (C(i) == DateClass.Other && Word(i) is "+")
        {
            digits = i + 1;
        }
        else if (Hyphen(i) && C(i) == DateClass.Digits && !Is(i, AtomFlags.SpaceBefore))
        {
            sign = -1;
        }
        else
        {
            return i;
        }

        if (C(digits) == DateClass.Digits && V(digits) <= 14)
        {
            match.Zone += (short)(sign * V(digits) * 60);
            return digits + 1;
        }

        if (C(digits) == DateClass.Clock && V(digits) <= 14 * 60)
        {
            match.Zone += (short)(sign * V(digits));
            return digits + 1;
        }

        return i;
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
