using System.Text;
using System.Text.Json;

namespace Extraction.Benchmarks;

/// <summary>The articles that every benchmark runs over, and longer texts made of them.</summary>
internal static class BenchmarkCorpus
{
    public static IReadOnlyList<Article> Articles { get; } = [.. Read(Path.Combine(AppContext.BaseDirectory, "articles.jsonl"))];

    public static int Words { get; } = Articles.Sum(a => CountWords(a.Text));

    /// <summary>Words as a reader counts them: what stands between white space.</summary>
    public static int CountWords(ReadOnlySpan<char> text)
    {
        int words = 0;
        bool inside = false;
        foreach (char c in text)
        {
            bool word = !char.IsWhiteSpace(c);
            words += word && !inside ? 1 : 0;
            inside = word;
        }

        return words;
    }

    /// <summary>News of exactly this many UTF-16 code units.</summary>
    public static string OfLength(int length)
    {
        var text = new StringBuilder(length + 8192);
        for (int i = 0; text.Length < length; i++)
        {
            text.Append(Articles[i % Articles.Count].Text).Append("\n\n");
        }

        return text.ToString(0, length);
    }

    public static string Repeat(string piece, int length)
    {
        var text = new StringBuilder(length + piece.Length);
        while (text.Length < length)
        {
            text.Append(piece);
        }

        return text.ToString(0, length);
    }

    private static IEnumerable<Article> Read(string path)
    {
        foreach (string line in File.ReadLines(path))
        {
            using JsonDocument json = JsonDocument.Parse(line);
            yield return new Article(json.RootElement.GetProperty("text").GetString()!)
            {
                Id = json.RootElement.GetProperty("id").GetString(),
                Published = PublicationTime.TryParse(json.RootElement.GetProperty("published").GetString(), out PublicationTime time) ? time : null,
            };
        }
    }
}
