using System.Runtime.InteropServices;

namespace Extraction;

/// <summary>How an atom stands in the text.</summary>
[Flags]
internal enum AtomFlags : ushort
{
    None = 0,
    SpaceBefore = 1,

    /// <summary>Joined to the atom before it by a hyphen or a dash without spaces; the mark itself is no atom.</summary>
    HyphenBefore = 2,
    BlockStart = 4,
    LineStart = 8,
    Capital = 16,
    AllCaps = 32,
    Abbreviation = 64,
    Ambiguous = 128,
    UnitedStates = 256,
    Europe = 512,
    Holiday = 1024,
    Special = 2048,

    /// <summary>Figures with thousands separators, or with an apostrophe before them.</summary>
    Marked = 4096,

    /// <summary>Figures glued to the end of a word, as the 19 of <c>Covid-19</c>.</summary>
    GluedToWord = 16384,

    /// <summary>Letters glued to what stands before, as in <c>20March2012</c>.</summary>
    Glued = 32768,
}

/// <summary>A word, a part of a hyphenated word, a figure or a mark, as the grammar reads it: what the tokenizer may cut in several ways is one atom here.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct Atom
{
    public int Start;
    public int End;

    /// <summary>Number of the month, weekday, unit …; value of figures; minutes of a clock time or an offset.</summary>
    public int Value;

    /// <summary>Number of digits of figures; denominator of a fraction; seconds of a clock time plus one; year of a quarter code; second part of a numeric date.</summary>
    public int Extra;
    public DateClass Class;
    public AtomFlags Flags;

    /// <summary>Meridiem glued to a clock time: 1 am, 2 pm.</summary>
    public byte Meridiem;

    public readonly bool Has(AtomFlags flags) => (Flags & flags) != 0;
}
