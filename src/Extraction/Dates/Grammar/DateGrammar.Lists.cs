namespace Extraction;

/// <summary>Days that share a month with a neighbour: 'April 6-7', 'Jan. 5 and 6', '20, 21 and 22 April'.</summary>
internal ref partial struct DateGrammar
{
    private const int LongestList = 6;

    /// <summary>Days behind a date that take its month: '-7', ' and 6', ' to 12'.</summary>
    private readonly int ListAfter(int i, List<DateMatch> into, int offset)
    {
        int whole = into.Count - 1;
        for (int items = 0; items < LongestList; items++)
        {
            int k = Hyphen(i) ? i : C(i) is DateClass.And or DateClass.To or DateClass.Or or DateClass.Dash ? i + 1 : -1;
            DateMatch year = DateMatch.Empty;
            int end = k < 0 || !IsDayNumber(k) ? -1 : YearAfter(k + 1, ref year, monthFirst: true);
            if (end > k + 1 && year.Year != DateMatch.Unknown && into[whole].Year == DateMatch.Unknown)
            {
                // 'April 6-7, 2015': the year holds for both.
                Span<DateMatch> list = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(into)[whole..];
                foreach (ref DateMatch item in list)
                {
                    item.Year = year.Year;
                }

                DateMatch last = DayItem(k, offset);
                last.Borrow = -1;
                last.End = EndOf(end - 1);
                last.Next = end + offset;
                into.Add(last);
                return end;
            }

            if (k < 0 || !IsDayNumber(k) || !EndsList(k + 1))
            {
                return i;
            }

            DateMatch match = DayItem(k, offset);
            match.Borrow = -1;
            into.Add(match);
            i = k + 1;
        }

        return i;
    }

    /// <summary>A day before a list that ends in a month: the 20 of '20 and 21 April', the 6 of '6-8 March'.</summary>
    private readonly int TryListItem(int i, out DateMatch match)
    {
        match = default;
        if (!IsDayNumber(i) || Hyphen(i))
        {
            return -1;
        }

        int k = i;
        for (int items = 0; items < LongestList; items++)
        {
            int following = Hyphen(k + 1) ? k + 1 : C(k + 1) is DateClass.And or DateClass.To or DateClass.Or or DateClass.Comma or DateClass.Dash ? k + 2 : -1;
            if (following > 0 && C(following) == DateClass.The && C(following - 1) == DateClass.To)
            {
                // 'from the 13th to the 15th of July'
                following++;
            }

            if (following < 0 || !IsDayNumber(following) || V(following) <= V(i))
            {
                return -1;
            }

            DateMatch day = DateMatch.Empty;
            int end = TryDayMonth(following, ref day);
            if (end > 0 && (C(following + 1) == DateClass.Month || (C(following + 1) == DateClass.Of && C(following + 2) == DateClass.Month)))
            {
                match = DayItem(i, 0);
                match.Borrow = 1;
                return i + 1;
            }

            if (C(k + 1) == DateClass.And)
            {
                return -1;
            }

            k = following;
        }

        return -1;
    }

    private readonly bool IsDayNumber(int i) =>
        C(i) is DateClass.Digits or DateClass.OrdinalDigits && V(i) is >= 1 and <= 31 && _atoms[i].Extra <= 2 && !Is(i, AtomFlags.Marked | AtomFlags.GluedToWord);

    // 'Jan. 5 and 6 people': a noun behind the number makes it an amount.
    private readonly bool EndsList(int i) =>
        C(i) is DateClass.None or DateClass.Comma or DateClass.Stop or DateClass.Colon or DateClass.RParen or DateClass.Dash or DateClass.In or DateClass.At or DateClass.Of or DateClass.To or DateClass.And
            or DateClass.Prep or DateClass.By or DateClass.PastCue or DateClass.FutureCue or DateClass.Possessive or DateClass.That
        || Hyphen(i);

    private readonly DateMatch DayItem(int i, int offset)
    {
        DateMatch match = DateMatch.Empty;
        match.Rule = DateRule.DayOfMonth;
        match.Type = TimexType.Date;
        match.Day = (byte)V(i);
        match.First = i + offset;
        match.Next = i + 1 + offset;
        match.Start = _atoms[i].Start;
        match.End = _atoms[i].End;
        return match;
    }
}
