namespace Extraction.Tests.Pipeline;

public class PipelineTests
{
    private static readonly ExtractionPipeline Default = ExtractionPipeline.CreateDefault();

    public static TheoryData<string> HostileTexts => new()
    {
        "",
        " ",
        "\0",
        "\0\0\0 \0",
        "\uD800",
        "a\uDC00b \uD83D",
        "\"",
        "\"\"\"\"''''““““",
        "“" + new string('a', 5000),
        "\r\r\n\n\r\u2028\u2029\u0085",
        new string('\n', 10_000),
        new string(' ', 10_000) + ".",
        new string('.', 10_000),
        new string('9', 10_000),
        "‮مرحبا abc שלום",
        "🇺🇳👩‍👩‍👧‍👦" + new string('\u0301', 500),
        "31 February 2021, 99/99/9999, 0000-00-00, 25:61, February 30, P999999999999Y",
        "@ # $ % @@@@ ## http:// www. .com ... !? ?! --- ___",
    };

    [Theory]
    [MemberData(nameof(HostileTexts))]
    public void NeverThrowsForAText(string text)
    {
        ExtractionResult result = Default.Extract(text);
        Spans.AssertSound(result);
        Assert.NotEmpty(ResultJson.ToUtf8Line(result));
    }

    [Fact]
    public void RefusesATextOverTheLimitAndNamesBoth()
    {
        ExtractionPipeline pipeline = new ExtractionPipelineBuilder().AddDefaults(new ExtractionOptions { MaxTextLength = 10 }).Build();
        Assert.NotNull(pipeline.Extract(new string('a', 10)));
        ArgumentException error = Assert.Throws<ArgumentException>(() => pipeline.Extract(new string('a', 11)));
        Assert.Contains("The text has 11 UTF-16 code units; MaxTextLength allows 10.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RefusesNull()
    {
        Assert.Throws<ArgumentNullException>(() => Default.Extract((Article)null!));
        Assert.Throws<ArgumentNullException>(() => Default.Extract((string)null!));
    }

    [Fact]
    public void HonoursACancelledToken()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.Throws<OperationCanceledException>(() => Default.Extract(new Article("Hello."), cancelled.Token));
    }

    [Fact]
    public void KeepsIdLanguageAndPublicationTimeOfTheCaller()
    {
        var article = new Article(" date 2020-01-01 English\nHello there.") { Id = "x", Language = "en-GB", Published = new DateOnly(2021, 5, 3) };
        ExtractionResult result = Default.Extract(article);
        Assert.Same(article, result.Article);
        Assert.Equal(new DateOnly(2021, 5, 3), result.Published?.Date);
    }

    [Fact]
    public void ManyThreadsGiveTheBytesOfOne()
    {
        string[] texts = SampleTexts.Make(40);
        byte[][] expected = [.. texts.Select(t => ResultJson.ToUtf8Line(Default.Extract(t)))];
        ExtractionPipeline fresh = ExtractionPipeline.CreateDefault();
        Parallel.For(0, 400, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
            Assert.Equal(expected[i % texts.Length], ResultJson.ToUtf8Line(fresh.Extract(texts[i % texts.Length]))));
    }

    [Fact]
    public void TheCultureOfTheMachineChangesNothing()
    {
        byte[][] expected = [.. SampleTexts.Make(5).Select(t => ResultJson.ToUtf8Line(Default.Extract(t)))];
        System.Globalization.CultureInfo before = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            var odd = (System.Globalization.CultureInfo)System.Globalization.CultureInfo.InvariantCulture.Clone();
            odd.NumberFormat.NumberDecimalSeparator = ",";
            odd.NumberFormat.NegativeSign = "~";
            odd.DateTimeFormat.DateSeparator = "|";
            odd.DateTimeFormat.TimeSeparator = "|";
            System.Globalization.CultureInfo.CurrentCulture = odd;
            Assert.Equal(expected, SampleTexts.Make(5).Select(t => ResultJson.ToUtf8Line(Default.Extract(t))));
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }
}
