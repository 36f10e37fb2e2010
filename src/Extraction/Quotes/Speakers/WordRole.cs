namespace Extraction;

/// <summary>What a closed-class word does; some do several things.</summary>
[Flags]
internal enum WordRole : ushort
{
    None = 0,
    Preposition = 1,
    He = 2,
    She = 4,
    It = 8,
    They = 16,
    I = 32,
    Relative = 64,
    Definite = 128,
    Indefinite = 256,
    Possessive = 512,
    Be = 1024,
    Conjunction = 2048,
}
