using System.Collections.Immutable;

namespace Extraction;

/// <summary>Content, cue and source of quotes.</summary>
internal sealed class QuoteStage(QuoteSettings settings) : IExtractionStage, IPreloadable
{
    public StageContract Contract { get; } = StageContract.Named(StageNames.Quotes).Needs(Layers.Tokens, Layers.Sentences).Uses(Layers.Layout, Layers.Dates, Layers.Mentions, Layers.Entities).Gives(Layers.Attributions);

    public void Preload() => _ = QuoteTagger.Default;

    public void Run(ExtractionContext context)
    {
        QuoteScratch scratch = context.Scratch<QuoteScratch>();
        ReadOnlySpan<Token> tokens = context.Get(Layers.Tokens).Span;
        if (tokens.IsEmpty)
        {
            context.Set(Layers.Attributions, []);
            return;
        }

        QuoteTagger tagger = QuoteTagger.Default;
        ImmutableArray<Block> blocks = context.TryGet(Layers.Layout, out ArticleLayout? layout) ? layout.Blocks : ParagraphBlocks.Of(context.Text, tokens);
        ImmutableArray<Mention> mentions = context.TryGet(Layers.Mentions, out ImmutableArray<Mention> found) ? found : [];
        ImmutableArray<DateExpression> dates = context.TryGet(Layers.Dates, out ImmutableArray<DateExpression> times) ? times : [];
        scratch.View.Fill(context.Text, tokens, context.Get(Layers.Sentences), blocks, mentions.AsSpan(), dates.AsSpan(), tagger.Vocabulary);
        tagger.Tag(scratch.View, scratch.Tagger, context.CancellationToken);
        ImmutableArray<Attribution> attributions = scratch.Assembler.Assemble(context.Text, tokens, scratch.View, scratch.Tagger, tagger.Links, settings);
        context.Set(Layers.Attributions, !settings.IncludeNested ? attributions : scratch.Nested.AddTo(attributions, context.Text, tokens, scratch.View, tagger, settings, context.CancellationToken));
    }
}
