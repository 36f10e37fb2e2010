namespace Extraction;

/// <summary>
/// The grammar over the atoms of one block: from each atom that can begin an expression, the longest reading wins. Every rule looks ahead a bounded
/// number of atoms, so the cost is linear whatever the text.
/// </summary>
internal ref partial struct DateGrammar
{
    private static readonly bool[] Starts = MakeStarts();

    private readonly ReadOnlySpan<char> _text;
    private readonly ReadOnlySpan<Atom> _atoms;
    private readonly DateOptions _options;
    private readonly DateLexicon _lexicon;

    public DateGrammar(ReadOnlySpan<char> text, ReadOnlySpan<Atom> atoms, DateOptions options)
    {
        _text = text;
        _atoms = atoms;
        _options = options;
        _lexicon = DateLexicon.Instance;
    }

    /// <summary>Appends all expressions, in text order; <paramref name="offset"/> is added to their atoms' indices.</summary>
    public readonly void Run(List<DateMatch> into, int offset)
    {
        int i = 0;
        while (i < _atoms.Length)
        {
            if (!Starts[(int)_atoms[i].Class] && !_atoms[i].Has(AtomFlags.Holiday) && !(C(i + 1) == DateClass.Now && WordIs(i, "right")))
            {
                i++;
                continue;
            }

            int next = Match(i, out DateMatch match);
            if (next <= i)
            {
                i++;
                continue;
            }

            if (match.IsImpossible || IsQuotedTitle(i, next))
            {
                i = next;
                continue;
            }

            match.First = i + offset;
            match.Next = next + offset;
            match.Start = _atoms[i].Start;
            match.End = EndOf(next - 1);
            into.Add(match);
            i = next;
            if (match.Month != 0 && match.Rule is DateRule.CalendarDay && !match.HasTime)
            {
                i = ListAfter(i, into, offset);
            }
        }
    }

    // "60 Minutes", "This Week": capitals throughout, and nothing else between the marks.
    private readonly bool IsQuotedTitle(int i, int next)
    {
        if (next < i + 2 || !IsQuote(_atoms[i].Start - 1) || !Is(next - 1, AtomFlags.Capital) || Is(next - 1, AtomFlags.AllCaps) || !IsUnit(next - 1))
        {
            return false;
        }

        int end = EndOf(next - 1);
        return IsQuote(end) || ((uint)end < (uint)_text.Length && _text[end] is ',' or '.' && IsQuote(end + 1));
    }

    private static bool[] MakeStarts()
    {
        bool[] starts = new bool[256];
        foreach (DateClass c in (ReadOnlySpan<DateClass>)
            [
                DateClass.A, DateClass.Approx, DateClass.At, DateClass.Bc, DateClass.Boundary, DateClass.Cardinal, DateClass.Coming, DateClass.Corresponding, DateClass.Couple,
                DateClass.Current, DateClass.DayPart, DateClass.DayParts, DateClass.DecadeWord, DateClass.Each, DateClass.Earlier, DateClass.Early, DateClass.End, DateClass.Few,
                DateClass.Fiscal, DateClass.Following, DateClass.Formerly, DateClass.Frequency, DateClass.Future, DateClass.Half, DateClass.Hundreds, DateClass.Just, DateClass.Last,
                DateClass.Late, DateClass.Later, DateClass.Latest, DateClass.Less, DateClass.Magnitude, DateClass.Mid, DateClass.Month, DateClass.More, DateClass.Next, DateClass.Noon,
                DateClass.Now, DateClass.Once, DateClass.Ordinal, DateClass.Overnight, DateClass.Past, DateClass.Per, DateClass.Prep, DateClass.Previous, DateClass.Previously,
                DateClass.Recent, DateClass.Recently, DateClass.Rest, DateClass.Same, DateClass.Season, DateClass.Seasons, DateClass.Several, DateClass.Soon, DateClass.That,
                DateClass.The, DateClass.These, DateClass.This, DateClass.Time, DateClass.Today, DateClass.Tonight, DateClass.Unit, DateClass.Units, DateClass.UnitAdj, DateClass.Up,
                DateClass.Weekday, DateClass.Weekdays, DateClass.WeekLong, DateClass.Aged, DateClass.Moment,
                DateClass.Digits, DateClass.Decimal, DateClass.Fraction, DateClass.OrdinalDigits, DateClass.Clock, DateClass.IsoDate, DateClass.NumericDate, DateClass.DecadeDigits,
                DateClass.QuarterCode, DateClass.HalfCode, DateClass.FiscalCode,
            ])
        {
            starts[(int)c] = true;
        }

        return starts;
    }

    /// <summary>The class at <paramref name="i"/>; <see cref="DateClass.None"/> outside the block.</summary>
    private readonly DateClass C(int i) => (uint)i < (uint)_atoms.Length ? _atoms[i].Class : DateClass.None;

    private readonly bool Is(int i, AtomFlags flag) => (uint)i < (uint)_atoms.Length && (_atoms[i].Flags & flag) != 0;

    private readonly int V(int i) => _atoms[i].Value;

    private readonly bool Hyphen(int i) => Is(i, AtomFlags.HyphenBefore);

    private readonly ReadOnlySpan<char> Word(int i) => (uint)i < (uint)_atoms.Length ? _text[_atoms[i].Start.._atoms[i].End] : default;

    private readonly bool WordIs(int i, ReadOnlySpan<char> lower) => Word(i).Equals(lower, StringComparison.OrdinalIgnoreCase);

    // A word that means nothing to the grammar by itself.
    private readonly bool IsPlainWord(int i) => C(i) is DateClass.Other or DateClass.Happening or DateClass.Sport or DateClass.Award or DateClass.Delay;

    private readonly bool IsLowerWord(int i) => IsPlainWord(i) && char.IsLower(_text[_atoms[i].Start]);

    private readonly bool IsCapitalWord(int i) => IsPlainWord(i) && char.IsUpper(_text[_atoms[i].Start]);

    private readonly bool StartsSentence(int i) => Is(i, AtomFlags.BlockStart) || C(i - 1) is DateClass.None or DateClass.Stop or DateClass.Colon;

    private readonly int EndOf(int i) => _atoms[i].End;

    /// <summary>Skips one comma.</summary>
    private readonly int Comma(int i) => C(i) == DateClass.Comma ? i + 1 : i;

    /// <summary>Keeps the longer reading; of two equally long the first.</summary>
    private static void Longest(int next, in DateMatch match, ref int best, ref DateMatch into)
    {
        if (next > best)
        {
            best = next;
            into = match;
        }
    }

    private readonly int Match(int i, out DateMatch match)
    {
        int best = TryCore(i, out match);
        Longest(TryModified(i, out DateMatch m), m, ref best, ref match);
        return best;
    }

    private readonly int TryCore(int i, out DateMatch match)
    {
        int best = TryTimed(i, out match);
        Longest(TryCalendar(i, out DateMatch m), m, ref best, ref match);
        Longest(TryRelative(i, out m), m, ref best, ref match);
        Longest(TrySet(i, out m), m, ref best, ref match);
        Longest(TryDuration(i, out m), m, ref best, ref match);
        Longest(TryListItem(i, out m), m, ref best, ref match);
        Longest(TryReference(i, out m), m, ref best, ref match);
        if (C(i) is DateClass.The or DateClass.Last or DateClass.Ordinal or DateClass.OrdinalDigits)
        {
            Longest(TryOrdinalInPeriod(i, out m), m, ref best, ref match);
        }

        return best;
    }
}
