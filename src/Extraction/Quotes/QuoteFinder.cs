using System.Collections.Immutable;

namespace Extraction;

/// <summary>
/// Finds quotes as they are written (content, cue, source) in one call, without building a pipeline and without recognising names. Whom a source means takes the names, too: that is the
/// default pipeline's work.
/// </summary>
/// <threadsafety>Immutable; safe from any thread.</threadsafety>
public sealed class QuoteFinder
{
    private static readonly Layer<ImmutableArray<Attribution>> Found = new("found attributions");

    private readonly ExtractionPipeline _pipeline;

    /// <summary>A finder with default options.</summary>
    public QuoteFinder()
        : this(new QuoteOptions())
    {
    }

    /// <summary>A finder with the given options, which it copies.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    public QuoteFinder(QuoteOptions options) =>
        _pipeline = new ExtractionPipelineBuilder().AddTokens().AddLayout().AddSentences().AddQuotes(options).Add(new KeepingStage()).Build();

    /// <summary>The quotes of a text, in the order of their content.</summary>
    /// <param name="text">Any text; spans count in it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public ImmutableArray<Attribution> Find(string text) => _pipeline.Extract(text).TryGet(Found, out ImmutableArray<Attribution> attributions) ? attributions : [];

    /// <summary>Hands the attributions, which a result shows only as quotes, to the caller.</summary>
    private sealed class KeepingStage : IExtractionStage
    {
        public StageContract Contract { get; } = StageContract.Named("keep attributions").Needs(Layers.Attributions).Gives(Found);

        public void Run(ExtractionContext context) => context.Set(Found, context.Get(Layers.Attributions));
    }
}
