using System.Collections.Immutable;

namespace Extraction;

/// <summary>Sentence boundaries inside blocks.</summary>
internal sealed class SentenceStage : IExtractionStage
{
    public StageContract Contract { get; } = StageContract.Named(StageNames.Sentences).Needs(Layers.Tokens).Uses(Layers.Layout).Gives(Layers.Sentences);

    public void Run(ExtractionContext context)
    {
        ReadOnlySpan<char> text = context.Text;
        ReadOnlySpan<Token> tokens = context.Get(Layers.Tokens).Span;
        var sentences = ImmutableArray.CreateBuilder<Sentence>();
        ImmutableArray<Block> blocks = context.TryGet(Layers.Layout, out ArticleLayout? layout)
            ? layout.Blocks
            : tokens.IsEmpty ? [] : [new Block(BlockKind.Paragraph, new TextSpan(tokens[0].Start, tokens[^1].End), 0, tokens.Length)];
        for (int b = 0; b < blocks.Length; b++)
        {
            int first = blocks[b].FirstToken;
            for (int i = first; i < blocks[b].EndToken; i++)
            {
                bool end = i + 1 == blocks[b].EndToken;
                if (!end && text[tokens[i].Start] is '.' or '?' or '!')
                {
                    while (i + 1 < blocks[b].EndToken && !tokens[i + 1].Has(TokenFlags.SpaceBefore))
                    {
                        i++;
                    }

                    end = i + 1 == blocks[b].EndToken || !char.IsLower(text[tokens[i + 1].Start]);
                }

                if (end)
                {
                    sentences.Add(new Sentence(new TextSpan(tokens[first].Start, tokens[i].End), first, i + 1, b));
                    first = i + 1;
                }
            }
        }

        context.Set(Layers.Sentences, sentences.DrainToImmutable());
    }
}
