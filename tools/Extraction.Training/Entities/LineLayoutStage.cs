using System.Collections.Immutable;

namespace Extraction.Training.Entities;

/// <summary>The corpora's layout: every line is a paragraph.</summary>
internal sealed class LineLayoutStage : IExtractionStage
{
    public StageContract Contract { get; } = StageContract.Named(StageNames.Layout).Needs(Layers.Tokens).Gives(Layers.Layout);

    public void Run(ExtractionContext context)
    {
        ReadOnlySpan<Token> tokens = context.Get(Layers.Tokens).Span;
        var blocks = ImmutableArray.CreateBuilder<Block>();
        int first = 0;
        for (int i = 1; i <= tokens.Length; i++)
        {
            if (i == tokens.Length || tokens[i].Has(TokenFlags.LineStart))
            {
                blocks.Add(new Block(BlockKind.Paragraph, new TextSpan(tokens[first].Start, tokens[i - 1].End), first, i));
                first = i;
            }
        }

        context.Set(Layers.Layout, new ArticleLayout { Blocks = tokens.IsEmpty ? [] : blocks.DrainToImmutable() });
    }
}
