using System.Collections.Immutable;

namespace Extraction;

/// <summary>The stage 'entities' by itself: names in any running text, without composing a pipeline, and what spoke for a name's type. It takes all of the text for text: furniture of a page is left to the stage 'layout'.</summary>
/// <threadsafety>Immutable; safe from any thread.</threadsafety>
public sealed class EntityRecognizer
{
    private readonly ExtractionPipeline _pipeline;
    private readonly MentionExplainer _explainer;

    /// <summary>With default options.</summary>
    public EntityRecognizer()
        : this(new EntityOptions())
    {
    }

    /// <summary>With options, which are copied.</summary>
    /// <exception cref="ArgumentException">A known name is empty.</exception>
    public EntityRecognizer(EntityOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _explainer = new MentionExplainer(options);
        _pipeline = new ExtractionPipelineBuilder().AddTokens().AddSentences().AddEntities(options).Add(new MentionKeeper()).Build();
    }

    /// <summary>The names of a text in text order, disjoint, not yet linked to entities.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> asked for it.</exception>
    public ImmutableArray<Mention> Recognize(string text, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        _pipeline.Extract(new Article(text), cancellationToken);
        return MentionKeeper.Take();
    }

    /// <summary>What spoke for the mention's type: the features with most weight, the gazetteer lists its words are on, and what the rest of the article says of its words.</summary>
    /// <param name="text">The text the mention was found in.</param>
    /// <param name="mention">A mention that <see cref="Recognize"/> or a pipeline found in it.</param>
    /// <param name="cancellationToken">Asks the run to stop.</param>
    /// <returns>Null where no name stands at that span.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> asked for it.</exception>
    public MentionExplanation? Explain(string text, Mention mention, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        return _explainer.Explain(text, mention.Span, cancellationToken);
    }

    /// <summary>Last stage of the recogniser's own pipeline: hands the mentions out on the thread that asked.</summary>
    private sealed class MentionKeeper : IExtractionStage
    {
        [ThreadStatic]
        private static ImmutableArray<Mention> _kept;

        public StageContract Contract { get; } = StageContract.Named("mentions kept").Needs(Layers.Mentions);

        public static ImmutableArray<Mention> Take()
        {
            ImmutableArray<Mention> kept = _kept;
            _kept = default;
            return kept;
        }

        public void Run(ExtractionContext context) => _kept = context.Get(Layers.Mentions);
    }
}
