namespace Extraction;

/// <summary>The order of day and month in figures such as 03/04/2022.</summary>
public enum NumericOrder : byte
{
    /// <summary>Decided for each text: by a part above 12, by the order in which it writes dates with month names, by its zones; day first where nothing tells.</summary>
    Auto,

    /// <summary>The day first, as in Britain and India.</summary>
    DayFirst,

    /// <summary>The month first, as in the United States.</summary>
    MonthFirst,
}
