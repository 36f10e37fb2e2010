namespace Extraction;

/// <summary>A publication or update time found on the page.</summary>
/// <param name="Time">The time, as precisely as the page tells it.</param>
/// <param name="Span">The words that tell it, label excluded.</param>
public readonly record struct Stamp(PublicationTime Time, TextSpan Span);
