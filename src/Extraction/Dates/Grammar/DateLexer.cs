using System.Runtime.InteropServices;

namespace Extraction;

/// <summary>
/// Tokens to atoms: one look-up for a plain word; words with hyphens are cut at them, figures are read from the characters, so that the grammar
/// does not depend on where the tokenizer cuts <c>mid-1990s</c>, <c>10:30</c> or <c>20March2012</c>.
/// </summary>
internal ref struct DateLexer
{
    private readonly ReadOnlySpan<char> _text;
    private readonly DateLexicon _lexicon;
    private readonly List<Atom> _atoms;
    private int _position;
    private bool _hyphen;
    private AtomFlags _pending;

    public DateLexer(ReadOnlySpan<char> text, List<Atom> into)
    {
        _text = text;
        _lexicon = DateLexicon.Instance;
        _atoms = into;
    }

    /// <summary>Appends the atoms of one block's tokens.</summary>
    public void Block(ReadOnlySpan<Token> tokens)
    {
        _pending = AtomFlags.BlockStart | AtomFlags.SpaceBefore;
        _hyphen = false;
        for (int i = 0; i < tokens.Length; i++)
        {
            ref readonly Token token = ref tokens[i];
            if (token.End <= _position)
            {
                continue;
            }

            TokenFlags flags = token.Flags;
            if ((flags & TokenFlags.LineStart) != 0)
            {
                _pending |= AtomFlags.LineStart;
            }

            bool space = (flags & TokenFlags.SpaceBefore) != 0 && token.Start >= _position;
            if (token.Kind is TokenKind.Url or TokenKind.Email or TokenKind.Handle)
            {
                Add(token.Start, token.End, space, default);
                continue;
            }

            if (token.Start >= _position && (flags & (TokenFlags.HasDigit | TokenFlags.HasHyphen)) == 0)
            {
                Word(token, space);
                continue;
            }

            // A token inside of which a figure has ended already goes on from there.
            Pieces(Math.Max(token.Start, _position), token.End, space, token.Flags);
        }
    }

    private void Word(in Token token, bool space)
    {
        DateWord word = _lexicon[token.LowerHash];
        int start = token.Start;
        int end = token.End;
        char first = _text[start];
        if ((token.Flags & TokenFlags.HasLetter) == 0)
        {
            if (IsHyphen(first) && token.Length == 1)
            {
                bool spaceAfter = end >= _text.Length || char.IsWhiteSpace(_text[end]);
                if (!space && !spaceAfter && _atoms.Count > 0)
                {
                    _hyphen = true;
                    _position = end;
                    return;
                }

                word = new DateWord(DateClass.Dash, 0, DateWordFlags.None);
            }
            else if (IsApostrophe(first) && token.Length == 1)
            {
                // '70s, '98: the mark belongs to the figure; elsewhere it may be a possessive or a quotation mark.
                if (end < _text.Length && char.IsAsciiDigit(_text[end]))
                {
                    Pieces(start, end, space, token.Flags);
                    return;
                }

                word = new DateWord(space ? DateClass.Other : DateClass.Possessive, 0, DateWordFlags.None);
            }
            else if (first is '(' or '[' or ')' or ']' or '.' or ',' && token.Length > 1)
            {
                word = default;
            }
        }
        else if (word.Class == DateClass.AmPm && _text[end - 1] != '.' && end < _text.Length && _text[end] == '.' && _text[end - 2] == '.')
        {
            // 'p.m' and '.' as two tokens.
            end++;
        }

        Add(start, end, space, word);
        if ((token.Flags & TokenFlags.Capitalized) != 0)
        {
            Last.Flags |= AtomFlags.Capital;
        }

        if ((token.Flags & TokenFlags.AllCaps) != 0)
        {
            Last.Flags |= AtomFlags.AllCaps;
        }
    }

    private ref Atom Last => ref CollectionsMarshal.AsSpan(_atoms)[^1];

    private static bool IsHyphen(char c) => c is '-' or '\u2010' or '\u2011' or '\u2012' or '\u2013';

    private static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u2018' or '`';

    private void Pieces(int start, int end, bool space, TokenFlags tokenFlags)
    {
        int i = start;
        bool afterLetters = i > 0 && !space && i == _position && char.IsLetter(_text[i - 1]);
        bool glued = afterLetters || (i > 0 && !space && i == _position && char.IsDigit(_text[i - 1]));
        while (i < end)
        {
            char c = _text[i];
            if (IsHyphen(c))
            {
                bool inner = i > 0 && !char.IsWhiteSpace(_text[i - 1]) && i + 1 < _text.Length && !char.IsWhiteSpace(_text[i + 1]);
                if (inner)
                {
                    _hyphen = true;
                }
                else
                {
                    Add(i, i + 1, space, new DateWord(DateClass.Dash, 0, DateWordFlags.None));
                }

                i++;
                _position = i;
                space = false;
                glued = false;
                afterLetters = false;
                continue;
            }

            if (!glued && NumberScanner.ScanCode(_text, i, _atoms) is > 0 and int code)
            {
                Last.Flags |= Position(space);
                i = code;
                _position = i;
                space = false;
                continue;
            }

            if (char.IsAsciiDigit(c) || (IsApostrophe(c) && i + 1 < _text.Length && char.IsAsciiDigit(_text[i + 1]) && (i == 0 || !char.IsLetterOrDigit(_text[i - 1]))))
            {
                int before = _atoms.Count;
                i = NumberScanner.Scan(_text, i, _atoms);
                for (int k = before; k < _atoms.Count; k++)
                {
                    ref Atom atom = ref CollectionsMarshal.AsSpan(_atoms)[k];
                    if (k == before)
                    {
                        atom.Flags |= Position(space);
                    }

                    if (afterLetters)
                    {
                        atom.Flags |= AtomFlags.GluedToWord;
                    }
                }

                _position = i;
                space = false;
                glued = true;
                afterLetters = false;
                continue;
            }

            int stop = i + 1;
            bool letters = char.IsLetter(c);
            while (stop < end && !IsHyphen(_text[stop]) && letters == char.IsLetter(_text[stop]) && !char.IsAsciiDigit(_text[stop]))
            {
                stop++;
            }

            // a.m. and the like keep their stops; 'Sept.' its stop.
            if (letters && stop < end && _text[stop] == '.')
            {
                int dotted = stop;
                while (dotted < end && (char.IsLetter(_text[dotted]) || _text[dotted] == '.'))
                {
                    dotted++;
                }

                if (_lexicon.Find(_text[i..dotted]).Class != DateClass.Other)
                {
                    stop = dotted;
                }
            }

            DateWord word = _lexicon.Find(_text[i..stop]);
            Add(i, stop, space, word);
            if (char.IsUpper(c))
            {
                Last.Flags |= AtomFlags.Capital;
            }

            if (glued && letters)
            {
                Last.Flags |= AtomFlags.Glued;
            }

            i = stop;
            _position = i;
            space = false;
            glued = letters;
            afterLetters = letters;
        }
    }

    private AtomFlags Position(bool space)
    {
        AtomFlags flags = _pending | (space ? AtomFlags.SpaceBefore : 0) | (_hyphen ? AtomFlags.HyphenBefore : 0);
        _pending = AtomFlags.None;
        _hyphen = false;
        return flags;
    }

    private void Add(int start, int end, bool space, DateWord word)
    {
        AtomFlags flags = Position(space);
        if (word.Flags != DateWordFlags.None)
        {
            flags |= ((word.Flags & DateWordFlags.Abbreviation) != 0 ? AtomFlags.Abbreviation : 0)
                | ((word.Flags & DateWordFlags.Ambiguous) != 0 ? AtomFlags.Ambiguous : 0)
                | ((word.Flags & DateWordFlags.UnitedStates) != 0 ? AtomFlags.UnitedStates : 0)
                | ((word.Flags & DateWordFlags.Europe) != 0 ? AtomFlags.Europe : 0)
                | ((word.Flags & DateWordFlags.Holiday) != 0 ? AtomFlags.Holiday : 0)
                | ((word.Flags & DateWordFlags.Special) != 0 ? AtomFlags.Special : 0);
        }

        _atoms.Add(new Atom { Start = start, End = end, Class = word.Class, Value = word.Value, Flags = flags });
        _position = end;
    }
}
