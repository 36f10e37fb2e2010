namespace Extraction;

/// <summary>How much of a quote's content stands in quotation marks.</summary>
public enum QuoteKind : byte
{
    /// <summary>All of it.</summary>
    Direct,

    /// <summary>Some of it.</summary>
    Mixed,

    /// <summary>None of it.</summary>
    Indirect,
}
