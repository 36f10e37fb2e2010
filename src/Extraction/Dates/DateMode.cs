namespace Extraction;

/// <summary>What relative dates are counted from.</summary>
public enum DateMode : byte
{
    /// <summary>Decided for each text: narrative where it mostly tells of years far from the publication date, or has no publication date; otherwise news.</summary>
    Auto,

    /// <summary>From the publication date, as in news.</summary>
    News,

    /// <summary>From the dates that the text told last, as in history.</summary>
    Narrative,
}
