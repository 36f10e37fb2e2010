using System.Text.Json.Serialization;

namespace Extraction;

// The wire shape of a result, field by field as docs/output.schema.json says; kept apart from the public types so that those may grow freely.
internal sealed record SpanDocument(int Start, int End);

internal sealed record LayoutDocument(
    SpanDocument? Title,
    SpanDocument? Byline,
    IReadOnlyList<SpanDocument> Authors,
    SpanDocument? Agency,
    SpanDocument? Dateline,
    IReadOnlyList<string> Tags,
    IReadOnlyList<BlockDocument> Blocks);

internal sealed record BlockDocument(string Kind, int Start, int End);

internal sealed record DateDocument(
    int Start,
    int End,
    string Text,
    string Type,
    string Value,
    string? Mod,
    string? From,
    string? Until,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Role);

internal sealed record MentionDocument(int Start, int End, string Text, string Kind, float Confidence);

internal sealed record EntityDocument(
    string Id,
    string Type,
    string Name,
    IReadOnlyList<string> Roles,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Gender,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Country,
    IReadOnlyList<MentionDocument> Mentions);

internal sealed record SpeakerDocument(int Start, int End, string Text, string? Entity);

internal sealed record QuoteDocument(
    string Kind,
    int Start,
    int End,
    string Text,
    IReadOnlyList<SpanDocument> Content,
    SpanDocument? Cue,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? CueClass,
    SpeakerDocument? Speaker,
    float Confidence);

internal sealed record ResultDocument(
    int Schema,
    string? Id,
    string OffsetUnit,
    string Language,
    string? Published,
    string? Updated,
    LayoutDocument Layout,
    IReadOnlyList<SpanDocument> Sentences,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<SpanDocument>? Tokens,
    IReadOnlyList<DateDocument> Dates,
    IReadOnlyList<EntityDocument> Entities,
    IReadOnlyList<QuoteDocument> Quotes);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, GenerationMode = JsonSourceGenerationMode.Default)]
[JsonSerializable(typeof(ResultDocument))]
internal sealed partial class ResultJsonContext : JsonSerializerContext;
