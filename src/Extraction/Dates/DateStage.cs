namespace Extraction;

/// <summary>Date and time expressions with values.</summary>
internal sealed class DateStage : IExtractionStage
{
    public StageContract Contract { get; } = StageContract.Named(StageNames.Dates).Needs(Layers.Tokens, Layers.Sentences).Uses(Layers.Layout).Gives(Layers.Dates);

    public void Run(ExtractionContext context)
    {
        context.Set(Layers.Dates, []);
    }
}
