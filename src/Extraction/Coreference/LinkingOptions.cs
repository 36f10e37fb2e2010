namespace Extraction;

/// <summary>Options of the stage 'linking'.</summary>
/// <threadsafety>Mutable until the stage is made, which copies what it needs.</threadsafety>
public sealed class LinkingOptions
{
    /// <summary>
    /// Names of one thing that no rule on their words joins, one collection a thing: <c>["Banco do Norte", "Oporto"]</c>. Case, diacritics, stops, hyphens
    /// and spaces do not count. They come before the library's own list. Names of different classes (people, things, nationalities, languages) are never joined.
    /// </summary>
    /// <value>Empty by default.</value>
    public IList<IReadOnlyCollection<string>> Aliases { get; } = [];

    /// <summary>Whether roles that stand alone ('the secretary') become mentions of the one person who bears them, of kind <see cref="MentionKind.Title"/>.</summary>
    /// <value>True by default.</value>
    public bool LinkTitles { get; set; } = true;
}
