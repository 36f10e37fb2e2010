namespace Extraction.Tool;

/// <summary>How an input is cut into articles.</summary>
internal enum InputKind
{
    /// <summary>Not known yet: the first character of standard input tells.</summary>
    Unknown,

    /// <summary>One article a file.</summary>
    Text,

    /// <summary>One article a line, as JSON.</summary>
    JsonLines,
}
