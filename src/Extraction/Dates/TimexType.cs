namespace Extraction;

/// <summary>The kinds of TIMEX3.</summary>
public enum TimexType : byte
{
    /// <summary>A calendar expression of a day or coarser.</summary>
    Date,

    /// <summary>A time of the day, a part of the day included.</summary>
    Time,

    /// <summary>A length of time.</summary>
    Duration,

    /// <summary>A recurring time.</summary>
    Set,
}
