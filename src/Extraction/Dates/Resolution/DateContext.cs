namespace Extraction;

/// <summary>Looks at the words around a match for tense and cues.</summary>
internal readonly ref struct DateContext
{
    // How many atoms on either side may hold the clause's verb.
    private const int Window = 14;

    private readonly ReadOnlySpan<char> _text;
    private readonly ReadOnlySpan<Atom> _atoms;

    public DateContext(ReadOnlySpan<char> text, ReadOnlySpan<Atom> atoms)
    {
        _text = text;
        _atoms = atoms;
    }

    /// <summary>The tense of the clause around the atoms: +1 future, -1 past, 0 unknown.</summary>
    public int Tense(int first, int next)
    {
        int close = Preposition(first, next);
        return close != 0 ? close : ClauseTense(first, next);
    }

    /// <summary>As <see cref="Tense"/>, from the verbs alone.</summary>
    public int ClauseTense(int first, int next)
    {
        // 'Ahead of the visit, the ministry on Sunday issued a warning': the verb right behind is the clause's own.
        if (IsPastVerb(next))
        {
            return -1;
        }

        int back = Backward(first, next);
        return back != 0 ? back : Forward(next);
    }

    private bool IsPastVerb(int k) =>
        k < _atoms.Length && !_atoms[k].Has(AtomFlags.BlockStart)
        && (_atoms[k].Class == DateClass.PastCue ? !WordIs(k, "according") && !(k + 1 < _atoms.Length && _atoms[k + 1].Class == DateClass.To) : _atoms[k].Class is DateClass.Other or DateClass.Delay && EndsInEd(k));

    // 'by Monday', 'called a march for Thursday', 'as early as Tuesday', 'was pushed to Thursday', 'is on Friday'.
    private int Preposition(int first, int next)
    {
        if (first == 0)
        {
            return 0;
        }

        bool possessive = next < _atoms.Length && _atoms[next].Class == DateClass.Possessive;

        // 'before the November 24 poll'
        int preposition = first >= 2 && _atoms[first - 1].Class == DateClass.The && _atoms[first - 2].Class == DateClass.Before ? first - 2 : first - 1;
        switch (_atoms[preposition].Class)
        {
            case DateClass.Before when possessive:
                return Backward(first, next) < 1 ? -1 : 1;
            case DateClass.By or DateClass.Before:
                return HasAuxiliary(first, "had") || HasAuxiliary(first, "was", Window) || (OpensSentence(preposition) && Forward(next) < 0) ? -1 : 1;
            case DateClass.Until when IsDelay(preposition):
                return 1;
            case DateClass.Until when preposition > 0 && IsPastVerb(preposition - 1) && !FollowsBe(preposition - 1):
                // 'a debate which ran until Tuesday'
                return -1;
            case DateClass.Until:
                return HasAuxiliary(first, "had") || HasAuxiliary(first, "was") || HasAuxiliary(first, "were") || (OpensSentence(preposition) && Forward(next) < 0) ? -1 : 1;
        }

        switch (_atoms[first - 1].Class)
        {
            case DateClass.Prep when WordIs(first - 1, "through"):
                // 'The exhibition runs through Sunday'
                return ClauseTense(first, next) < 0 ? -1 : 1;
            case DateClass.Prep when WordIs(first - 1, "for"):
                return 1;
            case DateClass.Prep when WordIs(first - 1, "as"):
                return 1;
            case DateClass.From when next < _atoms.Length && _atoms[next].Class is not (DateClass.To or DateClass.Until):
                // 'From Monday, masks are optional'
                return ClauseTense(first, next) < 0 ? -1 : 1;
            case DateClass.To when first >= 2 && EndsInEd(first - 2):
                return 1;
            case DateClass.On when first >= 2 && _atoms[first - 2].Class == DateClass.PresentCue:
                return 1;
        }

        if (!possessive)
        {
            return 0;
        }

        // 'Wednesday's ruling': what has a name has mostly happened; 'In Saturday's final she meets the champion' is still to come.
        return HasHappened(next + 1) || (Backward(first, next) < 1 && Forward(next, throughComma: false) < 1) ? -1 : 0;
    }

    // 'looks for ways around Wednesday's ruling', 'will discuss Sunday's deadly attack'
    private bool HasHappened(int k)
    {
        for (int j = k; j < Math.Min(_atoms.Length, k + 3) && _atoms[j].Class is DateClass.Other or DateClass.Happening; j++)
        {
            if (_atoms[j].Class == DateClass.Happening)
            {
                return true;
            }
        }

        return false;
    }

    // 'the talks were called off until Monday', 'remanded in custody until Friday'
    private bool IsDelay(int until)
    {
        for (int k = until - 1; k >= Math.Max(0, until - 4); k--)
        {
            if (_atoms[k].Class == DateClass.Delay)
            {
                return true;
            }
        }

        return false;
    }

    private bool OpensSentence(int k) => k == 0 || _atoms[k].Has(AtomFlags.BlockStart | AtomFlags.LineStart) || _atoms[k - 1].Class == DateClass.Stop;

    private int Backward(int first, int next)
    {
        for (int k = first - 1; k >= Math.Max(0, first - Window); k--)
        {
            ref readonly Atom atom = ref _atoms[k];
            switch (atom.Class)
            {
                case DateClass.Stop or DateClass.Colon:
                    return 0;
                case DateClass.FutureCue when atom.Value == 6 && k > 0 && (WordIs(k - 1, "as") || _atoms[k - 1].Class == DateClass.Previously):
                    // 'as planned', 'as previously planned'
                    return -1;
                case DateClass.FutureCue when atom.Value != 4 || (k + 1 < _atoms.Length && _atoms[k + 1].Class is DateClass.To or DateClass.Prep):
                    // 'had been scheduled to expire Friday'
                    return HasAuxiliary(k, "had", 3) ? -1 : 1;
                case DateClass.Modal when WordIs(k, "could") && k + 1 < _atoms.Length && WordIs(k + 1, "be"):
                    // 'Neither could be located Wednesday' as well as 'could be ready Friday'
                    break;
                case DateClass.Modal:
                    return k + 1 < _atoms.Length && WordIs(k + 1, "have") ? -1 : 1;
                case DateClass.Month when atom.Value == 5 && !atom.Has(AtomFlags.Capital):
                    // 'Heads may collect the slips from Monday'
                    return k + 1 < _atoms.Length && WordIs(k + 1, "have") ? -1 : 1;
                case DateClass.That when Forward(next) is not 0 and int inner:
                    // 'He told the agency that the October elections would be the last': the clause has its own verb.
                    return inner;
                case DateClass.PresentCue when k + 1 < first && _atoms[k + 1].Class == DateClass.To && !WordIs(k, "be"):
                    return 1;
                case DateClass.PastCue when WordIs(k, "were") && k + 1 < first && _atoms[k + 1].Class == DateClass.To:
                    return 1;
                case DateClass.To when k + 1 < first && WordIs(k + 1, "be"):
                    return 1;
                case DateClass.PastCue:
                    if (!FollowsBe(k))
                    {
                        return -1;
                    }

                    break;
                case DateClass.Other when WordIs(k, "called") && k + 1 < first && WordIs(k + 1, "for"):
                    // 'called for a protest on Saturday'
                    return 1;
                case DateClass.Other or DateClass.Delay when EndsInEd(k) && !FollowsBe(k):
                    return -1;
            }

            if (atom.Has(AtomFlags.BlockStart))
            {
                return 0;
            }
        }

        return 0;
    }

    private int Forward(int next, bool throughComma = true)
    {
        for (int k = next; k < Math.Min(_atoms.Length, next + Window); k++)
        {
            ref readonly Atom atom = ref _atoms[k];
            if (atom.Has(AtomFlags.BlockStart))
            {
                return 0;
            }

            switch (atom.Class)
            {
                case DateClass.Stop or DateClass.Colon:
                case DateClass.Comma when !throughComma:
                    return 0;
                case DateClass.FutureCue when atom.Value is 2 or 5:
                    return 1;
                case DateClass.Modal when k <= next + 1:
                    return 1;
                case DateClass.PresentCue when k + 1 < _atoms.Length && _atoms[k + 1].Class == DateClass.To:
                    return 1;
                case DateClass.PastCue:
                    return -1;
                case DateClass.Other or DateClass.Delay when EndsInEd(k):
                    return -1;
            }
        }

        return 0;
    }

    /// <summary>'to be published', 'would be handed over', 'the case is heard in May': the participle says nothing of the time.</summary>
    private bool FollowsBe(int k) =>
        (k >= 1 && (WordIs(k - 1, "be") || WordIs(k - 1, "is") || WordIs(k - 1, "are") || WordIs(k - 1, "stay") || WordIs(k - 1, "remain"))) || (k >= 2 && WordIs(k - 2, "be"));

    private bool HasAuxiliary(int k, string word, int reach = 8)
    {
        for (int j = k - 1; j >= Math.Max(0, k - reach); j--)
        {
            if (_atoms[j].Class is DateClass.Stop or DateClass.Colon)
            {
                return false;
            }

            if (_atoms[j].Class == DateClass.PastCue && WordIs(j, word))
            {
                // 'had to meet redemptions by November' looks ahead.
                return _atoms[j + 1].Class != DateClass.To;
            }

            if (_atoms[j].Has(AtomFlags.BlockStart))
            {
                return false;
            }
        }

        return false;
    }

    private bool WordIs(int k, string word) => _text[_atoms[k].Start.._atoms[k].End].Equals(word, StringComparison.OrdinalIgnoreCase);

    private bool EndsInEd(int k)
    {
        ref readonly Atom atom = ref _atoms[k];
        return atom.End - atom.Start >= 4 && !atom.Has(AtomFlags.Capital) && _text[atom.End - 1] == 'd' && _text[atom.End - 2] == 'e';
    }
}
