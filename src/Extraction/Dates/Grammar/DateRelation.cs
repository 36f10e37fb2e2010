namespace Extraction;

/// <summary>How the words point from an anchor to the time they mean.</summary>
internal enum DateRelation : byte
{
    None,
    This,
    Last,
    Next,

    /// <summary>The one before the date mentioned last.</summary>
    Previous,

    /// <summary>The one after the date mentioned last.</summary>
    Following,

    /// <summary>The date mentioned last: 'that year', 'the same day'.</summary>
    Same,

    /// <summary>The same time a year back: 'the year-ago quarter'.</summary>
    YearAgo,

    /// <summary>A stretch that ends at the anchor: 'the past two weeks'.</summary>
    Past,

    /// <summary>A stretch that begins at the anchor: 'the next two weeks'.</summary>
    Coming,
    Ago,
    Earlier,
    Later,
    FromNow,
}
