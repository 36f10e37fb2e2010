namespace Extraction;

/// <summary>The names of the library's own stages, in the order in which they run by default.</summary>
public static class StageNames
{
    /// <summary>Text to tokens.</summary>
    public const string Tokens = "tokens";

    /// <summary>Lines to blocks with kinds, furniture, publication time.</summary>
    public const string Layout = "layout";

    /// <summary>Sentence boundaries inside blocks.</summary>
    public const string Sentences = "sentences";

    /// <summary>Date and time expressions with values.</summary>
    public const string Dates = "dates";

    /// <summary>Names with their types.</summary>
    public const string Entities = "entities";

    /// <summary>Names linked to entities, roles, gender.</summary>
    public const string Linking = "linking";

    /// <summary>Content, cue and source of quotes.</summary>
    public const string Quotes = "quotes";

    /// <summary>Sources resolved to entities.</summary>
    public const string Speakers = "speakers";
}
