namespace Extraction;

/// <summary>Whether a date expression belongs to the story or to the page's furniture.</summary>
public enum DateRole : byte
{
    /// <summary>Running text.</summary>
    None,

    /// <summary>Tells when the article was published.</summary>
    Published,

    /// <summary>Tells when it was updated.</summary>
    Updated,

    /// <summary>Stands in a header or another line of the furniture.</summary>
    Header,
}
