namespace Extraction.Tests.Robustness;

/// <summary>The same article gives the same bytes alone, after others, in a batch, on one thread and on many.</summary>
public class SameBytesTests
{
    private static readonly ExtractionPipeline Pipeline = new ExtractionPipelineBuilder().AddDefaults(new ExtractionOptions { KeepTokens = true }).Build();

    private static readonly Article[] Corpus = Enumerable.Range(0, 120)
        .Select(i => new Article(i < Articles.Texts.Count ? Articles.Texts[i] : HostileText.Generators.Values.ElementAt(i % HostileText.Generators.Count)(new Random(i))) { Id = $"a{i}" })
        .ToArray();

    [Fact]
    public void AnArticleGivesTheSameBytesAgainAndAfterOthers()
    {
        byte[][] first = [.. Corpus.Select(Line)];
        byte[][] backwards = [.. Corpus.Reverse().Select(Line).Reverse()];
        Same(first, backwards);
    }

    [Fact]
    public void AFreshPipelineGivesTheSameBytes()
    {
        foreach (Article article in Corpus.Take(20))
        {
            ExtractionPipeline fresh = new ExtractionPipelineBuilder().AddDefaults(new ExtractionOptions { KeepTokens = true }).Build();
            Assert.Equal(Line(article), ResultJson.ToUtf8Line(fresh.Extract(article)));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public async Task ABatchGivesTheSameBytesInTheSameOrder(int workers)
    {
        var batch = new List<byte[]>();
        await foreach (BatchOutcome<ExtractionResult> outcome in Pipeline.ExtractManyAsync(Corpus, new BatchOptions { MaxDegreeOfParallelism = workers }, CancellationToken.None))
        {
            Assert.Equal(Corpus[batch.Count].Id, outcome.Id);
            batch.Add(ResultJson.ToUtf8Line(outcome.Result!));
        }

        Same([.. Corpus.Select(Line)], [.. batch]);
    }

    [Fact]
    public void ManyThreadsOnOnePipelineGiveTheSameBytes()
    {
        byte[][] alone = [.. Corpus.Select(Line)];
        var together = new byte[Corpus.Length][];
        Parallel.For(0, Corpus.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i => together[i] = Line(Corpus[i]));
        Same(alone, together);
    }

    private static byte[] Line(Article article) => ResultJson.ToUtf8Line(Pipeline.Extract(article));

    private static void Same(byte[][] expected, byte[][] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.True(expected[i].AsSpan().SequenceEqual(actual[i]), $"Article {Corpus[i].Id} gives other bytes.");
        }
    }
}
