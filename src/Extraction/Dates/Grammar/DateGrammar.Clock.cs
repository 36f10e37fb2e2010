namespace Extraction;

/// <summary>Clock times: '10:30', '7pm', '0717 GMT', 'noon', 'half past six', 'eleven o'clock'.</summary>
internal ref partial struct DateGrammar
{
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
            DateClass.Cardinal or DateClass.Digits when V(k) is 5 or 10 or 15 or 20 or 25 => V(k),
            DateClass.Cardinal or DateClass.Digits when V(k) is >= 1 and < 30 && C(k + 1) == DateClass.Units && V(k + 1) == 2 => V(k),
            _ => 0,
        };
        if (minutes == 0 || (C(i) == DateClass.A && minutes != 15))
        {
            return -1;
        }

        bool quarter = C(k) == DateClass.Unit;
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

        // 'from five to ten' is a range, 'voted 15 to 3' a count; 'at five to ten' and 'a quarter to ten' are clock times.
        bool to = C(k) == DateClass.To && minutes != 30 && (quarter || C(i - 1) is DateClass.At or DateClass.By or DateClass.Until or DateClass.Before or DateClass.After);
        if ((past || to) && ((C(hour) == DateClass.Clock && V(hour) % 60 == 0 && _atoms[hour].Meridiem != 0) || C(hour) == DateClass.Noon) && !Hyphen(hour + 1))
        {
            // 'a quarter past 3pm', 'a quarter to noon'
            int full = C(hour) == DateClass.Noon ? V(hour) % 24 : (V(hour) / 60 % 12) + (_atoms[hour].Meridiem == 2 ? 12 : 0);
            match.Hour = (sbyte)(past ? full : (full + 23) % 24);
            match.Minute = (sbyte)(past ? minutes : 60 - minutes);
            return hour + 1;
        }

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
        // 'won 4-3 on Saturday night'
        if (hour > 12 || C(i - 1) is DateClass.Currency || (Hyphen(i) && C(i - 1) is DateClass.Digits or DateClass.Cardinal))
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
}
