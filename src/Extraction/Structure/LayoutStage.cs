namespace Extraction;

/// <summary>Lines to blocks with kinds, furniture, publication time.</summary>
internal sealed class LayoutStage : IExtractionStage
{
    public StageContract Contract { get; } = StageContract.Named(StageNames.Layout).Needs(Layers.Tokens).Refines(Layers.Tokens).Gives(Layers.Layout);

    public void Run(ExtractionContext context)
    {
        TokenList tokens = context.Get(Layers.Tokens);
        LayoutScratch scratch = context.Scratch<LayoutScratch>();
        PageShape page = UnitPages.Read(context.Text, tokens, scratch, context.CancellationToken);
        LayoutDecoder.Decode(LayoutModel.Default, scratch, tokens.Span, page, context.CancellationToken);
        LayoutRepair.Run(scratch, page);
        context.Set(Layers.Layout, LayoutBuilder.Build(context.Text, tokens.Span, scratch));
    }
}
