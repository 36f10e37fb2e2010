namespace Extraction;

/// <summary>How a word beside a boundary is written.</summary>
internal enum WordShape : byte
{
    None,
    Digits,
    StartsWithDigit,
    SingleUpper,
    AllUpper,
    Capitalized,
    Lower,

    /// <summary>No word but a mark or a symbol.</summary>
    Other,
}
