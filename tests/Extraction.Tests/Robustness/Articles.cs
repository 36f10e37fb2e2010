namespace Extraction.Tests.Robustness;

/// <summary>The golden tests' articles, as raw material: read once, in the order of their names.</summary>
internal static class Articles
{
    public static IReadOnlyList<string> Texts { get; } =
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Articles"), "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText)];

    /// <summary>One text of at least this many UTF-16 code units, made of whole articles in turn.</summary>
    public static string OfLength(int length)
    {
        var text = new System.Text.StringBuilder(length + 8192);
        for (int i = 0; text.Length < length; i++)
        {
            text.Append(Texts[i % Texts.Count]).Append("\n\n");
        }

        return text.ToString();
    }
}
