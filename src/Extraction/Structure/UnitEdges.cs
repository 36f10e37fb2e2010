namespace Extraction;

/// <summary>What a line of a page begins and ends with, as numbers for its <see cref="UnitShape"/>.</summary>
internal static class UnitEdges
{
    /// <summary>What a line may begin with: 0 a small letter, 1 a capital, 2 a digit, 3 a quotation mark, 4 an opening bracket, 5 a bullet or dash, 6 a hash or an at sign, 7 any other mark.</summary>
    public static byte First(char c, Token token) => c switch
    {
        '"' or '“' or '‘' or '\'' or '«' or '„' => 3,
        '(' or '[' => 4,
        '*' or '•' or '-' or '–' or '—' or '·' or '»' or '>' or '●' or '■' or '▪' => 5,
        '#' or '@' => 6,
        _ => token.Has(TokenFlags.Capitalized) ? (byte)1 : char.IsDigit(c) ? (byte)2 : token.Has(TokenFlags.HasLetter) ? (byte)0 : (byte)7,
    };

    /// <summary>What a line may end with: 0 a letter or digit, 1 a stop, 2 a stop and closing marks, 3 a colon, 4 a comma, dash or semicolon, 5 a closing quotation mark, 6 a closing bracket, 7 an ellipsis, 8 any other mark.</summary>
    public static byte Last(ReadOnlySpan<char> text, ReadOnlySpan<Token> own)
    {
        Token last = own[^1];
        char c = text[last.End - 1];
        if (c is '"' or '”' or '’' or '\'' or ')' or ']' && own.Length > 1)
        {
            char before = text[own[^2].End - 1];
            return before is '.' or '!' or '?' or ',' ? (byte)2 : c is ')' or ']' ? (byte)6 : (byte)5;
        }

        return c switch
        {
            '.' when last.Length > 2 && last.Kind == TokenKind.Punctuation => 7,
            '…' => 7,
            '.' or '!' or '?' => 1,
            ':' => 3,
            ',' or ';' or '-' or '–' or '—' => 4,
            _ => char.IsLetterOrDigit(c) ? (byte)0 : (byte)8,
        };
    }
}
