using System.Collections.Immutable;

namespace Extraction;

/// <summary>Sources resolved to entities; pronouns and titles that were resolved become mentions.</summary>
internal sealed class SpeakerStage : IExtractionStage
{
    public StageContract Contract { get; } = StageContract.Named(StageNames.Speakers).Needs(Layers.Tokens, Layers.Sentences, Layers.Attributions, Layers.Entities).Uses(Layers.Layout).Gives(Layers.Quotes).Refines(Layers.Entities);

    public void Run(ExtractionContext context)
    {
        ImmutableArray<Attribution> attributions = context.Get(Layers.Attributions);
        if (attributions.IsEmpty)
        {
            context.Set(Layers.Quotes, []);
            return;
        }

        SpeakerScratch scratch = context.Scratch<SpeakerScratch>();
        string text = context.Text;
        ReadOnlySpan<Token> tokens = context.Get(Layers.Tokens).Span;
        ImmutableArray<Entity> entities = context.Get(Layers.Entities);
        ImmutableArray<Block> blocks = context.TryGet(Layers.Layout, out ArticleLayout? layout) ? layout.Blocks : ParagraphBlocks.Of(text, tokens);
        SpeakerResolver resolver = scratch.Resolver;
        resolver.Enter(text, tokens, context.Get(Layers.Sentences), blocks, entities, attributions);
        scratch.Added.Clear();
        int outer = -1;
        var quotes = ImmutableArray.CreateBuilder<Quote>(attributions.Length);
        for (int i = 0; i < attributions.Length; i++)
        {
            if (i % 256 == 0)
            {
                context.CancellationToken.ThrowIfCancellationRequested();
            }

            Attribution attribution = attributions[i];
            resolver.Candidates.Except = attribution.IsNested ? outer : -1;
            Resolution found = resolver.Resolve(text, tokens, attribution, SpeakerModel.Default);
            if (attribution.Source is not null)
            {
                if (!attribution.IsNested)
                {
                    // Who is quoted within a quotation does not speak to the reader: the next 'she added' is not him.
                    resolver.Spoke(found.Entity, found.Run.First);
                    outer = found.Entity;
                }

                scratch.Note(found);
            }

            quotes.Add(new Quote
            {
                Kind = attribution.Kind,
                Content = attribution.Content,
                Cue = attribution.Cue,
                CueClass = attribution.CueClass,
                IsNested = attribution.IsNested,
                Speaker = attribution.Source is { } source ? new Speaker(source, found.Entity < 0 ? null : entities[found.Entity].Id) : null,
                Confidence = attribution.Confidence * found.Confidence,
                Reason = attribution.Source is null ? attribution.Reason : $"{attribution.Reason}; {found.Reason}",
            });
        }

        context.Set(Layers.Quotes, quotes.DrainToImmutable());
        if (scratch.Added.Count > 0)
        {
            context.Set(Layers.Entities, MentionMerger.Merge(entities, tokens, scratch.Added));
        }
    }
}
