namespace Extraction;

/// <summary>A name of the caller's own, which the stage 'entities' marks wherever it stands as written, word by word; the longest wins, and it displaces what the model found there.</summary>
/// <param name="Name">The words, as capitalised in running text: <c>Northern Lights Aviation</c>. Never empty.</param>
/// <param name="Type">What it names; may be a type of the caller's own.</param>
/// <threadsafety>Immutable; safe from any thread.</threadsafety>
public sealed record KnownName(string Name, EntityType Type);
