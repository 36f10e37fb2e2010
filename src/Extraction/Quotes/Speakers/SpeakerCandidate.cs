namespace Extraction;

/// <summary>An entity that a source may mean, as far as it is known before the source.</summary>
/// <param name="Entity">Index of the entity.</param>
/// <param name="Last">Its last mention outside quotations, where <paramref name="Seen"/>.</param>
/// <param name="Seen">Named outside quotations before the source.</param>
/// <param name="InOwn">Named in the quote's own content.</param>
/// <param name="Times">Number of mentions seen.</param>
internal readonly record struct SpeakerCandidate(int Entity, PlacedMention Last, bool Seen, bool InOwn, int Times)
{
    /// <summary>Named after the source alone.</summary>
    public bool Ahead { get; init; }

    /// <summary>And before all others who are.</summary>
    public bool FirstAhead { get; init; }
}
