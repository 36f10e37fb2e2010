namespace Extraction;

/// <summary>
/// One token: where it stands, and what every stage asks of it (hashes and shape), computed once. The text itself stays in the article.
/// </summary>
/// <threadsafety>Immutable; safe from any thread.</threadsafety>
public readonly record struct Token
{
    /// <summary>A token whose hashes and shape are already known; see <see cref="Create"/> for the usual way.</summary>
    public Token(int start, int length, ulong hash, ulong lowerHash, TokenKind kind, TokenFlags flags)
    {
        Start = start;
        Length = length;
        Hash = hash;
        LowerHash = lowerHash;
        Kind = kind;
        Flags = flags;
    }

    /// <summary><see cref="TextHash.Exact"/> of its text.</summary>
    public ulong Hash { get; }

    /// <summary><see cref="TextHash.Lower"/> of its text.</summary>
    public ulong LowerHash { get; }

    /// <summary>Offset of its first UTF-16 code unit.</summary>
    public int Start { get; }

    /// <summary>Length in UTF-16 code units, at least one.</summary>
    public int Length { get; }

    /// <summary>Offset after its last code unit.</summary>
    public int End => Start + Length;

    /// <summary>What it is made of.</summary>
    public TokenKind Kind { get; }

    /// <summary>What can be seen of it.</summary>
    public TokenFlags Flags { get; }

    /// <summary>Where it stands.</summary>
    public TextSpan Span => new(Start, Start + Length);

    /// <summary>True where <paramref name="flags"/> are all set.</summary>
    public bool Has(TokenFlags flags) => (Flags & flags) == flags;

    /// <summary>Its text, without a copy.</summary>
    public ReadOnlySpan<char> In(ReadOnlySpan<char> text) => text.Slice(Start, Length);

    /// <summary>Makes a token of a stretch of text, computing hashes and shape; for a user's own tokenizer as for ours.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="start">Offset of the first code unit.</param>
    /// <param name="length">Length in code units, at least one.</param>
    /// <param name="kind">What it is made of.</param>
    /// <param name="position">The flags that its surroundings decide: <see cref="TokenFlags.SpaceBefore"/>, <see cref="TokenFlags.LineStart"/>, <see cref="TokenFlags.ParagraphStart"/>, <see cref="TokenFlags.EndsWithStop"/>.</param>
    public static Token Create(ReadOnlySpan<char> text, int start, int length, TokenKind kind, TokenFlags position)
    {
        ReadOnlySpan<char> word = text.Slice(start, length);
        (ulong exact, ulong lower) = TextHash.Both(word);
        int letters = 0;
        int uppers = 0;
        int digits = 0;
        TokenFlags flags = position;
        foreach (char c in word)
        {
            if (char.IsAsciiDigit(c))
            {
                digits++;
            }
            else if (char.IsLetter(c))
            {
                if (char.IsUpper(c))
                {
                    uppers++;
                    flags |= letters == 0 ? TokenFlags.Capitalized : TokenFlags.InnerCapital;
                }
                else
                {
                    flags |= TokenFlags.HasLower;
                }

                letters++;
            }
            else if (c is '-' or '\u2010' or '\u2011')
            {
                flags |= TokenFlags.HasHyphen;
            }
        }

        if (letters > 0)
        {
            flags |= TokenFlags.HasLetter;
            if (letters > 1 && uppers == letters)
            {
                flags |= TokenFlags.AllCaps;
            }
        }

        if (digits > 0)
        {
            flags |= TokenFlags.HasDigit;
            if (digits == length)
            {
                flags |= TokenFlags.AllDigits;
            }
        }

        return new Token(start, length, exact, lower, kind, flags);
    }
}
