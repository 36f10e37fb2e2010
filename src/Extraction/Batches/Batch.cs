using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Extraction;

/// <summary>
/// One batch: a reader puts each item into two queues, one that hands out outcomes in order and one from which the workers take.
/// A permit is held from the reading of an item until its outcome is handed out, which bounds the memory.
/// </summary>
internal sealed class Batch<TSource, T>(
    ExtractionPipeline pipeline, IAsyncEnumerable<TSource> source, Func<TSource, Article> toArticle, Func<TSource, ExtractionResult, T> project, int workers, int maxPending)
    where T : notnull
{
    public async IAsyncEnumerable<BatchOutcome<T>> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var permits = new SemaphoreSlim(maxPending);
        var ordered = Channel.CreateUnbounded<Job>(new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });
        var work = Channel.CreateUnbounded<Job>(new UnboundedChannelOptions { SingleWriter = true });
        var running = new Task[workers + 1];
        running[0] = Task.Run(() => ReadAsync(ordered.Writer, work.Writer, permits, stop.Token), CancellationToken.None);
        for (int i = 1; i <= workers; i++)
        {
            running[i] = Task.Run(() => WorkAsync(work.Reader, stop.Token), CancellationToken.None);
        }

        try
        {
            // The reader completes the queue with the input's own failure, which then surfaces here, after the outcomes before it.
            await foreach (Job job in ordered.Reader.ReadAllAsync(stop.Token).ConfigureAwait(false))
            {
                BatchOutcome<T> outcome = await job.Outcome.Task.WaitAsync(stop.Token).ConfigureAwait(false);
                permits.Release();
                yield return outcome;
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(running).ConfigureAwait(false);
        }

        cancellationToken.ThrowIfCancellationRequested();
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever the input's enumerator throws is handed to the consumer.")]
    private async Task ReadAsync(ChannelWriter<Job> ordered, ChannelWriter<Job> work, SemaphoreSlim permits, CancellationToken stop)
    {
        Exception? failure = null;
        try
        {
            long position = 0;
            await permits.WaitAsync(stop).ConfigureAwait(false);
            await foreach (TSource item in source.WithCancellation(stop).ConfigureAwait(false))
            {
                var job = new Job(position++, item);
                ordered.TryWrite(job);
                work.TryWrite(job);
                await permits.WaitAsync(stop).ConfigureAwait(false);
            }
        }
        catch (Exception e)
        {
            failure = e;
        }

        work.TryComplete();
        ordered.TryComplete(failure);
    }

    private async Task WorkAsync(ChannelReader<Job> work, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested && await work.WaitToReadAsync(CancellationToken.None).ConfigureAwait(false))
        {
            while (!stop.IsCancellationRequested && work.TryRead(out Job? job))
            {
                Run(job, stop);
            }
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "One failing article spoils no other: its exception is its outcome.")]
    private void Run(Job job, CancellationToken stop)
    {
        string? id = null;
        try
        {
            Article article = toArticle(job.Item);
            id = article?.Id;
            job.Outcome.SetResult(new BatchOutcome<T>(job.Position, id, project(job.Item, pipeline.Extract(article!, stop))));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            job.Outcome.TrySetCanceled(stop);
        }
        catch (Exception e)
        {
            job.Outcome.TrySetResult(new BatchOutcome<T>(job.Position, id, e));
        }
    }

    private sealed class Job(long position, TSource item)
    {
        public long Position { get; } = position;

        public TSource Item { get; } = item;

        public TaskCompletionSource<BatchOutcome<T>> Outcome { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
