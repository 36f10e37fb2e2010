namespace Extraction;

/// <summary>Parts of the day, as TIMEX3 knows them.</summary>
public enum PartOfDay : byte
{
    /// <summary>None said.</summary>
    None,

    /// <summary>Morning (<c>TMO</c>): 6 to 12 o'clock in intervals.</summary>
    Morning,

    /// <summary>Midday (<c>TMI</c>): 11 to 14 o'clock.</summary>
    Midday,

    /// <summary>Afternoon (<c>TAF</c>): 12 to 18 o'clock.</summary>
    Afternoon,

    /// <summary>Evening (<c>TEV</c>): 18 to 24 o'clock.</summary>
    Evening,

    /// <summary>Night (<c>TNI</c>): 18 o'clock to 6 o'clock of the next day.</summary>
    Night,

    /// <summary>Working hours (<c>TDT</c>): 6 to 18 o'clock.</summary>
    Daytime,
}
