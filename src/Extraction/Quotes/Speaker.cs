namespace Extraction;

/// <summary>Who said a quote.</summary>
/// <param name="Span">The source as written.</param>
/// <param name="EntityId"><see cref="Entity.Id"/> of who it is, also through a pronoun or a title; null where the text names nobody.</param>
/// <threadsafety>Immutable; safe from any thread.</threadsafety>
public sealed record Speaker(TextSpan Span, string? EntityId);
