namespace Extraction;

/// <summary>What the head noun of an unnamed source names.</summary>
internal enum NounClass : byte
{
    Other,
    Organization,
    Text,
    Plural,
}
