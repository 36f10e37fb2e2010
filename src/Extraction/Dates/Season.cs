namespace Extraction;

/// <summary>Seasons of the year, named as in the northern temperate zone.</summary>
public enum Season : byte
{
    /// <summary>None said.</summary>
    None,

    /// <summary>Spring (<c>SP</c>): March to May in intervals.</summary>
    Spring,

    /// <summary>Summer (<c>SU</c>): June to August.</summary>
    Summer,

    /// <summary>Autumn (<c>FA</c>): September to November.</summary>
    Autumn,

    /// <summary>Winter (<c>WI</c>): December to February of the next year.</summary>
    Winter,
}
