namespace Extraction.GoldenTests;

/// <summary>The articles of the golden tests with their results: the texts as they are, no date handed over.</summary>
internal static class GoldenArticles
{
    private static readonly Lazy<IReadOnlyDictionary<string, ExtractionResult>> AllResults = new(Extract);

    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.GetFiles(Folder("Articles"), "*.txt").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    public static IReadOnlyDictionary<string, ExtractionResult> Results => AllResults.Value;

    public static string Folder(string name) => Path.Combine(AppContext.BaseDirectory, name);

    private static Dictionary<string, ExtractionResult> Extract()
    {
        ExtractionPipeline pipeline = ExtractionPipeline.CreateDefault();
        return Names.ToDictionary(n => n, n => pipeline.Extract(new Article(File.ReadAllText(Path.Combine(Folder("Articles"), n + ".txt"))) { Id = n }), StringComparer.Ordinal);
    }
}
