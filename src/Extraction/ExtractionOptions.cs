namespace Extraction;

/// <summary>Options of the default pipeline. Each stage's own options hang below it.</summary>
/// <threadsafety>Mutable until the pipeline is built, which copies what it needs; not safe for concurrent change.</threadsafety>
public sealed class ExtractionOptions
{
    /// <summary>Whether the result keeps the tokens.</summary>
    /// <value>False by default.</value>
    public bool KeepTokens { get; set; }

    /// <summary>Longest text accepted, in UTF-16 code units; a longer one is the caller's mistake.</summary>
    /// <value><see cref="int.MaxValue"/> by default: no limit.</value>
    public int MaxTextLength { get; set; } = int.MaxValue;

    /// <summary>How kept tokens are handed over.</summary>
    public TokenOptions Tokens { get; } = new();

    /// <summary>Options of the stage 'layout'.</summary>
    public LayoutOptions Layout { get; } = new();

    /// <summary>Options of the stage 'sentences'.</summary>
    public SentenceOptions Sentences { get; } = new();

    /// <summary>Options of the stage 'dates'.</summary>
    public DateOptions Dates { get; } = new();

    /// <summary>Options of the stage 'entities'.</summary>
    public EntityOptions Entities { get; } = new();

    /// <summary>Options of the stage 'linking'.</summary>
    public LinkingOptions Linking { get; } = new();

    /// <summary>Options of the stage 'quotes'.</summary>
    public QuoteOptions Quotes { get; } = new();
}
