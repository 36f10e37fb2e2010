namespace Extraction.Tool;

internal enum OutputFormat
{
    /// <summary>For people.</summary>
    Text,

    /// <summary>Indented JSON.</summary>
    Json,

    /// <summary>One result a line.</summary>
    Jsonl,
}
