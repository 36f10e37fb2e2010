using System.Diagnostics;

namespace Extraction.Tests.Quotes;

public class QuoteSpeedTests(Xunit.Abstractions.ITestOutputHelper output)
{
    /// <summary>Processor time, so that a busy machine does not fail it; a generous margin below the aim of 200,000 tokens a second.</summary>
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

        double seconds = (quotes.Elapsed + speakers.Elapsed).TotalSeconds;
        output.WriteLine($"{quotes.Tokens / seconds:N0} tokens a second: quotes {quotes.Elapsed.TotalMilliseconds:N0} ms, speakers {speakers.Elapsed.TotalMilliseconds:N0} ms, {(double)quotes.Bytes / quotes.Tokens:N1} and {(double)speakers.Bytes / quotes.Tokens:N1} bytes a token");
        Assert.True(quotes.Tokens / seconds > 20_000, $"{quotes.Tokens / seconds:N0} tokens a second");
        Assert.True(quotes.Bytes / quotes.Tokens < 64, "the stage allocates for results only");
    }

    private sealed class Timed(IExtractionStage inner) : IExtractionStage
    {
        public TimeSpan Elapsed { get; private set; }

        public long Tokens { get; private set; }

        public long Bytes { get; private set; }

        public StageContract Contract => inner.Contract;

        public void Reset()
        {
            Elapsed = TimeSpan.Zero;
            Tokens = 0;
            Bytes = 0;
        }

        public void Run(ExtractionContext context)
        {
            Tokens += context.Get(Layers.Tokens).Count;
            TimeSpan start = Process.GetCurrentProcess().TotalProcessorTime;
            long before = GC.GetAllocatedBytesForCurrentThread();
            inner.Run(context);
            Bytes += GC.GetAllocatedBytesForCurrentThread() - before;
            Elapsed += Process.GetCurrentProcess().TotalProcessorTime - start;
        }
    }
}
