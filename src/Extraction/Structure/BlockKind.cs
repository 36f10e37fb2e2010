namespace Extraction;

/// <summary>What a block of the page is.</summary>
public enum BlockKind : byte
{
    /// <summary>Body text.</summary>
    Paragraph,

    /// <summary>The article's headline, also one repeated in the middle.</summary>
    Headline,

    /// <summary>The summary under the headline.</summary>
    Standfirst,

    /// <summary>Who wrote it.</summary>
    Byline,

    /// <summary>The news agency it came from.</summary>
    Agency,

    /// <summary>Place, agency and date on a line of their own before the story.</summary>
    Dateline,

    /// <summary>A date or time line of the page's furniture, the <c> date 2022-02-25 English</c> header too.</summary>
    Timestamp,

    /// <summary>The words under a picture.</summary>
    Caption,

    /// <summary>Who took the picture.</summary>
    Credit,

    /// <summary>A heading inside the story.</summary>
    Subhead,

    /// <summary>Keywords at the end.</summary>
    Tags,

    /// <summary>An editor's note or correction.</summary>
    Note,

    /// <summary>Share buttons, related links, adverts.</summary>
    Other,
}
