namespace Extraction;

/// <summary>A stretch of text that refers to an entity.</summary>
/// <param name="Span">The words: of a name without title, article or possessive ending.</param>
/// <param name="Kind">How it refers.</param>
/// <param name="Type">What kind of thing it names.</param>
/// <param name="Confidence">Calibrated probability that span and type are right, 0 to 1.</param>
/// <param name="FirstToken">Index of its first token.</param>
/// <param name="EndToken">Index after its last token.</param>
public readonly record struct Mention(TextSpan Span, MentionKind Kind, EntityType Type, float Confidence, int FirstToken, int EndToken);
