namespace Extraction;

/// <summary>Content, cue and source of quotes.</summary>
internal sealed class QuoteStage : IExtractionStage
{
    public StageContract Contract { get; } = StageContract.Named(StageNames.Quotes).Needs(Layers.Tokens, Layers.Sentences).Uses(Layers.Layout, Layers.Dates, Layers.Mentions, Layers.Entities).Gives(Layers.Attributions);

    public void Run(ExtractionContext context)
    {
        context.Set(Layers.Attributions, []);
    }
}
