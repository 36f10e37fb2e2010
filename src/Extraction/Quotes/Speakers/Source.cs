namespace Extraction;

/// <summary>A source as read: its kind, its head, who is named in it.</summary>
/// <param name="Kind">What kind of words it is.</param>
/// <param name="Head">Index of the head word's token.</param>
/// <param name="Mention">Index of the mention that names the speaker, or -1.</param>
internal readonly record struct Source(SourceKind Kind, int Head, int Mention);
