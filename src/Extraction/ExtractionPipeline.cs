using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics;

namespace Extraction;

/// <summary>A sealed sequence of stages that turns articles into results. Build it once with <see cref="ExtractionPipelineBuilder"/> and share it.</summary>
/// <threadsafety>Immutable; safe from any thread.</threadsafety>
public sealed class ExtractionPipeline
{
    // A context that has seen a huge article holds huge buffers; it is dropped instead of being kept for the next one.
    private const int LargestReusedText = 1 << 20;

    private readonly ImmutableArray<IExtractionStage> _stages;
    private readonly ImmutableArray<StageContract> _contracts;
    private readonly ImmutableArray<Layer> _ownLayers;
    private readonly ConcurrentQueue<ExtractionContext> _idle = new();
    private readonly bool _keepTokens;
    private readonly bool _splitHyphens;
    private readonly int _maxTextLength;

    internal ExtractionPipeline(ImmutableArray<IExtractionStage> stages, ImmutableArray<StageContract> contracts, ImmutableArray<Layer> ownLayers, bool keepTokens, bool splitHyphens, int maxTextLength)
    {
        _stages = stages;
        _contracts = contracts;
        _ownLayers = ownLayers;
        _keepTokens = keepTokens;
        _splitHyphens = splitHyphens;
        _maxTextLength = maxTextLength;
    }

    /// <summary>The stages' contracts in the order in which they run.</summary>
    public ImmutableArray<StageContract> Stages => _contracts;

    /// <summary>A pipeline of all the library's stages with default options.</summary>
    public static ExtractionPipeline CreateDefault() => new ExtractionPipelineBuilder().AddDefaults().Build();

    /// <summary>Extracts from one article.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="article"/> is null.</exception>
    /// <exception cref="ArgumentException">The text is longer than <see cref="ExtractionOptions.MaxTextLength"/>.</exception>
    public ExtractionResult Extract(Article article) => Extract(article, CancellationToken.None);

    /// <summary>Extracts from a text of which nothing else is known.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="ArgumentException">The text is longer than <see cref="ExtractionOptions.MaxTextLength"/>.</exception>
    public ExtractionResult Extract(string text) => Extract(new Article(text), CancellationToken.None);

    /// <summary>Extracts from one article.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="article"/> is null.</exception>
    /// <exception cref="ArgumentException">The text is longer than <see cref="ExtractionOptions.MaxTextLength"/>.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public ExtractionResult Extract(Article article, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(article);
        if (article.Text.Length > _maxTextLength)
        {
            throw new ArgumentException($"The text has {article.Text.Length} UTF-16 code units; MaxTextLength allows {_maxTextLength}.", nameof(article));
        }

        if (!_idle.TryDequeue(out ExtractionContext? context))
        {
            context = new ExtractionContext();
        }

        using Activity? activity = Telemetry.Start(article);
        try
        {
            RunStages(context, article, cancellationToken);
        }
        catch (Exception e)
        {
            // The context is dropped: a stage that threw may have left its scratch memory in any state.
            Telemetry.ArticleFailed(activity, e);
            throw;
        }

        Telemetry.ArticleDone(article);
        var result = new ExtractionResult(context, _keepTokens, _splitHyphens, OwnLayers(context));
        context.Finish();
        if (article.Text.Length <= LargestReusedText && _idle.Count < 2 * Environment.ProcessorCount)
        {
            _idle.Enqueue(context);
        }

        return result;
    }

    /// <summary>
    /// Loads the stages' models and word lists, which else the first article waits for (some 50 ms): call it at the start of a service, or on another thread while the first article is being read.
    /// </summary>
    public void Preload()
    {
        foreach (IExtractionStage stage in _stages)
        {
            (stage as IPreloadable)?.Preload();
        }
    }

    /// <summary>The stages with what they need and give, as a table for people.</summary>
    public string Describe() => PipelineTable.Render(_contracts);

    private void RunStages(ExtractionContext context, Article article, CancellationToken cancellationToken)
    {
        bool timed = Telemetry.TimesStages;
        context.Start(article, cancellationToken);
        for (int i = 0; i < _stages.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            context.Enter(_contracts[i]);
            long started = timed ? Stopwatch.GetTimestamp() : 0;
            _stages[i].Run(context);
            if (timed)
            {
                Telemetry.StageDone(_contracts[i].Name, started);
            }
        }

        context.Enter(null);
    }

    private FrozenDictionary<Layer, object> OwnLayers(ExtractionContext context)
    {
        if (_ownLayers.IsEmpty)
        {
            return FrozenDictionary<Layer, object>.Empty;
        }

        var own = new Dictionary<Layer, object>();
        foreach (Layer layer in _ownLayers)
        {
            if (context.TryPeek(layer, out object? value))
            {
                own[layer] = value;
            }
        }

        return own.ToFrozenDictionary();
    }
}
