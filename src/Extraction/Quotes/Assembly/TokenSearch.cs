namespace Extraction;

/// <summary>Places in what is sorted by where it stands, in logarithmic time.</summary>
internal static class TokenSearch
{
    /// <summary>Index of the first run that begins at a token or after it.</summary>
    public static int FirstFrom<T>(ReadOnlySpan<T> sorted, int token)
        where T : struct, ITokenRun
    {
        int low = 0;
        int high = sorted.Length;
        while (low < high)
        {
            int middle = (low + high) >> 1;
            (low, high) = sorted[middle].First < token ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>Index of the token at a place of the text, or of the first one after it.</summary>
    public static int TokenAt(ReadOnlySpan<Token> tokens, int offset)
    {
        int low = 0;
        int high = tokens.Length;
        while (low < high)
        {
            int middle = (low + high) >> 1;
            (low, high) = tokens[middle].End <= offset ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
