namespace Extraction;

/// <summary>The stage's own copy of its options.</summary>
internal sealed record QuoteSettings(bool IncludeBeliefs, bool IncludeNested = false)
{
    public static QuoteSettings From(QuoteOptions options) => new(options.IncludeBeliefs, options.IncludeNested);
}
