namespace Extraction;

/// <summary>
/// Splits text into tokens by the Penn Treebank and Universal Dependencies conventions, in one pass, without changing the text: clitics apart (<c>do</c> <c>n't</c>,
/// <c>Smith</c> <c>’s</c>), the stop with its abbreviation (<c>U.S.</c>), addresses, handles, numbers and runs such as <c>--</c> whole.
/// Every character that is no white space lies in exactly one token.
/// </summary>
/// <threadsafety>Stateless; safe from any thread.</threadsafety>
public static class Tokenizer
{
    /// <summary>Clears <paramref name="into"/> and fills it with the tokens of <paramref name="text"/>, hyphenated words whole.</summary>
    public static void Tokenize(ReadOnlySpan<char> text, TokenList into)
    {
        ArgumentNullException.ThrowIfNull(into);
        into.Clear();
        new TokenScanner(text, into, splitHyphens: false, CancellationToken.None).Run();
    }

    /// <summary>Clears <paramref name="into"/> and fills it with the tokens of <paramref name="text"/>.</summary>
    public static void Tokenize(ReadOnlySpan<char> text, TokenList into, TokenOptions options)
    {
        ArgumentNullException.ThrowIfNull(into);
        ArgumentNullException.ThrowIfNull(options);
        into.Clear();
        new TokenScanner(text, into, options.SplitHyphens, CancellationToken.None).Run();
    }
}
