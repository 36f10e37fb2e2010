namespace Extraction;

/// <summary>Names with their types.</summary>
internal sealed class EntityStage : IExtractionStage
{
    public StageContract Contract { get; } = StageContract.Named(StageNames.Entities).Needs(Layers.Tokens, Layers.Sentences).Uses(Layers.Layout).Gives(Layers.Mentions);

    public void Run(ExtractionContext context)
    {
        context.Set(Layers.Mentions, []);
    }
}
