namespace Extraction;

/// <summary>Splits hyphenated words as Universal Dependencies does since 2.0: <c>state-funded</c> is three tokens, <c>re-elected</c>, <c>e-mail</c> and <c>303-555-0160</c> are one.</summary>
internal static class HyphenSplitter
{
    private const int LongestPrefix = 5;

    // The prefixes that UD leaves on their words.
    private static readonly HashLexicon Prefixes = HashLexicon.OfWords("anti co cross e ex inter mid mini mis multi non over pan post pre pro re semi sub un vice");

    /// <summary>Whether a token may be more than one here; addresses, handles and hashtags never are.</summary>
    public static bool Concerns(in Token token) => token.Has(TokenFlags.HasHyphen) && token.Kind is TokenKind.Word or TokenKind.Number;

    /// <summary>Appends the parts of a token that <see cref="Concerns"/> it.</summary>
    public static void Append(ReadOnlySpan<char> text, in Token token, TokenList into)
    {
        TokenFlags position = token.Flags & TokenScanner.PositionFlags;
        int start = token.Start;
        for (int i = start + 1; i + 1 < token.End; i++)
        {
            if (CharClasses.Of(text[i]) != CharClass.Hyphen || Binds(text, start, i))
            {
                continue;
            }

            if (i > start)
            {
                AppendPart(text, start, i, position, into);
                position = TokenFlags.None;
            }

            into.Add(Token.Create(text, i, 1, TokenKind.Punctuation, position));
            position = TokenFlags.None;
            start = i + 1;
        }

        // The last part keeps the stop that its word had: "Lloyd-Jones Jr.-Smith Inc."
        if (start == token.Start || token.Has(TokenFlags.EndsWithStop))
        {
            into.Add(Token.Create(text, start, token.End - start, KindAt(text, start), position | (token.Flags & TokenFlags.EndsWithStop)));
        }
        else
        {
            AppendPart(text, start, token.End, position, into);
        }
    }

    private static TokenKind KindAt(ReadOnlySpan<char> text, int start) => CharClasses.IsDigit(text[start]) ? TokenKind.Number : TokenKind.Word;

    // A part is read like a text of its own, so that "can't-miss" gives its clitic.
    private static void AppendPart(ReadOnlySpan<char> text, int start, int end, TokenFlags position, TokenList into) =>
        new TokenScanner(text[..end], into, start, position).Run();

    private static bool Binds(ReadOnlySpan<char> text, int start, int hyphen) =>
        CharClasses.IsDigit(text[start])
            ? CharClasses.IsDigit(text[hyphen - 1]) && CharClasses.IsDigit(text[hyphen + 1]) && IsTelephone(text, hyphen)
            : hyphen - start <= LongestPrefix && Prefixes.Find(TextHash.Lower(text[start..hyphen])) != 0;

    /// <summary>UD keeps telephone and post codes whole (<c>303-555-0160</c>) and splits ranges (<c>2000-2006</c>, <c>3-5</c>): two digits at most before the hyphen and four after are a range.</summary>
    private static bool IsTelephone(ReadOnlySpan<char> text, int hyphen)
    {
        int after = 0;
        while (after < 5 && hyphen + 1 + after < text.Length && CharClasses.IsDigit(text[hyphen + 1 + after]))
        {
            after++;
        }

        int before = 0;
        while (before < 5 && hyphen - 1 - before >= 0 && CharClasses.IsDigit(text[hyphen - 1 - before]))
        {
            before++;
        }

        return before >= 3 && after >= 3 && !(before == 4 && after == 4);
    }
}
