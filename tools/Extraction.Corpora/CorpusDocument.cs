using System.Text.Json;

namespace Extraction.Corpora;

/// <summary>One annotated document; layers that the corpus lacks are empty. Unusual fields are in <see cref="Raw"/>.</summary>
public sealed record CorpusDocument
{
    public required string Id { get; init; }
    public required string Text { get; init; }
    public string Source { get; init; } = "";
    public string? Dct { get; init; }
    public IReadOnlyList<TextSpan> Sentences { get; init; } = [];
    public IReadOnlyList<TextSpan> Tokens { get; init; } = [];
    public IReadOnlyList<CorpusBlock> Blocks { get; init; } = [];
    public IReadOnlyList<CorpusTimex> Timexes { get; init; } = [];
    public IReadOnlyList<CorpusEntity> Entities { get; init; } = [];
    public IReadOnlyList<CorpusQuote> Quotes { get; init; } = [];
    public JsonElement Raw { get; init; }

    public static CorpusDocument Parse(string line)
    {
        using JsonDocument json = JsonDocument.Parse(line);
        JsonElement root = json.RootElement.Clone();
        return new CorpusDocument
        {
            Id = String(root, "id") ?? "",
            Text = String(root, "text") ?? "",
            Source = String(root, "source") ?? "",
            Dct = String(root, "dct") ?? String(root, "published") ?? String(root, "date"),
            Sentences = Spans(root, "sentences"),
            Tokens = Spans(root, "tokens"),
            Blocks = [.. Items(root, "blocks").Where(b => b.ValueKind == JsonValueKind.Array).Select(b => new CorpusBlock(new TextSpan(b[0].GetInt32(), b[1].GetInt32()), b.GetArrayLength() > 2 ? b[2].GetString()! : "body"))],
            Timexes = [.. Items(root, "timexes").Select(t => new CorpusTimex(Span(t), String(t, "type") ?? "", String(t, "value") ?? "", String(t, "mod"), Flag(t, "furniture")))],
            Entities = [.. Items(root, "entities").Select(e => new CorpusEntity(Span(e), String(e, "type") ?? "", String(e, "label"), String(e, "cluster"), String(e, "name"), String(e, "kind")))],
            Quotes = [.. Items(root, "quotes").Select(q => new CorpusQuote(String(q, "kind") ?? "", Spans(q, "content"), Spans(q, "cue"), Spans(q, "source"), Speakers(q)))],
            Raw = root,
        };
    }

    private static IEnumerable<JsonElement> Items(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [];

    private static TextSpan[] Spans(JsonElement element, string name) =>
        [.. Items(element, name).Where(s => s.ValueKind == JsonValueKind.Array).Select(s => new TextSpan(s[0].GetInt32(), s[1].GetInt32()))];

    private static TextSpan Span(JsonElement element) => new(element.GetProperty("start").GetInt32(), element.GetProperty("end").GetInt32());

    private static string? String(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static bool Flag(JsonElement element, string name) => element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.True;

    private static string[] Speakers(JsonElement quote) =>
        !quote.TryGetProperty("speaker", out JsonElement speaker) ? []
        : speaker.ValueKind == JsonValueKind.String ? [speaker.GetString()!]
        : speaker.ValueKind == JsonValueKind.Array ? [.. speaker.EnumerateArray().Select(s => s.GetString()!)]
        : [];
}

public sealed record CorpusBlock(TextSpan Span, string Kind);

public sealed record CorpusTimex(TextSpan Span, string Type, string Value, string? Mod, bool Furniture);

public sealed record CorpusEntity(TextSpan Span, string Type, string? Label, string? Cluster, string? Name, string? Kind);

public sealed record CorpusQuote(string Kind, IReadOnlyList<TextSpan> Content, IReadOnlyList<TextSpan> Cue, IReadOnlyList<TextSpan> Source, IReadOnlyList<string> Speakers);
