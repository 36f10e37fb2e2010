using System.Collections.Immutable;

namespace Extraction;

/// <summary>Gives the matches of a text their values, in text order, from the publication date and from what the text has told before.</summary>
internal ref partial struct DateResolver
{
    // Without a publication date '30 is 2030 and '31 is 1931.
    private const int LatestTwoDigitYear = 2030;

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
}
