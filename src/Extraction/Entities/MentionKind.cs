namespace Extraction;

/// <summary>How a mention refers to its entity.</summary>
public enum MentionKind : byte
{
    /// <summary>A name in full or in part, an acronym, a misspelling of it.</summary>
    Name,

    /// <summary>An account's handle, with its @: <c>@SecBlinken</c>.</summary>
    Handle,

    /// <summary>A role standing for the person: 'the secretary of state'.</summary>
    Title,

    /// <summary>A pronoun.</summary>
    Pronoun,
}
