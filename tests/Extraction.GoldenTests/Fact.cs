namespace Extraction.GoldenTests;

/// <summary>
/// One line of a facts file: what a reader says about the article. <c>date: Thursday | date | 2022-02-24</c>. What is not reached yet stays in the file as
/// <c>known miss (why): date: …</c>, so that it is listed, and noticed when it comes right.
/// </summary>
internal sealed record Fact(string Article, int Line, string Kind, IReadOnlyList<string> Fields, string? KnownMiss)
{
    private const string MissMark = "known miss (";
    private const string MissEnd = "): ";

    public static IEnumerable<Fact> ReadAll()
    {
        foreach (string file in Directory.GetFiles(GoldenArticles.Folder("Facts"), "*.facts").Order(StringComparer.Ordinal))
        {
            string[] lines = File.ReadAllLines(file);
            for (int i = 0; i < lines.Length; i++)
            {
                string line = lines[i].Trim();
                if (line.Length > 0 && line[0] != '#')
                {
                    yield return Parse(Path.GetFileNameWithoutExtension(file), i + 1, line);
                }
            }
        }
    }

    public static Fact Parse(string article, int number, string line)
    {
        string? miss = null;
        if (line.StartsWith(MissMark, StringComparison.Ordinal))
        {
            int end = line.IndexOf(MissEnd, StringComparison.Ordinal);
            miss = line[MissMark.Length..end];
            line = line[(end + MissEnd.Length)..];
        }

        int colon = line.IndexOf(": ", StringComparison.Ordinal);
        return colon < 0
            ? throw new FormatException($"{article}, line {number}: a fact is 'kind: field | field'.")
            : new Fact(article, number, line[..colon], [.. line[(colon + 2)..].Split(" | ", StringSplitOptions.TrimEntries)], miss);
    }

    /// <summary>The fact as a line of its file.</summary>
    /// <param name="knownMiss">Why it is missed, or null.</param>
    public string ToLine(string? knownMiss) => knownMiss is null ? ToString() : MissMark + knownMiss + MissEnd + this;

    public string Field(int index) => index < Fields.Count ? Fields[index] : "";

    public override string ToString() => $"{Kind}: {string.Join(" | ", Fields)}";
}
