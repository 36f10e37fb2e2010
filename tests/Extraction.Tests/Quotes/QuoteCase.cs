using System.Globalization;

namespace Extraction.Tests.Quotes;

/// <summary>A case of Cases/quotes.md: a text and the quotes expected of it.</summary>
public sealed record QuoteCase(string Section, int Line, string Text, bool IsUnsolved, string? Reason, IReadOnlyList<string> Expected)
{
    public static IReadOnlyList<QuoteCase> Read(string path)
    {
        var cases = new List<QuoteCase>();
        string section = "";
        List<string>? expected = null;
        string[] lines = File.ReadAllLines(path);
        bool started = false;
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i];
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                section = line[3..];
                started = true;
            }
            else if (started && line.StartsWith("- ", StringComparison.Ordinal) && expected is not null)
            {
                expected.Add(line[2..]);
            }
            else if (started && line.Length > 0 && !line.StartsWith("! ", StringComparison.Ordinal))
            {
                bool unsolved = line.StartsWith("? ", StringComparison.Ordinal);
                string? reason = i + 1 < lines.Length && lines[i + 1].StartsWith("! ", StringComparison.Ordinal) ? lines[i + 1][2..] : null;
                expected = [];
                cases.Add(new QuoteCase(section, i + 1, (unsolved ? line[2..] : line).Replace(" ¶ ", "\n\n", StringComparison.Ordinal), unsolved, reason, expected));
            }
        }

        return cases;
    }

    /// <summary>The quotes found, written as the case file writes them.</summary>
    public static IReadOnlyList<string> Describe(ExtractionResult result)
    {
        return [.. result.Quotes.Select(q => string.Join(
            " | ",
            q.Kind.ToString().ToLowerInvariant(),
            string.Join(" … ", q.Content.Select(c => Trim(result.TextOf(c), q.Kind))),
            q.Cue is { } cue ? result.TextOf(cue) : "-",
            q.Speaker is { } speaker ? Trim(result.TextOf(speaker.Span), QuoteKind.Indirect) : "-",
            result.FindEntity(q.Speaker?.EntityId)?.Name ?? "-"))];
    }

    /// <summary>Empty where the result agrees with the case, else what differs.</summary>
    public string Compare(ExtractionResult result)
    {
        IReadOnlyList<string> found = Describe(result);
        bool same = found.Count == Expected.Count && Expected.All(e => found.Any(f => Agree(e, f)));
        return same ? "" : string.Create(CultureInfo.InvariantCulture, $"line {Line} ({Section}): {Text}\n  expected: {string.Join("\n            ", Expected)}\n  found:    {string.Join("\n            ", found)}");
    }

    /// <summary>Kind, content and speaker alike; of cue and source one may be longer than the other: 'said in a statement', 'Tomas Berg, a farmer'.</summary>
    private static bool Agree(string expected, string found)
    {
        string[] e = expected.Split(" | ");
        string[] f = found.Split(" | ");
        return e[0] == f[0] && Content(e[1]) == Content(f[1]) && Within(e[2], f[2]) && Within(e[3], f[3]) && Name(e[4]) == Name(f[4]);
    }

    private static bool Within(string a, string b) => a.Contains(b, StringComparison.Ordinal) || b.Contains(a, StringComparison.Ordinal);

    private static string Content(string pieces) => string.Join(" … ", pieces.Split(" … ").Select(c => Trim(c.StartsWith("that ", StringComparison.Ordinal) ? c[5..] : c, QuoteKind.Indirect)));

    private static string Name(string name) => name.StartsWith("The ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name;

    private static string Trim(string text, QuoteKind kind) => kind == QuoteKind.Indirect ? text.Trim(' ', ',', '.', ';') : text.Trim();
}
