using System.Collections.Immutable;

namespace Extraction;

/// <summary>One thing in the article with all its mentions.</summary>
/// <threadsafety>Immutable; safe from any thread.</threadsafety>
public sealed record Entity
{
    /// <summary>Its name within the result: <c>e1</c>, <c>e2</c>, in order of first mention.</summary>
    public required string Id { get; init; }

    /// <summary>What kind of thing it is.</summary>
    public required EntityType Type { get; init; }

    /// <summary>Its fullest name in the article.</summary>
    public required string Name { get; init; }

    /// <summary>Its mentions in text order; at least one.</summary>
    public required ImmutableArray<Mention> Mentions { get; init; }

    /// <summary>Roles and titles the article gives it, as written: 'US Secretary of State'.</summary>
    public ImmutableArray<string> Roles { get; init; } = [];

    /// <summary>For a person, what the text tells of the gender.</summary>
    public Gender Gender { get; init; }

    /// <summary>For a <see cref="EntityType.Norp"/> of nationality and for a country, the ISO 3166-1 alpha-2 code; otherwise null.</summary>
    public string? Country { get; init; }
}
