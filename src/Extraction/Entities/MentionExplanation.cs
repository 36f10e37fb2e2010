using System.Collections.Immutable;

namespace Extraction;

/// <summary>Why a mention has its type.</summary>
/// <threadsafety>Immutable; safe from any thread.</threadsafety>
public sealed record MentionExplanation
{
    /// <summary>The mention as the model finds it.</summary>
    public required Mention Mention { get; init; }

    /// <summary>The type that came second on this span, and its probability before calibration; null where none reaches one in a thousand.</summary>
    public (EntityType Type, float Probability)? RunnerUp { get; init; }

    /// <summary>What weighed most, the heaviest first; at most twelve. Weights against the type are negative.</summary>
    public required ImmutableArray<FeatureEvidence> Evidence { get; init; }

    /// <summary>The gazetteer lists that hold the whole name or one of its words: <c>Country: 'Kenya'</c>.</summary>
    public required ImmutableArray<string> GazetteerLists { get; init; }
}
