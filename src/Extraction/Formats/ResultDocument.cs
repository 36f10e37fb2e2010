using System.Text.Json.Serialization;

namespace Extraction;

// The wire shape of a result, field by field as docs/output.schema.json says; kept apart from the public types so that those may grow freely.
// The small ones, of which a result has hundreds, are structs in arrays: one allocation a list.
internal sealed record ResultDocument(
    int Schema,
    string? Id,
    string OffsetUnit,
    string Language,
    string? Published,
    string? Updated,
    LayoutDocument Layout,
    SpanDocument[] Sentences,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] SpanDocument[]? Tokens,
    DateDocument[] Dates,
    EntityDocument[] Entities,
    QuoteDocument[] Quotes);

internal sealed record LayoutDocument(
    SpanDocument? Title,
    SpanDocument? Byline,
    SpanDocument[] Authors,
    SpanDocument? Agency,
    SpanDocument? Dateline,
    string[] Tags,
    BlockDocument[] Blocks);

internal readonly record struct SpanDocument(int Start, int End);

internal readonly record struct BlockDocument(string Kind, int Start, int End);

internal readonly record struct DateDocument(
    int Start,
    int End,
    string Text,
    string Type,
    string Value,
    string? Mod,
    string? From,
    string? Until,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Role);

internal sealed record EntityDocument(
    string Id,
    string Type,
    string Name,
    IReadOnlyList<string> Roles,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Gender,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Country,
    MentionDocument[] Mentions);

internal readonly record struct MentionDocument(int Start, int End, string Text, string Kind, float Confidence);

internal readonly record struct QuoteDocument(
    string Kind,
    int Start,
    int End,
    string Text,
    SpanDocument[] Content,
    SpanDocument? Cue,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? CueClass,
    SpeakerDocument? Speaker,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Nested,
    float Confidence);

internal sealed record SpeakerDocument(int Start, int End, string Text, string? Entity);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(ResultDocument))]
internal sealed partial class ResultJsonContext : JsonSerializerContext;
