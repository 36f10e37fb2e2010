using System.Collections.Immutable;

namespace Extraction;

/// <summary>A quote: what was said, how it is marked, who said it.</summary>
/// <threadsafety>Immutable; safe from any thread.</threadsafety>
public sealed record Quote
{
    /// <summary>How much of the content stands in quotation marks.</summary>
    public required QuoteKind Kind { get; init; }

    /// <summary>From the first content piece's start to the last one's end.</summary>
    public TextSpan Span => new(Content[0].Start, Content[^1].End);

    /// <summary>What was said, quotation marks included; several pieces where a quotation is split; in text order, at least one.</summary>
    public required ImmutableArray<TextSpan> Content { get; init; }

    /// <summary>The words that mark the attribution, or null.</summary>
    public TextSpan? Cue { get; init; }

    /// <summary>What the cue tells.</summary>
    public CueClass CueClass { get; init; }

    /// <summary>Who said it, or null where no source is written.</summary>
    public Speaker? Speaker { get; init; }

    /// <summary>True for what somebody else says within a quotation: 'Go home' in "The mayor told me, 'Go home,'".</summary>
    public bool IsNested { get; init; }

    /// <summary>Calibrated probability that the speaker is right, 0 to 1.</summary>
    public float Confidence { get; init; }

    /// <summary>Why this speaker: a rule's name or the model's strongest reason.</summary>
    public string? Reason { get; init; }
}
