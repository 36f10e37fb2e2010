namespace Extraction.Tool;

internal enum OutputFormat
{
    /// <summary>For people.</summary>
    Text,

    /// <summary>Indented JSON.</summary>
    Json,

    /// <summary>One result a line.</summary>
    Jsonl,

    /// <summary>For people who ask why; the command <c>explain</c>.</summary>
    Explanation,
}
