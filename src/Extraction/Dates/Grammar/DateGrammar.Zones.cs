namespace Extraction;

/// <summary>Time zones behind a clock time: GMT, EST, Beijing time, UTC+5:30.</summary>
internal ref partial struct DateGrammar
{
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
            case DateClass.ZoneName when C(zone + 2) == DateClass.Time && !Is(zone, AtomFlags.Special) && (WordIs(zone + 1, "daylight") || WordIs(zone + 1, "standard")):
                // 'Eastern Daylight Time' says itself whether the clocks have been put forward.
                match.Zone = (short)(V(zone) + (WordIs(zone + 1, "daylight") ? 60 : 0));
                match.ZoneFlags = AtomFlags.None;
                next = zone + 3;
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
}
