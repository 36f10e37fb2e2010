using System.Collections.Immutable;

namespace Extraction;

/// <summary>The page's structure: its blocks and the furniture found in them.</summary>
/// <threadsafety>Immutable; safe from any thread.</threadsafety>
public sealed record ArticleLayout
{
    /// <summary>All blocks in text order, disjoint.</summary>
    public required ImmutableArray<Block> Blocks { get; init; }

    /// <summary>The headline, or null.</summary>
    public TextSpan? Title { get; init; }

    /// <summary>The byline, or null.</summary>
    public TextSpan? Byline { get; init; }

    /// <summary>The names in the bylines.</summary>
    public ImmutableArray<TextSpan> Authors { get; init; } = [];

    /// <summary>The agency's name, or null.</summary>
    public TextSpan? Agency { get; init; }

    /// <summary>The dateline, on its own line or at the head of the first paragraph, or null.</summary>
    public TextSpan? Dateline { get; init; }

    /// <summary>The tags, without <c>#</c> and label.</summary>
    public ImmutableArray<TextSpan> Tags { get; init; } = [];

    /// <summary>The publication time the page gives, or null.</summary>
    public Stamp? Published { get; init; }

    /// <summary>The time of the last update the page gives, or null.</summary>
    public Stamp? Updated { get; init; }

    /// <summary>The stamps of the page's furniture in text order, completed and with their roles decided; what the stage 'dates' reports for furniture.</summary>
    internal ImmutableArray<Timestamp> Stamps { get; init; } = [];
}
