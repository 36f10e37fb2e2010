namespace Extraction;

/// <summary>What kind of thing an entity is. An open set: a user's own recognizer may add types by name.</summary>
/// <param name="Name">The name in JSON, in camelCase; never empty.</param>
/// <threadsafety>Immutable; safe from any thread.</threadsafety>
public readonly record struct EntityType(string Name)
{
    /// <summary>People, families, fictional characters, named animals.</summary>
    public static EntityType Person { get; } = new("person");

    /// <summary>Companies, agencies, parties, teams, media, alliances.</summary>
    public static EntityType Organization { get; } = new("organization");

    /// <summary>Countries, states, cities: places with a government.</summary>
    public static EntityType Gpe { get; } = new("gpe");

    /// <summary>Other places.</summary>
    public static EntityType Location { get; } = new("location");

    /// <summary>Nationalities, religious and political groups.</summary>
    public static EntityType Norp { get; } = new("norp");

    /// <summary>Airports, bridges, stadiums, buildings as places.</summary>
    public static EntityType Facility { get; } = new("facility");

    /// <summary>Named wars, storms, sports events, conferences.</summary>
    public static EntityType Event { get; } = new("event");

    /// <summary>Vehicles, weapons, ships, drugs, software, devices.</summary>
    public static EntityType Product { get; } = new("product");

    /// <summary>Titles of books, films, songs, programmes.</summary>
    public static EntityType WorkOfArt { get; } = new("workOfArt");

    /// <summary>Named treaties, acts, constitutions.</summary>
    public static EntityType Law { get; } = new("law");

    /// <summary>Named languages.</summary>
    public static EntityType Language { get; } = new("language");

    /// <inheritdoc/>
    public override string ToString() => Name ?? "";
}
