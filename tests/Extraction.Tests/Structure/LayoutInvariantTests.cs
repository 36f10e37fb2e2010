using System.Diagnostics;

namespace Extraction.Tests.Structure;

[Collection(Robustness.Alone.Name)]
public class LayoutInvariantTests
{
    private static readonly ExtractionPipeline Pipeline = new ExtractionPipelineBuilder { KeepTokens = true }.AddTokens().AddLayout().Build();

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t \r\n ")]
    [InlineData("\ud800")]
    [InlineData("\udc00 date 2022-02-25 English")]
    [InlineData(" date 2022-02-25 English")]
    [InlineData(" date 2022-02-25 EnglishX")]
    [InlineData("a\r\nb\rc\u2028d\u2029e\u0085f")]
    [InlineData("\0\0\0")]
    [InlineData("___\n***\n---")]
    [InlineData("((((((\n\"\"\"\"\n'''")]
    [InlineData("Tags: , , ,\n#\n##\n#a#b")]
    [InlineData("By\nBy \nby:\nBy By By")]
    public void HoldForHostileTexts(string text) => Check(text);

    [Fact]
    public void HoldForRandomPages()
    {
        string[] parts =
        [
            "By Leila Haddad", "PTI", "Updated: Jan 18, 2025 19:48 IST", "Share", "Tags: #a #b", "The ferry ran again on Monday, and the owners said it would run daily.", "\n", "\n", "\n\n", " ", "    ",
            " date 2022-02-25 English", "LONDON (AP) —", "“", "”", "\ud83d\ude00", "\ud800", "31/12/1999", ",", "|", "Read more: x", "\r\n", "\u00a0", "and so", "first published: Feb 25, 2022 06:53 am",
        ];
        var random = new Random(11);
        for (int n = 0; n < 1500; n++)
        {
            Check(string.Concat(Enumerable.Range(0, random.Next(1, 60)).Select(_ => parts[random.Next(parts.Length)])));
        }
    }

    [Fact]
    public void TheSameTextGivesTheSameLayoutWhateverRanBefore()
    {
        const string Text = "Ferry runs again\nBy Leila Haddad\n18 January 2025\n\nThe ferry across the bay ran again on Monday after a repair that had taken most of the winter.";
        string first = Describe(Pipeline.Extract(new Article(Text)));
        Pipeline.Extract(new Article(string.Concat(Enumerable.Repeat("Share\n25/02/2022\n", 50))));
        Assert.Equal(first, Describe(Pipeline.Extract(new Article(Text))));
    }

    [Theory]
    [InlineData("word and more of it ", 500_000)]
    [InlineData("a line\n", 500_000)]
    [InlineData("25/02/2022 10:00 By X\n", 100_000)]
    [InlineData("\"", 1_000_000)]
    [Trait("Category", "Slow")]
    public void TheCostGrowsWithTheTextAndNoFaster(string part, int times)
    {
        double small = Time(string.Concat(Enumerable.Repeat(part, times / 8)));
        double large = Time(string.Concat(Enumerable.Repeat(part, times)));
        // Eight times the text: linear is 8; four times that leaves room for caches and for a busy machine, and none for a square (64).
        Assert.True(large < (32 * small) + 0.5, $"{large:F2} s against {small:F2} s for an eighth");
    }

    private static double Time(string text)
    {
        Pipeline.Extract(new Article(text));
        var watch = Stopwatch.StartNew();
        Pipeline.Extract(new Article(text));
        return watch.Elapsed.TotalSeconds;
    }

    private static void Check(string text)
    {
        ExtractionResult result = Pipeline.Extract(new Article(text));
        int end = 0;
        int token = 0;
        foreach (Block block in result.Layout.Blocks)
        {
            Assert.True(block.Span.Start >= end && block.Span.Length > 0);
            Assert.True(text.AsSpan(end, block.Span.Start - end).IsWhiteSpace());
            Assert.Equal(token, block.FirstToken);
            Assert.True(block.EndToken > block.FirstToken);
            Assert.Equal(block.Span.Start, result.Tokens[block.FirstToken].Start);
            Assert.Equal(block.Span.End, result.Tokens[block.EndToken - 1].End);
            end = block.Span.End;
            token = block.EndToken;
        }

        Assert.True(text.AsSpan(end).IsWhiteSpace());
        Assert.Equal(result.Tokens.Length, token);
        foreach (TextSpan span in result.Layout.Tags.Concat(result.Layout.Authors))
        {
            Assert.True(span.Length > 0 && span.End <= text.Length);
        }
    }

    private static string Describe(ExtractionResult result) =>
        string.Join('|', result.Layout.Blocks.Select(b => $"{b.Kind}{b.Span}")) + result.Published;
}
