namespace Extraction;

/// <summary>Looks at the words around a match for tense and cues.</summary>
internal readonly ref struct DateContext
{
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
        int back = Backward(first);
        return back != 0 ? back : Forward(next);
    }

    private int Backward(int first)
    {
        for (int k = first - 1; k >= Math.Max(0, first - Window); k--)
        {
            ref readonly Atom atom = ref _atoms[k];
            switch (atom.Class)
            {
                case DateClass.Stop or DateClass.Colon:
                    return 0;
                case DateClass.Until when k >= first - 2:
                    return 1;
                case DateClass.FutureCue:
                    return 1;
                case DateClass.PastCue:
                    return -1;
                case DateClass.Other when IsPastForm(k):
                    return -1;
            }

            if (atom.Has(AtomFlags.BlockStart))
            {
                return 0;
            }
        }

        return 0;
    }

    private int Forward(int next)
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
                    return 0;
                case DateClass.FutureCue when atom.Value == 2:
                    return 1;
                case DateClass.PastCue:
                    return -1;
                case DateClass.Other when IsPastForm(k):
                    return -1;
            }
        }

        return 0;
    }

    private bool IsPastForm(int k)
    {
        ref readonly Atom atom = ref _atoms[k];
        if (atom.End - atom.Start < 4 || atom.Has(AtomFlags.Capital))
        {
            return false;
        }

        return _text[atom.End - 1] == 'd' && _text[atom.End - 2] == 'e';
    }
}
