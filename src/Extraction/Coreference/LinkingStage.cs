namespace Extraction;

/// <summary>Names linked to entities, roles, gender.</summary>
internal sealed class LinkingStage : IExtractionStage
{
    private readonly EntityLinker _linker;

    public LinkingStage(LinkingOptions options) => _linker = new EntityLinker(options);

    public StageContract Contract { get; } = StageContract.Named(StageNames.Linking).Needs(Layers.Tokens, Layers.Sentences, Layers.Mentions).Uses(Layers.Layout).Gives(Layers.Entities);

    public void Run(ExtractionContext context)
    {
        LinkScratch scratch = context.Scratch<LinkScratch>();
        scratch.Start(context.Text);
        foreach (Mention mention in context.Get(Layers.Mentions))
        {
            scratch.Mentions.Add(mention);
        }

        context.Set(Layers.Entities, _linker.Link(scratch));
    }
}
