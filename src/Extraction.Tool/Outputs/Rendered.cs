namespace Extraction.Tool;

/// <summary>What one article becomes: the bytes to write, line break included, and its length for the summary.</summary>
internal sealed record Rendered(byte[] Bytes, int Words);
