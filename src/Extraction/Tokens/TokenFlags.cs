namespace Extraction;

/// <summary>What can be seen of a token without any lexicon.</summary>
[Flags]
public enum TokenFlags : ushort
{
    /// <summary>Nothing to say.</summary>
    None = 0,

    /// <summary>The first letter is upper case.</summary>
    Capitalized = 1,

    /// <summary>Two or more letters, all upper case.</summary>
    AllCaps = 2,

    /// <summary>At least one lower-case letter.</summary>
    HasLower = 4,

    /// <summary>An upper-case letter after the first.</summary>
    InnerCapital = 8,

    /// <summary>At least one digit.</summary>
    HasDigit = 16,

    /// <summary>Digits only.</summary>
    AllDigits = 32,

    /// <summary>A hyphen inside.</summary>
    HasHyphen = 64,

    /// <summary>A word whose last character is a full stop that belongs to it: <c>Mr.</c>, <c>U.S.</c>, <c>J.</c></summary>
    EndsWithStop = 128,

    /// <summary>White space, or the start of the text, stands before it.</summary>
    SpaceBefore = 256,

    /// <summary>A line break, or the start of the text, stands before it.</summary>
    LineStart = 512,

    /// <summary>A blank line, or the start of the text, stands before it.</summary>
    ParagraphStart = 1024,

    /// <summary>A letter at least.</summary>
    HasLetter = 2048,
}
