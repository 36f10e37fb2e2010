using System.Collections.Immutable;

namespace Extraction;

/// <summary>Gives the matches of a text their values, in text order, from the publication date and from what the text has told before.</summary>
internal ref partial struct DateResolver
{
    // Without a publication date '30 is 2030 and '31 is 1931.
    private const int LatestTwoDigitYear = 2030;

    // A year mentioned inside a sentence moves a tale on by so many years at most.
    private const int YearsAside = 3;

    // How far from the beginning of the text its date may stand.
    private const int HeadAtoms = 40;

    private readonly DateContext _context;
    private readonly ReadOnlySpan<Atom> _atoms;
    private readonly ReadOnlySpan<DateMatch> _matches;
    private readonly bool _dayFirst;
    private readonly bool _orderKnown;
    private DateReference _state;
    private DateAnchor _anchor;
    private PartialDateTime? _anchorDate;
    private bool _ambiguous;
    private int _lastClock;

    public DateResolver(ReadOnlySpan<char> text, ReadOnlySpan<Atom> atoms, ReadOnlySpan<DateMatch> matches, PublicationTime? published, DateOptions options)
    {
        _context = new DateContext(text, atoms);
        _atoms = atoms;
        _matches = matches;
        _state.Today = published?.Date;
        _state.Clock = published?.Time;
        _state.TodayAnchor = DateAnchor.Publication;
        _state.LastDayAtom = int.MinValue / 2;
        _state.LastPeriodAtom = int.MinValue / 2;
        _state.LastAtom = int.MinValue / 2;
        _lastClock = -1;
        _state.IsNarrative = options.Mode == DateMode.Narrative || (options.Mode == DateMode.Auto && LooksNarrative(matches, published?.Date));
        (_dayFirst, _orderKnown) = Order(atoms, matches, options.NumericOrder);
    }

    /// <summary>Appends the resolved expressions; <paramref name="dateline"/> is where the dateline stands, if anywhere.</summary>
    public void Run(ImmutableArray<DateExpression>.Builder into, TextSpan? dateline)
    {
        for (int i = 0; i < _matches.Length; i++)
        {
            ref readonly DateMatch match = ref _matches[i];
            _anchor = DateAnchor.Explicit;
            _anchorDate = null;
            _ambiguous = false;
            if (Resolve(i, in match) is { } expression)
            {
                into.Add(expression);
                if (expression.Date is { } date)
                {
                    _state.Remember(date, match.Next, Compares(match), !_state.IsNarrative || CarriesYear(match, date));
                    if (_state.IsNarrative && date.IsResolved && (match.Rule != DateRule.Year || OpensSentence(match.First)))
                    {
                        _state.Move(date);
                    }

                    _lastClock = date.Hour is { } hour ? (hour * 60) + (date.Minute ?? 0) : _lastClock;
                    if ((dateline is { } line && line.Contains(expression.Span)) || StandsInDateline(match))
                    {
                        AdoptDateline(date);
                    }
                    else if (_state.Today is null && StandsAtHead(match))
                    {
                        AdoptDateline(date);
                    }
                }
            }
        }
    }

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

    // A story filed up to a week before the publication counts its days from the dateline.
    private void AdoptDateline(PartialDateTime date)
    {
        if (_state.Today is null && date.TryGetDate(out DateOnly told))
        {
            // No publication date is known: the day that stands at the head of the text by itself is all there is.
            _state.Today = told;
            _state.TodayAnchor = DateAnchor.Dateline;
        }
        else if (date.TryGetDate(out DateOnly day) && _state.Today is { } today && day <= today && today.DayNumber - day.DayNumber <= 7 && day != today)
        {
            _state.Today = day;
            _state.TodayAnchor = DateAnchor.Dateline;
        }
    }

    // 'NAIROBI, Feb. 23 (Wire) -', 'LONDON, February 25 --'
    private bool StandsInDateline(in DateMatch match)
    {
        if (match.Rule != DateRule.CalendarDay || match.First is < 2 || match.Next >= _atoms.Length || _atoms[match.Next].Class is not (DateClass.LParen or DateClass.Dash) || _atoms[match.First - 1].Class != DateClass.Comma)
        {
            return false;
        }

        for (int k = match.First - 2; k >= Math.Max(0, match.First - 8); k--)
        {
            if (_atoms[k].Has(AtomFlags.BlockStart | AtomFlags.LineStart))
            {
                return _atoms[k].Has(AtomFlags.AllCaps);
            }
        }

        return false;
    }

    // A full date between title and story, in no sentence: 'Carmaker cuts jobs February 3, 2009 The company said …'
    private bool StandsAtHead(in DateMatch match)
    {
        if (match.Rule != DateRule.CalendarDay || match.Year == DateMatch.Unknown || match.First > HeadAtoms || _state.IsNarrative)
        {
            return false;
        }

        DateClass before = match.First == 0 ? DateClass.None : _atoms[match.First - 1].Class;
        bool apart = before is DateClass.None or DateClass.Other or DateClass.Comma or DateClass.LParen or DateClass.Dash or DateClass.Stop or DateClass.Colon;
        bool begins = match.Next >= _atoms.Length || _atoms[match.Next].Has(AtomFlags.Capital | AtomFlags.BlockStart | AtomFlags.LineStart) || _atoms[match.Next].Class is DateClass.Dash or DateClass.LParen;
        return apart && begins;
    }

    private static bool LooksNarrative(ReadOnlySpan<DateMatch> matches, DateOnly? today)
    {
        int dated = 0;
        int years = 0;
        int near = 0;
        int deictic = 0;
        foreach (ref readonly DateMatch match in matches)
        {
            if (match.Rule is DateRule.Deictic or DateRule.Weekday || match.Relation is DateRelation.Last or DateRelation.Next && match.Rule == DateRule.RelativeUnit)
            {
                deictic++;
            }
            else if (match.Year != DateMatch.Unknown && match.Rule is DateRule.Year or DateRule.Month or DateRule.CalendarDay)
            {
                bool isNear = today is { } day && Math.Abs(match.Year - day.Year) <= 1;
                near += isNear ? 1 : 0;
                years += isNear ? 0 : 1;
                dated += !isNear && match.Rule != DateRule.Year ? 1 : 0;
            }
        }

        return years >= 8 && dated >= 4 && years > near && years > 3 * deictic;
    }

    private static (bool DayFirst, bool Known) Order(ReadOnlySpan<Atom> atoms, ReadOnlySpan<DateMatch> matches, NumericOrder order)
    {
        int day = 0;
        int month = 0;
        bool any = false;
        foreach (ref readonly DateMatch match in matches)
        {
            if (match.OrderOpen)
            {
                any = true;
                day += match.Month > 12 ? 100 : 0;
                month += match.Day > 12 ? 100 : 0;
            }
            else if (match.Rule == DateRule.CalendarDay)
            {
                DateClass first = atoms[match.First].Class == DateClass.Weekday && match.First + 1 < atoms.Length ? atoms[Math.Min(match.First + (atoms[match.First + 1].Class == DateClass.Comma ? 2 : 1), atoms.Length - 1)].Class : atoms[match.First].Class;
                day += first is DateClass.Digits or DateClass.OrdinalDigits ? 1 : 0;
                month += first == DateClass.Month ? 1 : 0;
            }
        }

        if (!any)
        {
            return (true, true);
        }

        if (order != NumericOrder.Auto && day < 100 && month < 100)
        {
            return (order == NumericOrder.DayFirst, true);
        }

        return day != month ? (day > month, true) : (true, false);
    }

    private DateExpression? Resolve(int index, in DateMatch found)
    {
        DateMatch match = found;
        if (match.TwoDigitYear && match.Year != DateMatch.Unknown)
        {
            // '44 is 1944 for us; a year is not taken to lie more than ten years ahead of the publication.
            int latest = _state.Today is { } today ? today.Year + 10 : LatestTwoDigitYear;
            while (match.Year > latest)
            {
                match.Year -= 100;
            }
        }

        switch (match.Rule)
        {
            case DateRule.Duration or DateRule.Age:
                return Make(match, null, match.Period);
            case DateRule.Set:
                return MakeSet(match);
            case DateRule.Reference:
                return Make(match, null, null, match.Reference);
            case DateRule.Distance:
                return ResolveDistance(match);
        }

        if (DateOf(index, match) is not { } value)
        {
            return null;
        }

        if (index > 0 && IsRange(index) && _state.Last is { } start)
        {
            value = NotBefore(value, start, match.Rule);
        }

        if (match.Unit is Grain.Week or Grain.Weekend && match.Rule is DateRule.CalendarDay or DateRule.Holiday && value.TryGetDate(out DateOnly within))
        {
            // 'the week of March 6', 'Easter weekend'; the weekend of a Monday's holiday is the one before it.
            bool before = match.Unit == Grain.Weekend && Calendars.Weekday(within) <= 3;
            value = PartialDateTime.OfWeek(before ? Calendars.AddDays(within, -3) : within, match.Unit == Grain.Weekend);
        }

        if (match.HasTime)
        {
            value = WithTime(value, match);
        }

        return Make(match, value, null);
    }

    // 'from May to September', 'Friday to Monday': one joint, the same rule, and no year that the words tell.
    private bool IsRange(int index)
    {
        ref readonly DateMatch first = ref _matches[index - 1];
        ref readonly DateMatch last = ref _matches[index];
        return !_state.IsNarrative && last.Rule is DateRule.Weekday or DateRule.Month && first.Rule == last.Rule && last.Year == DateMatch.Unknown && last.YearRelation == DateRelation.None
            && last.Relation == DateRelation.None && Joins(first.Next, last.First) && (first.Next == last.First || _atoms[first.Next].Class is DateClass.To or DateClass.Until or DateClass.Dash);
    }

    private static PartialDateTime NotBefore(PartialDateTime end, PartialDateTime start, DateRule rule)
    {
        if (rule == DateRule.Month)
        {
            return start.Year is { } from && end is { Year: { } year, Month: { } month } && (year * 12) + month < (from * 12) + (start.Month ?? 1) && start.DateGrain == Grain.Month
                ? PartialDateTime.OfMonth(month < start.Month ? from + 1 : from, month)
                : end;
        }

        return end.TryGetDate(out DateOnly last) && start.TryGetDate(out DateOnly first) && last < first && first.DayNumber - last.DayNumber < 14
            ? PartialDateTime.OfDay(Calendars.AddDays(last, 7))
            : end;
    }

    private PartialDateTime? DateOf(int index, in DateMatch match) => match.Rule switch
        {
            DateRule.CalendarDay => CalendarDay(index, match),
            DateRule.NumericDay => NumericDay(match),
            DateRule.DayOfMonth => DayOfMonth(index, match),
            DateRule.Month => Month(index, match),
            DateRule.Year => PartialDateTime.OfYear(match.Year),
            DateRule.Decade => PartialDateTime.OfDecade(match.Year),
            DateRule.Century => PartialDateTime.OfCentury(match.Year),
            DateRule.Weekday => Weekday(match),
            DateRule.Deictic => Deictic(match),
            DateRule.RelativeUnit => RelativeUnit(match),
            DateRule.Quarter => Quarter(match),
            DateRule.Period => PeriodEnded(index, match) ?? Period(match),
            DateRule.Season => SeasonOf(match),
            DateRule.Holiday => Holiday(match),
            DateRule.TimeOfDay => TimeOfDay(index, match),
            DateRule.OrdinalInPeriod => OrdinalInPeriod(index, match),
            _ => null,
        };

    private PartialDateTime WithTime(PartialDateTime day, in DateMatch match)
    {
        if (match.Hour < 0)
        {
            return day.WithPart(match.DayPart);
        }

        int hour = match.Hour;
        if (match.Meridiem == 2 && hour < 12)
        {
            hour += 12;
        }
        else if (match.Meridiem == 1 && hour == 12)
        {
            hour = 0;
        }

        int? offset = null;
        if (match.HasZone)
        {
            offset = match.Zone;
            if ((match.ZoneFlags & (AtomFlags.UnitedStates | AtomFlags.Europe)) != 0 && day.TryGetDate(out DateOnly on)
                && Calendars.IsSummerTime(on, (match.ZoneFlags & AtomFlags.UnitedStates) != 0))
            {
                offset += 60;
            }

            _ambiguous |= (match.ZoneFlags & AtomFlags.Ambiguous) != 0;
        }

        // Midnight of a day is the hour at which it ends: 'at midnight on 20 June' is 21 June, 00:00.
        if (hour == 24)
        {
            hour = 0;
            if (day.TryGetDate(out DateOnly ends))
            {
                day = PartialDateTime.OfDay(Calendars.AddDays(ends, 1));
            }
        }

        return day.WithClock(hour, match.Minute, match.Second, offset);
    }

    private DateExpression Make(in DateMatch match, PartialDateTime? date, CalendarPeriod? period, TimeReference reference = TimeReference.None)
    {
        if (date is { IsResolved: false } && _anchor == DateAnchor.Explicit && match.Rule != DateRule.Set)
        {
            _anchor = DateAnchor.Unresolved;
        }

        return new DateExpression
        {
            Span = new TextSpan(match.Start, match.End),
            Type = date is { } d && d.HasTime ? match.Rule == DateRule.Set ? TimexType.Set : TimexType.Time : match.Type == TimexType.Time && date is { } x && !x.HasTime ? TimexType.Date : match.Type,
            Date = date,
            Period = period,
            Reference = reference,
            Modifier = match.Modifier,
            Interval = date is { } value ? Intervals.Of(value) : Stretch(match),
            Anchor = _anchor,
            AnchorDate = _anchorDate,
            Rule = match.Rule,
            IsAmbiguous = _ambiguous,
        };
    }

    // 'the past two months' ends today, 'the next two weeks' begin today.
    private readonly DateInterval? Stretch(in DateMatch match)
    {
        if (match.Rule != DateRule.Duration || match.Relation is not (DateRelation.Past or DateRelation.Coming) || _state.Today is not { } today || match.Period.VagueUnit != Grain.None || _state.IsNarrative)
        {
            return null;
        }

        int sign = match.Relation == DateRelation.Past ? -1 : 1;
        if (match.Period.Hours != 0 || match.Period.Minutes != 0 || match.Period.Seconds != 0)
        {
            return null;
        }

        DateOnly other = Intervals.Add(today, match.Period, sign);
        if (other == today)
        {
            return null;
        }

        return sign < 0 ? Intervals.Days(other, today) : Intervals.Days(today, other);
    }

    private DateExpression MakeSet(in DateMatch match)
    {
        PartialDateTime? pattern = match.Weekday != 0 ? PartialDateTime.OfWeekday(match.Weekday)
            : match.Month != 0 ? PartialDateTime.OfMonth(null, match.Month)
            : match.Part != 0 ? PartialDateTime.OfSeason(null, (Season)match.Part)
            : null;
        if (pattern is { } day && match.HasTime)
        {
            pattern = WithTime(day, match);
        }

        return Make(match, pattern, pattern is null ? match.Period : null);
    }

    private void CountFromToday()
    {
        _anchor = _state.Today is null ? DateAnchor.Unresolved : _state.TodayAnchor;
        _anchorDate = _state.Today is { } today ? PartialDateTime.OfDay(today) : null;
    }

    private void CountFrom(PartialDateTime date)
    {
        _anchor = DateAnchor.Previous;
        _anchorDate = date;
    }
}
