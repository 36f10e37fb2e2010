namespace Extraction.Training.Entities;

/// <summary>Runs the library's own tokens and sentences over a corpus text and reads it as pieces, so that training sees what the recogniser will see.</summary>
internal sealed class DocumentReader(EntityModel model) : IExtractionStage
{
    private readonly ChainRecognizer _recognizer = new(model);
    private ExtractionPipeline? _pipeline;

    public StageContract Contract { get; } = StageContract.Named("read").Needs(Layers.Tokens, Layers.Sentences);

    public EntityScratch Scratch { get; } = new();

    public ChainRecognizer Recognizer => _recognizer;

    public void Read(string text)
    {
        _pipeline ??= new ExtractionPipelineBuilder().AddTokens().Add(new LineLayoutStage()).AddSentences().Add(this).Build();
        _pipeline.Extract(new Article(text));
    }

    public void Run(ExtractionContext context) =>
        _recognizer.Read(context.Text, context.Get(Layers.Tokens).Span, context.Get(Layers.Sentences).AsSpan(), [], Scratch, CancellationToken.None);
}
