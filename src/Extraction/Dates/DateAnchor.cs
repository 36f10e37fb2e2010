namespace Extraction;

/// <summary>What a value was counted from.</summary>
public enum DateAnchor : byte
{
    /// <summary>Nothing: the words say all ('25 February 2022', 'three days').</summary>
    Explicit,

    /// <summary>The publication date.</summary>
    Publication,

    /// <summary>The date of the dateline or of the day on which the story was filed.</summary>
    Dateline,

    /// <summary>A date mentioned earlier in the text.</summary>
    Previous,

    /// <summary>A date that stands in the same phrase or list, later in the text ('6 and 7 April').</summary>
    Following,

    /// <summary>Something unknown: the value has X where the words do not say.</summary>
    Unresolved,
}
