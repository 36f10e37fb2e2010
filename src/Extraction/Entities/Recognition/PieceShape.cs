namespace Extraction;

/// <summary>Shapes of words as hashes: letters as X or x, digits as d, other marks as they are; the full one to eight characters, the short one without repeats.</summary>
internal static class PieceShape
{
    public static (ulong Full, ulong Short) Of(ReadOnlySpan<char> word, bool asTitle)
    {
        ulong full = 1469598103934665603;
        ulong brief = 1469598103934665603;
        char last = '\0';
        int length = 0;
        bool first = true;
        foreach (char c in word)
        {
            char kind;
            if (char.IsAsciiLetterLower(c))
            {
                kind = 'x';
            }
            else if (char.IsAsciiLetterUpper(c))
            {
                kind = asTitle && !first ? 'x' : 'X';
            }
            else if (char.IsDigit(c))
            {
                kind = 'd';
            }
            else if (char.IsLetter(c))
            {
                kind = char.IsUpper(c) && !(asTitle && !first) ? 'X' : 'x';
            }
            else
            {
                kind = c == '’' ? '\'' : c;
            }

            first &= !char.IsLetter(c);
            if (length++ < 8)
            {
                full = (full ^ kind) * 1099511628211;
            }

            if (kind != last)
            {
                brief = (brief ^ kind) * 1099511628211;
                last = kind;
            }
        }

        return (full, brief);
    }
}
