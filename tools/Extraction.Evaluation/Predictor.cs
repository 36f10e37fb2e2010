using Extraction.Corpora;

namespace Extraction.Evaluation;

/// <summary>Runs the library over annotated documents and hands its results over in the corpora's own format, as <c>to_layers.py</c> does.</summary>
internal sealed class Predictor
{
    private readonly ExtractionPipeline _pipeline = new ExtractionPipelineBuilder().AddDefaults(new ExtractionOptions { KeepTokens = true }).Build();

    /// <summary>Whether dates of the furniture (publication stamps) are among the time expressions.</summary>
    public bool WithFurniture { get; init; }

    /// <summary>Whether the document's own date is handed over.</summary>
    public bool WithDate { get; init; } = true;

    public Dictionary<string, CorpusDocument> Predict(IEnumerable<CorpusDocument> gold) => gold.ToDictionary(d => d.Id, d => Predict(d).Document, StringComparer.Ordinal);

    public (CorpusDocument Document, ExtractionResult Result) Predict(CorpusDocument document)
    {
        PublicationTime? published = WithDate && PublicationTime.TryParse(document.Dct, out PublicationTime time) ? time : null;
        ExtractionResult result = _pipeline.Extract(new Article(document.Text) { Id = document.Id, Published = published });
        return (ToDocument(document.Id, result), result);
    }

    private CorpusDocument ToDocument(string id, ExtractionResult result) => new()
    {
        Id = id,
        Text = "",
        Sentences = [.. result.Sentences.Select(s => s.Span)],
        Tokens = [.. result.Tokens.Select(t => new TextSpan(t.Start, t.End))],
        Blocks = [.. result.Layout.Blocks.Select(b => new CorpusBlock(b.Span, BlockLabel(b.Kind)))],
        Timexes = [.. result.Dates
            .Where(d => WithFurniture || d.Role == DateRole.None)
            .Select(d => new CorpusTimex(d.Span, d.Type.ToString().ToUpperInvariant(), d.Value, d.Mod, d.Role != DateRole.None))],
        Entities = [.. result.Entities
            .SelectMany(e => e.Mentions
                .Where(m => m.Kind is MentionKind.Name or MentionKind.Handle)
                .Select(m => new CorpusEntity(m.Span, EntityLabel(e.Type), null, e.Id, e.Name, m.Kind == MentionKind.Handle ? "handle" : "name")))
            .OrderBy(m => m.Span)],
        Quotes = [.. result.Quotes.Select(q => new CorpusQuote(
            q.Kind.ToString().ToLowerInvariant(),
            q.Content,
            q.Cue is { } cue ? [cue] : [],
            q.Speaker is { } speaker ? [speaker.Span] : [],
            result.FindEntity(q.Speaker?.EntityId) is { } entity ? [entity.Name] : []))],
    };

    // The annotated pages call body text 'body', datelines included.
    private static string BlockLabel(BlockKind kind) => kind switch
    {
        BlockKind.Paragraph or BlockKind.Dateline => "body",
        _ => char.ToLowerInvariant(kind.ToString()[0]) + kind.ToString()[1..],
    };

    private static string EntityLabel(EntityType type) => type.Name.Length == 0 ? "" : char.ToUpperInvariant(type.Name[0]) + type.Name[1..];
}
