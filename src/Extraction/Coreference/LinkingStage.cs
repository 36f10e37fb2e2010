namespace Extraction;

/// <summary>Names linked to entities, roles, gender.</summary>
internal sealed class LinkingStage : IExtractionStage
{
    public StageContract Contract { get; } = StageContract.Named(StageNames.Linking).Needs(Layers.Tokens, Layers.Sentences, Layers.Mentions).Uses(Layers.Layout).Gives(Layers.Entities);

    public void Run(ExtractionContext context)
    {
        context.Set(Layers.Entities, []);
    }
}
