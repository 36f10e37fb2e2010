namespace Extraction;

/// <summary>Sources resolved to entities.</summary>
internal sealed class SpeakerStage : IExtractionStage
{
    public StageContract Contract { get; } = StageContract.Named(StageNames.Speakers).Needs(Layers.Tokens, Layers.Sentences, Layers.Attributions, Layers.Entities).Uses(Layers.Layout).Gives(Layers.Quotes).Refines(Layers.Entities);

    public void Run(ExtractionContext context)
    {
        context.Set(Layers.Quotes, []);
    }
}
