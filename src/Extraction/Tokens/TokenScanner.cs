namespace Extraction;

/// <summary>
/// The tokenizer's one pass. Each kind of token is scanned by a method that starts at its first character; words that are plain ASCII letters, most of them,
/// are scanned, hashed and flagged in one loop.
/// </summary>
internal ref partial struct TokenScanner
{
    /// <summary>What only a token's surroundings tell.</summary>
    public const TokenFlags PositionFlags = TokenFlags.SpaceBefore | TokenFlags.LineStart | TokenFlags.ParagraphStart;
    private const int TokensPerCheck = 4096;

    private readonly ReadOnlySpan<char> _text;
    private readonly TokenList _tokens;
    private readonly bool _splitHyphens;
    private readonly CancellationToken _cancellation;
    private TokenFlags _position;
    private int _at;

    public TokenScanner(ReadOnlySpan<char> text, TokenList tokens, bool splitHyphens, CancellationToken cancellation)
    {
        _text = text;
        _tokens = tokens;
        _splitHyphens = splitHyphens;
        _cancellation = cancellation;
        _position = PositionFlags;
        _at = 0;
    }

    /// <summary>Reads on from an offset, hyphenated words whole, as if the token there stood in the position told.</summary>
    public TokenScanner(ReadOnlySpan<char> text, TokenList tokens, int start, TokenFlags position)
        : this(text, tokens, splitHyphens: false, CancellationToken.None)
    {
        _position = position;
        _at = start;
    }

    public void Run()
    {
        int breaks = 0;
        int check = TokensPerCheck;
        while (_at < _text.Length)
        {
            char c = _text[_at];
            CharClass kind = CharClasses.Of(c);
            if (kind == CharClass.Space)
            {
                _position |= TokenFlags.SpaceBefore;
                _at++;
                continue;
            }

            if (kind == CharClass.LineBreak)
            {
                _position |= TokenFlags.SpaceBefore | TokenFlags.LineStart;
                if (c != '\r' || Peek(_at + 1) != '\n')
                {
                    breaks++;
                }

                if (breaks > 1)
                {
                    _position |= TokenFlags.ParagraphStart;
                }

                _at++;
                continue;
            }

            switch (kind)
            {
                case CharClass.Letter or CharClass.Upper:
                    Word();
                    break;
                case CharClass.Digit:
                    Number();
                    break;
                case CharClass.Stop:
                    Stop();
                    break;
                case CharClass.Mark:
                    Mark(c);
                    break;
                case CharClass.Apostrophe:
                    Apostrophe(c);
                    break;
                case CharClass.Bang:
                    Emit(_at, RunOfBangs(_at), TokenKind.Punctuation);
                    break;
                case CharClass.Hyphen:
                    Emit(_at, RunOf(c, _at), TokenKind.Punctuation);
                    break;
                case CharClass.Repeated:
                    Emit(_at, RunOf(c, _at), TokenKind.Symbol);
                    break;
                case CharClass.Underscore:
                    Underscore(c);
                    break;
                case CharClass.At:
                    At();
                    break;
                case CharClass.Hash:
                    Hash();
                    break;
                case CharClass.Surrogate:
                    Surrogate();
                    break;
                default:
                    Emit(_at, _at + 1, TokenKind.Symbol);
                    break;
            }

            breaks = 0;
            if (--check == 0)
            {
                _cancellation.ThrowIfCancellationRequested();
                check = TokensPerCheck;
            }
        }
    }

    /// <summary>The character at an offset, or NUL outside the text.</summary>
    private readonly char Peek(int i) => (uint)i < (uint)_text.Length ? _text[i] : '\0';

    /// <summary>Nothing but white space, or an opening mark, stands before the offset.</summary>
    private readonly bool StartsWord(int i) => i == 0 || CharClasses.IsSpace(_text[i - 1]) || _text[i - 1] is '(' or '[' or '"' or '“' or '‘' or '<' or '$' or '—' or '–';

    private readonly int RunOf(char c, int i)
    {
        do
        {
            i++;
        }
        while (i < _text.Length && _text[i] == c);
        return i;
    }

    private readonly int RunOfBangs(int i)
    {
        do
        {
            i++;
        }
        while (i < _text.Length && CharClasses.Of(_text[i]) == CharClass.Bang);
        return i;
    }

    private void Emit(int start, int end, TokenKind kind)
    {
        Token token = Token.Create(_text, start, end - start, kind, _position);
        if (_splitHyphens && HyphenSplitter.Concerns(token))
        {
            HyphenSplitter.Append(_text, token, _tokens);
        }
        else
        {
            _tokens.Add(token);
        }

        _position = TokenFlags.None;
        _at = end;
    }
}
