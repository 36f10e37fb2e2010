using System.Collections.Immutable;

namespace Extraction;

/// <summary>Finds and resolves the date and time expressions of a text in one call, without a pipeline.</summary>
/// <threadsafety>Stateless; safe from any thread.</threadsafety>
public static class DateParser
{
    /// <summary>The expressions of <paramref name="text"/> with default options.</summary>
    /// <param name="text">Any text; spans count in it.</param>
    /// <param name="reference">What 'Thursday' and 'last week' are counted from; null leaves X for what is unknown.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static ImmutableArray<DateExpression> Parse(string text, PublicationTime? reference) => Parse(text, reference, new DateOptions());

    /// <summary>The expressions of <paramref name="text"/>.</summary>
    /// <param name="text">Any text; spans count in it.</param>
    /// <param name="reference">What 'Thursday' and 'last week' are counted from; null leaves X for what is unknown.</param>
    /// <param name="options">How to read them.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> or <paramref name="options"/> is null.</exception>
    public static ImmutableArray<DateExpression> Parse(string text, PublicationTime? reference, DateOptions options)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(options);
        var tokens = new TokenList();
        Tokenizer.ReadWords(text, tokens);
        return DateFinder.Find(text, tokens.Span, null, reference, options, new DateScratch(), CancellationToken.None);
    }
}
