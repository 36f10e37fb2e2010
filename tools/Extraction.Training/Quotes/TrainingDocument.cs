using System.Collections.Immutable;
using Extraction.Corpora;
using Extraction.Training.Entities;

namespace Extraction.Training.Quotes;

/// <summary>An annotated article with the layers that our own stages give it, and its gold labels.</summary>
internal sealed record TrainingDocument
{
    public required CorpusDocument Gold { get; init; }
    public required Token[] Tokens { get; init; }
    public required ImmutableArray<Sentence> Sentences { get; init; }
    public required ImmutableArray<Block> Blocks { get; init; }
    public required ImmutableArray<Mention> Mentions { get; init; }
    public required ImmutableArray<DateExpression> Dates { get; init; }
    public required ImmutableArray<Entity> Entities { get; init; }
    public required float Weight { get; init; }
    public required byte[] Labels { get; init; }
    /// <summary>Labels of a first pass that did not see the document.</summary>
    public byte[] Predicted { get; set; } = [];

    /// <summary>Labels and probabilities of both passes of models that did not see the document.</summary>
    public TaggerScratch? Tagged { get; set; }

    public string Text => Gold.Text;

    public void Fill(QuoteView view, QuoteVocabulary vocabulary) =>
        view.Fill(Text, Tokens, Sentences, Blocks, Mentions.AsSpan(), Dates.AsSpan(), vocabulary);

    /// <summary>Runs the stages before 'quotes' over a corpus.</summary>
    public static List<TrainingDocument> Read(string path, float weight)
    {
        var capture = new Capture();
        ExtractionPipeline pipeline = new ExtractionPipelineBuilder().AddTokens().AddLayout().AddSentences().AddDates().AddEntities().AddLinking().Add(capture).Build();
        var documents = new List<TrainingDocument>();
        foreach (CorpusDocument gold in ReadGold(path))
        {
            PublicationTime? published = PublicationTime.TryParse(gold.Dct, out PublicationTime time) ? time : null;
            pipeline.Extract(new Article(gold.Text) { Published = published });
            documents.Add(new TrainingDocument
            {
                Gold = gold,
                Tokens = capture.Tokens,
                Sentences = capture.Sentences,
                Blocks = capture.Blocks,
                Mentions = capture.Mentions,
                Dates = capture.Dates,
                Entities = capture.Entities,
                Weight = weight,
                Labels = GoldLabels.Paint(gold, capture.Tokens),
            });
        }

        return documents;
    }

    /// <summary>A corpus in the common format, an article file with inline marks, or, with a star in the file's name, all that match.</summary>
    private static IEnumerable<CorpusDocument> ReadGold(string path)
    {
        string name = Path.GetFileName(path);
        return name.Contains('*') ? Directory.GetFiles(Path.GetDirectoryName(path) is { Length: > 0 } folder ? folder : ".", name).Order(StringComparer.Ordinal).SelectMany(ReadGold)
            : name.EndsWith(".txt", StringComparison.Ordinal) ? InlineArticles.Read(path)
            : Corpus.Read(path);
    }

    private sealed class Capture : IExtractionStage
    {
        public StageContract Contract { get; } = StageContract.Named("capture").Needs(Layers.Tokens, Layers.Sentences, Layers.Layout, Layers.Mentions, Layers.Dates, Layers.Entities);

        public Token[] Tokens { get; private set; } = [];
        public ImmutableArray<Sentence> Sentences { get; private set; }
        public ImmutableArray<Block> Blocks { get; private set; }
        public ImmutableArray<Mention> Mentions { get; private set; }
        public ImmutableArray<DateExpression> Dates { get; private set; }
        public ImmutableArray<Entity> Entities { get; private set; }

        public void Run(ExtractionContext context)
        {
            Tokens = context.Get(Layers.Tokens).Span.ToArray();
            Sentences = context.Get(Layers.Sentences);
            Blocks = context.Get(Layers.Layout).Blocks;
            Mentions = context.Get(Layers.Mentions);
            Dates = context.Get(Layers.Dates);
            Entities = context.Get(Layers.Entities);
        }
    }
}
