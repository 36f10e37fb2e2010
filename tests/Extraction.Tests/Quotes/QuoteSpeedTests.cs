using System.Diagnostics;

namespace Extraction.Tests.Quotes;

public class QuoteSpeedTests(Xunit.Abstractions.ITestOutputHelper output)
{
    /// <summary>A generous margin: the aim is 200,000 tokens a second on an idle core; this machine may be busy.</summary>
    [Fact]
    [Trait("Category", "Slow")]
    public void QuotesAndSpeakersKeepUp()
    {
        var quotes = new Timed(new QuoteStage(new QuoteSettings(false)));
        var speakers = new Timed(new SpeakerStage());
        ExtractionPipeline pipeline = new ExtractionPipelineBuilder().AddTokens().AddSentences().AddEntities().AddLinking().Add(quotes).Add(speakers).Build();
        string text = string.Join("\n\n", QuoteCase.Read(Path.Combine(AppContext.BaseDirectory, "Cases", "quotes.md")).Take(60).Select(c => c.Text));
        for (int i = 0; i < 30; i++)
        {
            pipeline.Extract(text);
        }

        quotes.Reset();
        speakers.Reset();
        for (int i = 0; i < 100; i++)
        {
            pipeline.Extract(text);
        }

        double seconds = (quotes.Clock.Elapsed + speakers.Clock.Elapsed).TotalSeconds;
        output.WriteLine($"{quotes.Tokens / seconds:N0} tokens a second: quotes {quotes.Clock.Elapsed.TotalMilliseconds:N0} ms, speakers {speakers.Clock.Elapsed.TotalMilliseconds:N0} ms, {(double)quotes.Bytes / quotes.Tokens:N1} and {(double)speakers.Bytes / quotes.Tokens:N1} bytes a token");
        Assert.True(quotes.Tokens / seconds > 20_000, $"{quotes.Tokens / seconds:N0} tokens a second");
        Assert.True(quotes.Bytes / quotes.Tokens < 64, "the stage allocates for results only");
    }

    private sealed class Timed(IExtractionStage inner) : IExtractionStage
    {
        public Stopwatch Clock { get; } = new();

        public long Tokens { get; private set; }

        public long Bytes { get; private set; }

        public StageContract Contract => inner.Contract;

        public void Reset()
        {
            Clock.Reset();
            Tokens = 0;
            Bytes = 0;
        }

        public void Run(ExtractionContext context)
        {
            Tokens += context.Get(Layers.Tokens).Count;
            long before = GC.GetAllocatedBytesForCurrentThread();
            Clock.Start();
            inner.Run(context);
            Clock.Stop();
            Bytes += GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }
}
