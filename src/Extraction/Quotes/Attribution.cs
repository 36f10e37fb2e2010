using System.Collections.Immutable;

namespace Extraction;

/// <summary>
/// An attribution relation in the sense of PARC and PolNeAR: content, cue and source as written, before the source is resolved to an entity.
/// </summary>
/// <threadsafety>Immutable; safe from any thread.</threadsafety>
public sealed record Attribution
{
    /// <summary>How much of the content stands in quotation marks.</summary>
    public required QuoteKind Kind { get; init; }

    /// <summary>What was said, quotation marks included; several pieces where a quotation is split; in text order.</summary>
    public required ImmutableArray<TextSpan> Content { get; init; }

    /// <summary>The words that mark the attribution ('said', 'according to'), or null.</summary>
    public TextSpan? Cue { get; init; }

    /// <summary>What the cue tells.</summary>
    public CueClass CueClass { get; init; }

    /// <summary>The whole noun phrase of the speaker as written, or null.</summary>
    public TextSpan? Source { get; init; }

    /// <summary>True for what somebody else says within a quotation: 'Go home' in "The mayor told me, 'Go home,'".</summary>
    public bool IsNested { get; init; }

    /// <summary>Calibrated probability that the source is right, 0 to 1.</summary>
    public float Confidence { get; init; }

    /// <summary>What made the source: a rule's name or the model's strongest reason.</summary>
    public string? Reason { get; init; }
}
