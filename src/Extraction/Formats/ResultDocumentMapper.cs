using System.Collections.Immutable;

namespace Extraction;

/// <summary>Turns a result into its wire shape.</summary>
internal static class ResultDocumentMapper
{
    public static ResultDocument Map(ExtractionResult result)
    {
        string text = result.Article.Text;
        return new ResultDocument(
            ResultJson.SchemaVersion,
            result.Article.Id,
            "utf16",
            result.Article.Language,
            result.Published?.ToString(),
            result.Updated?.ToString(),
            Layout(result.Layout, text),
            Map(result.Sentences, text, static (s, _) => Span(s.Span)),
            result.KeepsTokens ? Map(result.Tokens, text, static (t, _) => new SpanDocument(t.Start, t.End)) : null,
            Map(result.Dates, text, Date),
            Map(result.Entities, text, Entity),
            Map(result.Quotes, text, Quote));
    }

    private static LayoutDocument Layout(ArticleLayout layout, string text) => new(
        Span(layout.Title),
        Span(layout.Byline),
        Map(layout.Authors, text, static (a, _) => Span(a)),
        Span(layout.Agency),
        Span(layout.Dateline),
        Map(layout.Tags, text, static (tag, text) => tag.Of(text)),
        Map(layout.Blocks, text, static (b, _) => new BlockDocument(WireNames.Of(b.Kind), b.Span.Start, b.Span.End)));

    private static DateDocument Date(DateExpression date, string text) => new(
        date.Span.Start,
        date.Span.End,
        date.Span.Of(text),
        WireNames.Of(date.Type),
        date.Value,
        date.Mod,
        date.Interval?.StartText,
        date.Interval?.EndText,
        date.Role == DateRole.None ? null : WireNames.Of(date.Role));

    private static EntityDocument Entity(Entity entity, string text) => new(
        entity.Id,
        entity.Type.Name,
        entity.Name,
        entity.Roles,
        entity.Gender == Gender.Unknown ? null : WireNames.Of(entity.Gender),
        entity.Country,
        Map(entity.Mentions, text, static (m, text) => new MentionDocument(m.Span.Start, m.Span.End, m.Span.Of(text), WireNames.Of(m.Kind), Round(m.Confidence))));

    private static QuoteDocument Quote(Quote quote, string text) => new(
        WireNames.Of(quote.Kind),
        quote.Span.Start,
        quote.Span.End,
        quote.Span.Of(text),
        Map(quote.Content, text, static (c, _) => Span(c)),
        Span(quote.Cue),
        quote.CueClass == CueClass.None ? null : WireNames.Of(quote.CueClass),
        quote.Speaker is { } s ? new SpeakerDocument(s.Span.Start, s.Span.End, s.Span.Of(text), s.EntityId) : null,
        quote.IsNested,
        Round(quote.Confidence));

    private static SpanDocument Span(TextSpan span) => new(span.Start, span.End);

    private static SpanDocument? Span(TextSpan? span) => span is { } s ? Span(s) : null;

    // Two decimals are all that a calibrated confidence supports, and they keep the bytes free of platform noise in the last digits.
    // A stage of a user's own may give NaN, which JSON has no word for.
    private static float Round(float confidence) => float.IsFinite(confidence) ? MathF.Round(confidence * 100f) / 100f : 0f;

    private static TOut[] Map<TIn, TOut>(ImmutableArray<TIn> items, string text, Func<TIn, string, TOut> map)
    {
        if (items.IsDefaultOrEmpty)
        {
            return [];
        }

        var mapped = new TOut[items.Length];
        for (int i = 0; i < mapped.Length; i++)
        {
            mapped[i] = map(items[i], text);
        }

        return mapped;
    }
}
