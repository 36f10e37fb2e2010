namespace Extraction;

/// <content>Web and e-mail addresses, handles and hashtags.</content>
internal ref partial struct TokenScanner
{
    private const int LongestLocalPart = 64;

    // Endings of host names that make "t.co/abc" an address without "http://"; those common in news pages.
    private static readonly HashLexicon TopLevelDomains = HashLexicon.OfWords("ac ai au biz br ca ch cn co com de edu es eu fr gl gov ie in info int io it jp ke ly mil net ng nl nz org pk ru tv ua uk us za");

    /// <summary>The word that has been scanned is the head of a web address.</summary>
    private readonly bool IsAddress(int start, int end, bool dotted)
    {
        char next = Peek(end);
        if (next == ':')
        {
            return Peek(end + 1) == '/' && Peek(end + 2) == '/' && end - start is >= 3 and <= 5 && _text[start..end] is "http" or "https" or "ftp" or "HTTP" or "HTTPS" or "Http" or "Https";
        }

        if (!dotted)
        {
            return false;
        }

        if (end - start > 4 && TextHash.Fold(_text[start]) == 'w' && TextHash.Fold(_text[start + 1]) == 'w' && TextHash.Fold(_text[start + 2]) == 'w' && _text[start + 3] == '.')
        {
            return true;
        }

        if (next != '/' || !CharClasses.IsWordChar(Peek(end + 1)))
        {
            return false;
        }

        int dot = end - 1;
        while (dot > start && end - dot <= 5 && _text[dot] != '.')
        {
            dot--;
        }

        return _text[dot] == '.' && TopLevelDomains.Find(TextHash.Lower(_text[(dot + 1)..end])) != 0;
    }

    private void Address(int start, int end)
    {
        while (end < _text.Length && !CharClasses.IsSpace(_text[end]) && _text[end] is not ('"' or '<' or '>' or '“' or '”' or '«' or '»' or '{' or '}' or '|'))
        {
            end++;
        }

        while (end > start + 1 && _text[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or '\'' or '’' or ']' or ')' or '…')
        {
            end--;
        }

        Emit(start, end, TokenKind.Url);
    }

    private void At()
    {
        int at = _at;
        if (!CharClasses.IsWordChar(Peek(at + 1)) && Peek(at + 1) != '_')
        {
            Emit(at, at + 1, TokenKind.Symbol);
            return;
        }

        if (at > 0 && CharClasses.IsWordChar(_text[at - 1]))
        {
            Email(at);
            return;
        }

        int end = at + 1;
        while (end < _text.Length && (CharClasses.IsWordChar(_text[end]) || _text[end] == '_'))
        {
            end++;
        }

        Emit(at, end, TokenKind.Handle);
    }

    /// <summary>The local part has been cut into tokens before the @ was seen: they are taken back.</summary>
    private void Email(int at)
    {
        int start = at;
        while (start > 0 && at - start < LongestLocalPart && (CharClasses.IsWordChar(_text[start - 1]) || _text[start - 1] is '.' or '_' or '-' or '+'))
        {
            start--;
        }

        int first = _tokens.Count;
        while (first > 0 && _tokens[first - 1].End > start)
        {
            first--;
        }

        if (_tokens[first].Kind == TokenKind.Email)
        {
            // "a@b@c": an address is not joined again, which would hash it once more for every @.
            Emit(at, at + 1, TokenKind.Symbol);
            return;
        }

        start = _tokens[first].Start;
        _position = _tokens[first].Flags & PositionFlags;
        _tokens.Truncate(first);
        int end = at + 1;
        while (end < _text.Length && (CharClasses.IsWordChar(_text[end]) || _text[end] == '_' || (_text[end] is '.' or '-' && CharClasses.IsWordChar(Peek(end + 1)))))
        {
            end++;
        }

        Emit(start, end, TokenKind.Email);
    }

    private void Hash()
    {
        int end = _at + 1;
        if (!CharClasses.IsLetter(Peek(end)))
        {
            Emit(_at, RunOf('#', _at), TokenKind.Symbol);
            return;
        }

        while (end < _text.Length && (CharClasses.IsWordChar(_text[end]) || _text[end] == '_'))
        {
            end++;
        }

        Emit(_at, end, TokenKind.Hashtag);
    }
}
