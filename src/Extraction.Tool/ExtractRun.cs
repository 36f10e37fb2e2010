using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Extraction.Tool;

/// <summary>One run of <c>extract</c>: inputs through the pipeline into the output, in order.</summary>
internal sealed class ExtractRun
{
    private const int WidthOfFiles = 120;

    private readonly ExtractSettings _settings;
    private readonly Surroundings _surroundings;
    private readonly ExtractionPipeline _pipeline;
    private readonly Renderer _renderer;

    // Items on their way, so that errors know their place; bounded because the batch is.
    private readonly ConcurrentQueue<InputItem> _inFlight = new();

    public ExtractRun(ExtractSettings settings, Surroundings surroundings)
    {
        _settings = settings;
        _surroundings = surroundings;
        _pipeline = new ExtractionPipelineBuilder()
            .AddDefaults(new ExtractionOptions { KeepTokens = settings.Tokens, MaxTextLength = settings.MaxLength })
            .Build();

        // Models are read while the first input is: on a second core the first result comes a fifth sooner.
        _ = Task.Run(_pipeline.Preload);
        _renderer = settings.Output is null
            ? new Renderer(settings.Format, surroundings.Colour, surroundings.Width)
            : new Renderer(settings.Format, colour: false, WidthOfFiles);
    }

    /// <returns>The exit code.</returns>
    /// <exception cref="ArgumentException">The output's names clash.</exception>
    /// <exception cref="IOException">The output cannot be written.</exception>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        IOutputSink sink = CreateSink();
        await using (sink.ConfigureAwait(false))
        {
            var reader = new InputReader(_settings.Files, _settings.Shard, _settings.OutputIsFolder, sink, _surroundings.Input);
            using var progress = ProgressReport.Start(_surroundings, _settings.Progress, _settings.Files, () => reader.Bytes);
            var options = new BatchOptions { MaxDegreeOfParallelism = _settings.Jobs };
            IAsyncEnumerable<BatchOutcome<Rendered>> outcomes = _pipeline.ExtractManyAsync(
                Articles(reader, cancellationToken), item => item.ToArticle(_settings.Published), (_, result) => _renderer.Render(result), options, cancellationToken);
            await foreach (BatchOutcome<Rendered> outcome in outcomes.ConfigureAwait(false))
            {
                InputItem item = await NextArticleAsync(sink, cancellationToken).ConfigureAwait(false);
                byte[] bytes = outcome.IsSuccess ? outcome.Result.Bytes : Error(item, outcome);
                await sink.WriteAsync(item.FileIndex, bytes, cancellationToken).ConfigureAwait(false);
                progress.Count(outcome.IsSuccess, outcome.Result?.Words ?? 0);
            }

            await EndFilesAsync(sink, cancellationToken).ConfigureAwait(false);
            await sink.CompleteAsync(cancellationToken).ConfigureAwait(false);
            return progress.Finish() ? ExitCode.Success : ExitCode.SomeFailed;
        }
    }

    private async IAsyncEnumerable<InputItem> Articles(InputReader reader, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (InputItem item in reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            _inFlight.Enqueue(item);
            if (!item.EndsFile)
            {
                yield return item;
            }
        }
    }

    private async ValueTask<InputItem> NextArticleAsync(IOutputSink sink, CancellationToken cancellationToken)
    {
        await EndFilesAsync(sink, cancellationToken).ConfigureAwait(false);
        return _inFlight.TryDequeue(out InputItem? item) ? item : throw new UnreachableException("An outcome without its input.");
    }

    private async ValueTask EndFilesAsync(IOutputSink sink, CancellationToken cancellationToken)
    {
        while (_inFlight.TryPeek(out InputItem? item) && item.EndsFile)
        {
            _inFlight.TryDequeue(out _);
            await sink.EndFileAsync(item.FileIndex, cancellationToken).ConfigureAwait(false);
        }
    }

    private byte[] Error(InputItem item, BatchOutcome<Rendered> outcome) => outcome.Error switch
    {
        InputException e => _renderer.RenderError(item, e.Id, e.Code, e.Message),
        ArgumentException e => _renderer.RenderError(item, outcome.Id, "too-long", e.Message),
        { } e => _renderer.RenderError(item, outcome.Id, "failed", $"{e.GetType().Name}: {e.Message}"),
        null => throw new UnreachableException("A failure without its cause."),
    };

    private IOutputSink CreateSink()
    {
        if (_settings.Output is not { } output)
        {
            return new StandardOutputSink(_surroundings.Output());
        }

        bool countsLines = _settings.Format == OutputFormat.Jsonl;
        return _settings.OutputIsFolder
            ? new FolderSink(FolderSink.PathsFor(_settings.Files, output, _settings.Format), RunKey.Of(_settings), _settings.Resume, countsLines)
            : new SingleFileSink(output, RunKey.Of(_settings), _settings.Resume, countsLines);
    }
}
