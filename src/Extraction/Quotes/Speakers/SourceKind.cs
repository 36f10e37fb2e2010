namespace Extraction;

/// <summary>What kind of words the source is.</summary>
internal enum SourceKind : byte
{
    He,
    She,
    It,
    They,
    I,
    Who,
    DefinitePerson,
    DefiniteOrganization,
    Text,
    PossessivePerson,
    Bare,
    Indefinite,
    Plural,
    Named,
}
