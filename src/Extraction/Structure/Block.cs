namespace Extraction;

/// <summary>A block of the page: every character that is no white space lies in exactly one.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Where it stands, trimmed of white space.</param>
/// <param name="FirstToken">Index of its first token.</param>
/// <param name="EndToken">Index after its last token.</param>
public readonly record struct Block(BlockKind Kind, TextSpan Span, int FirstToken, int EndToken);
