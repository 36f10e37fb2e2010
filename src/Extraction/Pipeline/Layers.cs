using System.Collections.Immutable;

namespace Extraction;

/// <summary>The layers that the library's own stages give.</summary>
public static class Layers
{
    /// <summary>Tokens in text order. The list belongs to the run: copy what must outlive it.</summary>
    public static Layer<TokenList> Tokens { get; } = new("tokens");

    /// <summary>Blocks and furniture.</summary>
    public static Layer<ArticleLayout> Layout { get; } = new("layout");

    /// <summary>Sentences in text order, disjoint.</summary>
    public static Layer<ImmutableArray<Sentence>> Sentences { get; } = new("sentences");

    /// <summary>Date and time expressions in text order, disjoint.</summary>
    public static Layer<ImmutableArray<DateExpression>> Dates { get; } = new("dates");

    /// <summary>Names as recognised, not yet linked, in text order, disjoint.</summary>
    public static Layer<ImmutableArray<Mention>> Mentions { get; } = new("mentions");

    /// <summary>Entities with linked mentions, in order of first mention.</summary>
    public static Layer<ImmutableArray<Entity>> Entities { get; } = new("entities");

    /// <summary>Content, cue and source as written, in text order of the content.</summary>
    public static Layer<ImmutableArray<Attribution>> Attributions { get; } = new("attributions");

    /// <summary>Quotes with their speakers resolved, in text order.</summary>
    public static Layer<ImmutableArray<Quote>> Quotes { get; } = new("quotes");
}
