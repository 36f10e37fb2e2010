using System.Collections.Immutable;

namespace Extraction;

/// <summary>
/// Makes attributions of the tagger's labels: keeps quotations whole, finds for each piece of content its cue and for each cue its source, joins the pieces of split quotations.
/// The steps share a <see cref="QuoteDraft"/>.
/// </summary>
internal sealed class QuoteAssembler
{
    private readonly QuoteDraft _draft = new();
    private readonly WholeQuotations _quotations;
    private readonly Transcripts _transcripts;
    private readonly AdjacentCues _adjacent;
    private readonly FinalReports _reports;
    private readonly PieceCollector _pieces;
    private readonly SourceFinder _sources;
    private readonly QuoteLinker _linker;
    private readonly ObjectTrimmer _objects;
    private readonly AttributionWriter _writer;

    public QuoteAssembler()
    {
        _adjacent = new AdjacentCues(_draft);
        _quotations = new WholeQuotations(_draft, _adjacent);
        _transcripts = new Transcripts(_draft);
        _reports = new FinalReports(_draft);
        _pieces = new PieceCollector(_draft);
        _sources = new SourceFinder(_draft);
        _linker = new QuoteLinker(_draft, _sources, _adjacent);
        _objects = new ObjectTrimmer(_draft);
        _writer = new AttributionWriter(_draft);
    }

    /// <summary>Builds the attributions of an article.</summary>
    public ImmutableArray<Attribution> Assemble(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, QuoteView view, TaggerScratch tagged, LinkModel model, QuoteSettings settings, LinkTeacher? teacher = null)
    {
        _draft.Begin(view, tagged);

        // What the marks, labels and last words of sentences leave no doubt about, over the tagger's labels.
        _quotations.KeepQuotationsWhole(text, tokens);
        _transcripts.MarkTranscripts(text, tokens);
        _adjacent.MarkAdjacentCues(text, tokens);
        _reports.MarkFinalReports(text, tokens);

        // Runs of labels, and what hangs together.
        _pieces.CollectRuns(text, tokens);
        _sources.FindSources(tokens);
        _linker.Join(text, tokens, model, teacher);
        _objects.LeaveOutObjects(tokens);
        return _writer.Write(tokens, settings);
    }
}
