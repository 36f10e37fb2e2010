using System.Text.Encodings.Web;
using System.Text.Json;

namespace Extraction;

/// <summary>Writes results as JSON to the published schema (<c>docs/output.schema.json</c>): UTF-8, the same bytes for the same result.</summary>
/// <threadsafety>Stateless; safe from any thread.</threadsafety>
public static class ResultJson
{
    /// <summary>The number of the schema that results follow.</summary>
    public const int SchemaVersion = 1;

    // Names in every script are written as they are; the output is JSON for programs, not for embedding in HTML.
    private static readonly ResultJsonContext Compact = new(new JsonSerializerOptions(ResultJsonContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    private static readonly ResultJsonContext Indented = new(new JsonSerializerOptions(ResultJsonContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    });

    /// <summary>One line of JSON, without a line break.</summary>
    public static byte[] ToUtf8Line(ExtractionResult result) => JsonSerializer.SerializeToUtf8Bytes(ToDocument(result), Compact.ResultDocument);

    /// <summary>Indented JSON for reading.</summary>
    public static byte[] ToUtf8Indented(ExtractionResult result) => JsonSerializer.SerializeToUtf8Bytes(ToDocument(result), Indented.ResultDocument);

    private static ResultDocument ToDocument(ExtractionResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        string text = result.Article.Text;
        ArticleLayout layout = result.Layout;
        return new ResultDocument(
            SchemaVersion,
            result.Article.Id,
            "utf16",
            result.Article.Language,
            result.Published?.ToString(),
            result.Updated?.ToString(),
            new LayoutDocument(
                Span(layout.Title),
                Span(layout.Byline),
                [.. layout.Authors.Select(Span)],
                Span(layout.Agency),
                Span(layout.Dateline),
                [.. layout.Tags.Select(t => t.Of(text))],
                [.. layout.Blocks.Select(b => new BlockDocument(Name(b.Kind), b.Span.Start, b.Span.End))]),
            [.. result.Sentences.Select(s => Span(s.Span))],
            result.Tokens.IsEmpty ? null : [.. result.Tokens.Select(t => new SpanDocument(t.Start, t.End))],
            [.. result.Dates.Select(d => new DateDocument(d.Span.Start, d.Span.End, d.Span.Of(text), Camel(d.Type.ToString()), d.Value, d.Mod, d.From, d.Until, d.Role == DateRole.None ? null : Camel(d.Role.ToString())))],
            [.. result.Entities.Select(e => new EntityDocument(
                e.Id,
                e.Type.Name,
                e.Name,
                e.Roles,
                e.Gender == Gender.Unknown ? null : Camel(e.Gender.ToString()),
                e.Country,
                [.. e.Mentions.Select(m => new MentionDocument(m.Span.Start, m.Span.End, m.Span.Of(text), Camel(m.Kind.ToString()), Round(m.Confidence)))]))],
            [.. result.Quotes.Select(q => new QuoteDocument(
                Camel(q.Kind.ToString()),
                q.Span.Start,
                q.Span.End,
                q.Span.Of(text),
                [.. q.Content.Select(Span)],
                Span(q.Cue),
                q.CueClass == CueClass.None ? null : Camel(q.CueClass.ToString()),
                q.Speaker is { } s ? new SpeakerDocument(s.Span.Start, s.Span.End, s.Span.Of(text), s.EntityId) : null,
                Round(q.Confidence)))]);
    }

    private static SpanDocument Span(TextSpan span) => new(span.Start, span.End);

    private static SpanDocument? Span(TextSpan? span) => span is { } s ? Span(s) : null;

    // Two decimals are all that a calibrated confidence supports, and they keep the bytes free of platform noise in the last digits.
    private static float Round(float confidence) => MathF.Round(confidence * 100f) / 100f;

    private static string Name(BlockKind kind) => Camel(kind.ToString());

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
