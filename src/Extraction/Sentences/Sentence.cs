namespace Extraction;

/// <summary>A sentence: every character that is no white space lies in exactly one; none runs over two blocks.</summary>
/// <param name="Span">Where it stands, trimmed of white space.</param>
/// <param name="FirstToken">Index of its first token.</param>
/// <param name="EndToken">Index after its last token.</param>
/// <param name="Block">Index of its block in <see cref="ArticleLayout.Blocks"/>; without layout the number of its paragraph.</param>
public readonly record struct Sentence(TextSpan Span, int FirstToken, int EndToken, int Block);
