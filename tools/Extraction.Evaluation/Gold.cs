using System.Text.Json;
using Extraction.Corpora;

namespace Extraction.Evaluation;

/// <summary>Reads gold documents, and evens out what the corpora write differently.</summary>
internal static class Gold
{
    public static List<CorpusDocument> Read(string path) => [.. Corpus.Read(path).Select(WithBlocks).Select(WithTime)];

    public static Dictionary<string, CorpusDocument> ReadPredictions(string path) => Corpus.Read(path).ToDictionary(d => d.Id, StringComparer.Ordinal);

    /// <summary>The same documents without the time expressions of the furniture.</summary>
    public static List<CorpusDocument> WithoutFurniture(IEnumerable<CorpusDocument> documents) =>
        [.. documents.Select(d => d with { Timexes = [.. d.Timexes.Where(t => !t.Furniture)] })];

    /// <summary>The predictions without those that stand on furniture of the gold.</summary>
    public static Dictionary<string, CorpusDocument> WithoutFurniture(IEnumerable<CorpusDocument> gold, Dictionary<string, CorpusDocument> predicted) =>
        gold.Where(d => predicted.ContainsKey(d.Id)).ToDictionary(
            d => d.Id,
            d => predicted[d.Id] with { Timexes = [.. predicted[d.Id].Timexes.Where(p => !d.Timexes.Any(t => t.Furniture && t.Span.Overlaps(p.Span)))] },
            StringComparer.Ordinal);

    /// <summary>A string of the page's own data, for example <c>published</c>, or null.</summary>
    public static string? ArticleField(CorpusDocument document, string name) =>
        Article(document) is { } article && article.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    // Pages that give no blocks but the spans of title, stamps, captions and heads: every other line is body.
    private static CorpusDocument WithBlocks(CorpusDocument document)
    {
        if (document.Blocks.Count > 0 || Article(document) is not { } article || !article.TryGetProperty("titleSpan", out _))
        {
            return document;
        }

        var furniture = new List<CorpusBlock>();
        foreach ((string name, string kind) in (ReadOnlySpan<(string, string)>)[("titleSpan", "headline"), ("publishedSpan", "timestamp"), ("captions", "caption"), ("heads", "subhead"), ("pullQuotes", "body")])
        {
            furniture.AddRange(SpansOf(article, name).Select(s => new CorpusBlock(s, kind)));
        }

        var blocks = new List<CorpusBlock>();
        string text = document.Text;
        for (int start = 0; start < text.Length;)
        {
            int end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            TextSpan line = Scoring.PythonText.Trim(text, new TextSpan(start, end));
            if (!line.IsEmpty)
            {
                // A date line that shares its line with body text is a block of its own.
                TextSpan rest = line;
                foreach (CorpusBlock block in furniture.Where(b => b.Span.Overlaps(line)).OrderBy(b => b.Span))
                {
                    TextSpan before = Scoring.PythonText.Trim(text, new TextSpan(rest.Start, Math.Max(rest.Start, block.Span.Start)));
                    if (!before.IsEmpty)
                    {
                        blocks.Add(new CorpusBlock(before, "body"));
                    }

                    blocks.Add(new CorpusBlock(new TextSpan(Math.Max(line.Start, block.Span.Start), Math.Min(line.End, block.Span.End)), block.Kind));
                    rest = new TextSpan(Math.Min(line.End, block.Span.End), line.End);
                }

                rest = Scoring.PythonText.Trim(text, rest);
                if (!rest.IsEmpty)
                {
                    blocks.Add(new CorpusBlock(rest, "body"));
                }
            }

            start = end + 1;
        }

        return document with { Blocks = blocks };
    }

    // The metadata lines have 'input', 'reference' and 'expected' in place of text, date and time expressions.
    private static CorpusDocument WithTime(CorpusDocument document)
    {
        if (document.Text.Length > 0 || !document.Raw.TryGetProperty("input", out JsonElement input) || !document.Raw.TryGetProperty("expected", out JsonElement expected))
        {
            return document;
        }

        return document with
        {
            Text = input.GetString()!,
            Dct = document.Raw.TryGetProperty("reference", out JsonElement reference) && reference.ValueKind == JsonValueKind.String ? reference.GetString() : null,
            Timexes = [.. expected.EnumerateArray()
                .Where(t => t.TryGetProperty("start", out _) && t.TryGetProperty("value", out JsonElement v) && v.ValueKind == JsonValueKind.String)
                .Select(t => new CorpusTimex(new TextSpan(t.GetProperty("start").GetInt32(), t.GetProperty("end").GetInt32()), t.GetProperty("type").GetString() ?? "", t.GetProperty("value").GetString()!, null, false))],
        };
    }

    private static JsonElement? Article(CorpusDocument document) =>
        document.Raw.ValueKind == JsonValueKind.Object && document.Raw.TryGetProperty("article", out JsonElement article) && article.ValueKind == JsonValueKind.Object ? article : null;

    private static IEnumerable<TextSpan> SpansOf(JsonElement article, string name)
    {
        if (!article.TryGetProperty(name, out JsonElement value) || value.ValueKind != JsonValueKind.Array || value.GetArrayLength() == 0)
        {
            return [];
        }

        return value[0].ValueKind == JsonValueKind.Number
            ? [new TextSpan(value[0].GetInt32(), value[1].GetInt32())]
            : value.EnumerateArray().Select(s => new TextSpan(s[0].GetInt32(), s[1].GetInt32()));
    }
}
