namespace Extraction;

/// <summary>What a piece of content may be taken for.</summary>
internal enum LinkKind : byte
{
    /// <summary>What a cue of its block introduces or closes.</summary>
    Cue,

    /// <summary>A quotation with its author behind a dash or colon.</summary>
    Mark,

    /// <summary>A quotation after a paragraph that ends in a colon.</summary>
    ColonBefore,

    /// <summary>More of the quote before.</summary>
    GoesOn,

    /// <summary>A quotation of whom the sentence before named.</summary>
    Introduced,

    /// <summary>A quotation of nobody in sight.</summary>
    Nobody,

    /// <summary>No speech at all: a title, a nickname, a word held with tongs.</summary>
    NotSpeech,
}
