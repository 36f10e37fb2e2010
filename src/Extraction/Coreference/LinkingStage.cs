using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Extraction;

/// <summary>Names linked to entities, roles, gender.</summary>
internal sealed class LinkingStage : IExtractionStage
{
    private readonly EntityLinker _linker;

    public LinkingStage(LinkingOptions options) => _linker = new EntityLinker(options);

    public StageContract Contract { get; } = StageContract.Named(StageNames.Linking).Needs(Layers.Tokens, Layers.Mentions).Uses(Layers.Sentences).Gives(Layers.Entities);

    public void Run(ExtractionContext context)
    {
        LinkScratch scratch = context.Scratch<LinkScratch>();
        scratch.Start(context.Text, context.Get(Layers.Tokens));
        foreach (Mention mention in context.Get(Layers.Mentions))
        {
            scratch.Mentions.Add(mention);
        }

        if (context.TryGet(Layers.Sentences, out ImmutableArray<Sentence> sentences))
        {
            CollectionsMarshal.SetCount(scratch.Opens, scratch.Tokens.Count);
            Span<bool> opens = CollectionsMarshal.AsSpan(scratch.Opens);
            opens.Clear();
            foreach (Sentence sentence in sentences)
            {
                if ((uint)sentence.FirstToken < (uint)opens.Length)
                {
                    opens[sentence.FirstToken] = true;
                }
            }
        }

        context.Set(Layers.Entities, _linker.Link(scratch, context.CancellationToken));
    }
}
