using System.Runtime.CompilerServices;
using Extraction.Tests.Pipeline;

namespace Extraction.Tests.Batches;

public class BatchTests
{
    private static readonly ExtractionPipeline Pipeline = new ExtractionPipelineBuilder().AddDefaults().InsertAfter(StageNames.Tokens, Stages.Failing).Build();

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 16)]
    [InlineData(8, 3)]
    public async Task GivesOneOutcomeForEachArticleInOrder(int parallelism, int pending)
    {
        string[] texts = SampleTexts.Make(50);
        var options = new BatchOptions { MaxDegreeOfParallelism = parallelism, MaxPending = pending };
        int position = 0;
        await foreach (BatchOutcome<ExtractionResult> outcome in Pipeline.ExtractManyAsync(Articles(texts), options, CancellationToken.None))
        {
            Assert.True(outcome.IsSuccess);
            Assert.Equal(position, outcome.Position);
            Assert.Equal($"a{position}", outcome.Id);
            Assert.Equal(ResultJson.ToUtf8Line(Pipeline.Extract(new Article(texts[position]) { Id = outcome.Id })), ResultJson.ToUtf8Line(outcome.Result));
            position++;
        }

        Assert.Equal(50, position);
    }

    [Fact]
    public async Task OneFailingArticleSpoilsNoOther()
    {
        string[] texts = ["One.", "FAIL two.", "Three.", "FAIL four.", "Five."];
        BatchOutcome<ExtractionResult>[] outcomes = await ToArray(Pipeline.ExtractManyAsync(Articles(texts), CancellationToken.None));
        Assert.Equal([true, false, true, false, true], outcomes.Select(o => o.IsSuccess));
        Assert.Equal(["a0", "a1", "a2", "a3", "a4"], outcomes.Select(o => o.Id));
        Assert.IsType<InvalidDataException>(outcomes[1].Error);
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => outcomes[3].GetResult());
        Assert.Equal("Article 3 of the batch (id 'a3') failed: told to fail", error.Message);
    }

    [Fact]
    public async Task ATextOverTheLimitOrANullIsAFailureInItsPlace()
    {
        ExtractionPipeline pipeline = new ExtractionPipelineBuilder { MaxTextLength = 5 }.AddTokens().Build();
        BatchOutcome<ExtractionResult>[] outcomes = await ToArray(pipeline.ExtractManyAsync([new Article("short"), new Article("too long"), null!], new BatchOptions(), CancellationToken.None));
        Assert.True(outcomes[0].IsSuccess);
        Assert.IsType<ArgumentException>(outcomes[1].Error);
        Assert.IsType<ArgumentNullException>(outcomes[2].Error);
    }

    [Fact]
    public async Task ReadsNoFurtherAheadThanItMay()
    {
        int read = 0;
        var options = new BatchOptions { MaxDegreeOfParallelism = 2, MaxPending = 4 };
        int taken = 0;
        await foreach (BatchOutcome<ExtractionResult> _ in Pipeline.ExtractManyAsync(Counted(100, () => Interlocked.Increment(ref read)), options, CancellationToken.None))
        {
            taken++;
            await Task.Delay(1);
            Assert.InRange(Volatile.Read(ref read), taken, taken + 4);
        }

        Assert.Equal(100, taken);
    }

    [Fact]
    public async Task CarriesTheCallersItemAndWorksOnTheWorkersThreads()
    {
        int[] items = [.. Enumerable.Range(0, 20)];
        BatchOutcome<string>[] outcomes = await ToArray(Pipeline.ExtractManyAsync(
            Async(items),
            i => i == 7 ? throw new FormatException("seven") : new Article($"Article {i}.") { Id = $"#{i}" },
            (i, result) => $"{i}:{result.Article.Text}",
            new BatchOptions { MaxDegreeOfParallelism = 3 },
            CancellationToken.None));
        Assert.Equal("3:Article 3.", outcomes[3].Result);
        Assert.IsType<FormatException>(outcomes[7].Error);
        Assert.Null(outcomes[7].Id);
        Assert.Equal(20, outcomes.Length);
    }

    [Fact]
    public async Task AFailureOfTheInputComesAfterTheOutcomesBeforeIt()
    {
        var seen = new List<long>();
        IOException error = await Assert.ThrowsAsync<IOException>(async () =>
        {
            await foreach (BatchOutcome<ExtractionResult> outcome in Pipeline.ExtractManyAsync(BrokenAfter(3), CancellationToken.None))
            {
                seen.Add(outcome.Position);
            }
        });
        Assert.Equal("the disk is gone", error.Message);
        Assert.Equal([0, 1, 2], seen);
    }

    [Fact]
    public async Task CancellationStopsTheBatch()
    {
        using var source = new CancellationTokenSource();
        int outcomes = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (BatchOutcome<ExtractionResult> _ in Pipeline.ExtractManyAsync(Endless(), source.Token))
            {
                if (++outcomes == 5)
                {
                    await source.CancelAsync();
                }
            }
        });
        Assert.InRange(outcomes, 5, 200);
    }

    [Fact]
    public async Task AConsumerThatStopsEarlyStopsTheBatch()
    {
        bool disposed = false;
        await foreach (BatchOutcome<ExtractionResult> _ in Pipeline.ExtractManyAsync(Endless(() => disposed = true), CancellationToken.None))
        {
            break;
        }

        Assert.True(disposed);
    }

    [Fact]
    public async Task AnEmptyInputGivesNothing() => Assert.Empty(await ToArray(Pipeline.ExtractManyAsync(Articles([]), CancellationToken.None)));

    [Fact]
    public void RefusesImpossibleOptions()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new BatchOptions { MaxDegreeOfParallelism = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new BatchOptions { MaxPending = 0 });
        Assert.Throws<ArgumentNullException>(() => Pipeline.ExtractManyAsync((IAsyncEnumerable<Article>)null!, CancellationToken.None));
    }

    private static IAsyncEnumerable<Article> Articles(string[] texts) => Async(texts.Select((t, i) => new Article(t) { Id = $"a{i}" }));

    private static async IAsyncEnumerable<T> Async<T>(IEnumerable<T> items)
    {
        foreach (T item in items)
        {
            await Task.Yield();
            yield return item;
        }
    }

    private static async IAsyncEnumerable<Article> Counted(int count, Action read)
    {
        for (int i = 0; i < count; i++)
        {
            await Task.Yield();
            read();
            yield return new Article("One two three.");
        }
    }

    private static async IAsyncEnumerable<Article> BrokenAfter(int count)
    {
        for (int i = 0; i < count; i++)
        {
            await Task.Yield();
            yield return new Article("One two three.");
        }

        throw new IOException("the disk is gone");
    }

    private static async IAsyncEnumerable<Article> Endless(Action? disposed = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        try
        {
            while (true)
            {
                await Task.Yield();
                yield return new Article("One two three.");
            }
        }
        finally
        {
            disposed?.Invoke();
        }
    }

    private static async Task<T[]> ToArray<T>(IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        await foreach (T item in items)
        {
            list.Add(item);
        }

        return [.. list];
    }
}
