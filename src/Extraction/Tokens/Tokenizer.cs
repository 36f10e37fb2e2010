namespace Extraction;

/// <summary>
/// Splits text into tokens by the Penn Treebank and Universal Dependencies conventions, in one pass, without changing the text: clitics apart (<c>do</c> <c>n't</c>,
/// <c>Smith</c> <c>’s</c>), the stop with its abbreviation (<c>U.S.</c>), addresses, handles, numbers and runs such as <c>--</c> whole, hyphenated words split unless
/// the options say otherwise. Every character that is no white space lies in exactly one token.
/// </summary>
/// <threadsafety>Stateless; safe from any thread.</threadsafety>
public static class Tokenizer
{
    /// <summary>Clears <paramref name="into"/> and fills it with the tokens of <paramref name="text"/>, hyphenated words split.</summary>
    public static void Tokenize(ReadOnlySpan<char> text, TokenList into) => Tokenize(text, into, splitHyphens: true);

    /// <summary>Clears <paramref name="into"/> and fills it with the tokens of <paramref name="text"/>.</summary>
    public static void Tokenize(ReadOnlySpan<char> text, TokenList into, TokenOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Tokenize(text, into, options.SplitHyphens);
    }

    /// <summary>What the layer 'tokens' holds and every model was trained on: hyphenated words whole.</summary>
    internal static void ReadWords(ReadOnlySpan<char> text, TokenList into) => Tokenize(text, into, splitHyphens: false);

    private static void Tokenize(ReadOnlySpan<char> text, TokenList into, bool splitHyphens)
    {
        ArgumentNullException.ThrowIfNull(into);
        into.Clear();
        new TokenScanner(text, into, splitHyphens, CancellationToken.None).Run();
    }
}
