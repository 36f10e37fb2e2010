namespace Extraction;

/// <summary>When a zone's clocks are changed.</summary>
internal enum SummerTime : byte
{
    /// <summary>Never, or the name itself tells (EST, EDT).</summary>
    None,

    /// <summary>By the rule of the United States, for names that leave it open (ET, PT).</summary>
    UnitedStates,

    /// <summary>By the rule of the European Union and the United Kingdom.</summary>
    Europe,

    /// <summary>Half an hour less from December 2007 to April 2016.</summary>
    Venezuela,
}
