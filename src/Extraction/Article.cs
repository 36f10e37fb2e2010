namespace Extraction;

/// <summary>The input: one article's raw text, with what the caller knows about it.</summary>
/// <threadsafety>Immutable; safe from any thread.</threadsafety>
public sealed record Article
{
    /// <summary>An article of which only the text is known.</summary>
    /// <param name="text">The raw text, any text at all; all offsets of the result count in it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public Article(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = text;
    }

    /// <summary>The raw text exactly as given.</summary>
    public string Text { get; }

    /// <summary>The caller's own name for the article, repeated in the result.</summary>
    /// <value>Null by default.</value>
    public string? Id { get; init; }

    /// <summary>When it was published; reference for relative dates such as 'Thursday'. Null: the time found in the article itself is used.</summary>
    /// <value>Null by default.</value>
    public PublicationTime? Published { get; init; }

    /// <summary>BCP 47 language of the text; only English is understood, the value is repeated in the result.</summary>
    /// <value><c>en</c> by default.</value>
    public string Language { get; init; } = "en";
}
