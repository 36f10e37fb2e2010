namespace Extraction;

/// <summary>What a single line break inside a paragraph is. A blank line always ends a sentence.</summary>
public enum SentenceLineBreaks : byte
{
    /// <summary>Decided once for each text: a wrap where the lines are of one width, otherwise the end of a sentence unless the next line goes on in lower case.</summary>
    Auto,

    /// <summary>Always the end of a sentence.</summary>
    Always,

    /// <summary>Never by itself the end of a sentence.</summary>
    Never,
}
