namespace Extraction;

/// <summary>A word of a name as the linker sees it.</summary>
/// <param name="Hash"><see cref="NameFold.Hash"/> of the word.</param>
/// <param name="Start">Offset in the text.</param>
/// <param name="Length">Length in the text, stops and apostrophes included.</param>
/// <param name="Letters">Number of folded code units.</param>
/// <param name="First">The first folded code unit.</param>
/// <param name="Traits">What the lexicons and the shape say of it.</param>
internal readonly record struct NameWord(ulong Hash, int Start, int Length, int Letters, char First, NameWordTraits Traits)
{
    public bool Is(NameWordTraits traits) => (Traits & traits) != 0;
}

/// <summary>What the lexicons and the shape say of a word in a name.</summary>
[Flags]
internal enum NameWordTraits : ushort
{
    None = 0,

    /// <summary>'of', 'the', 'and', 'de la': joins the words of a name.</summary>
    Function = 1,

    /// <summary>'van', 'al', 'bin', 'Le': belongs to the family name after it.</summary>
    Particle = 2,

    /// <summary>One letter or letters with stops: 'J', 'J.K.'.</summary>
    Initial = 4,

    /// <summary>Two or more capitals and no small letter.</summary>
    Capitals = 8,

    /// <summary>Names nothing alone: 'National', 'Council'.</summary>
    Generic = 16,

    /// <summary>May be left out at a name's end: 'Group', 'Airlines'.</summary>
    Tail = 32,

    /// <summary>Never counts: 'Inc', 'AG'.</summary>
    Legal = 64,

    /// <summary>The organ of a larger body: 'Commission', 'Parliament'.</summary>
    Body = 128,

    /// <summary>'Jr', 'Sr', 'II'.</summary>
    Generation = 256,

    /// <summary>Joined to the word before it by a hyphen.</summary>
    Hyphened = 512,

    /// <summary>Lower-case first letter.</summary>
    Small = 1024,

    /// <summary>A country's or a nationality's name: 'German', 'US'.</summary>
    Country = 2048,

    /// <summary>Stands for the one organisation of the article that ends in it: 'the Commission', 'the Ministry'.</summary>
    Organ = 4096,

    /// <summary>Behind a firm's or body's name makes another name of it, that of a part or of people about it: 'Services', 'Employees', 'Europe'.</summary>
    Branch = 8192,
}
