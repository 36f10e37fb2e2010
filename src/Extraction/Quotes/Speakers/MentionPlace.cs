namespace Extraction;

/// <summary>Where a mention stands: the poor man's grammatical role.</summary>
[Flags]
internal enum MentionPlace : byte
{
    None = 0,

    /// <summary>The first name of its sentence, no preposition or possessive on it.</summary>
    Subject = 1,

    /// <summary>'s follows.</summary>
    Possessive = 2,

    /// <summary>A preposition stands before it, titles passed over.</summary>
    AfterPreposition = 4,

    /// <summary>In the words of a direct or mixed quote.</summary>
    Quoted = 8,

    /// <summary>In the words of an indirect quote.</summary>
    Reported = 16,

    /// <summary>In a headline, caption or other furniture.</summary>
    Furniture = 32,

    /// <summary>Said who he is in the same breath: 'Tomas Berg, a farmer', 'striker Tomas Berg'.</summary>
    Introduced = 64,

    /// <summary>It stands before the noun that is meant: 'the Berg campaign', 'Berg supporters'.</summary>
    Modifier = 128,
}
