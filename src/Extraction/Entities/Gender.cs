namespace Extraction;

/// <summary>What the article's title, first name or pronouns tell of a person's gender.</summary>
public enum Gender : byte
{
    /// <summary>The text does not tell.</summary>
    Unknown,

    /// <summary>Spoken of as he.</summary>
    Male,

    /// <summary>Spoken of as she.</summary>
    Female,
}
