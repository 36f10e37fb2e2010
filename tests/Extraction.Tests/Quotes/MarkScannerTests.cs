namespace Extraction.Tests.Quotes;

[Collection(Robustness.Alone.Name)]
public class MarkScannerTests
{
    [Theory]
    [InlineData("\"No,\" he said. \"Never.\"", "\"No,\"|\"Never.\"")]
    [InlineData("“No,” he said. “Never.”", "“No,”|“Never.”")]
    [InlineData("''No,'' he said.", "''No,''")]
    [InlineData("``No,'' he said.", "``No,''")]
    [InlineData("«No,» he said.", "«No,»")]
    [InlineData("He wrote, \" A warm welcome.\"", "\" A warm welcome.\"")]
    [InlineData("He said,\" It was cold.\" Then he left.", "\" It was cold.\"")]
    [InlineData("'The workers' rights are at risk,' he said.", "'The workers' rights are at risk,'")]
    [InlineData("'It's over,' she said.", "'It's over,'")]
    [InlineData("‘She said “no” to me,’ he said.", "‘She said “no” to me,’")]
    [InlineData("“She said ‘no’ to me,” he said.", "“She said ‘no’ to me,”")]
    [InlineData("Back in the '90s and in '04 the boys' band played rock 'n' roll.", "")]
    [InlineData("The 5\" pipe burst.", "")]
    [InlineData("He said \"this is all of it.", "\"this is all of it.")]
    [InlineData("\"", "")]
    [InlineData("'", "")]
    [InlineData("", "")]
    public void FindsWhatStandsBetweenMarks(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Scan(text).Select(s => s.Span.Of(text))));

    [Fact]
    public void AStrayMarkCostsItsOwnParagraphOnly()
    {
        const string Text = "He said \"this.\n\nRain fell.\n\n\"Snow fell,\" she said.";
        Assert.Equal(["\"this.", "\"Snow fell,\""], Scan(Text).Select(s => s.Span.Of(Text)));
    }

    [Fact]
    public void AQuotationGoesOnWhereTheNextParagraphOpensWithAMark()
    {
        List<QuotedSpan> spans = Scan("\"We came in spring.\n\n\"We left in autumn,\" he said.");
        Assert.Equal([false, true], spans.Select(s => s.Continues));
        Assert.Equal([false, true], spans.Select(s => s.IsClosed));
    }

    [Fact]
    public void EveryRunOfMarksIsReadInLinearTime()
    {
        foreach (string unit in new[] { "\"", "'", "'a ", "\"a ", "s' ", "‘", "’s ", "''", "«", "a' 's " })
        {
            string text = string.Concat(Enumerable.Repeat(unit, 200_000));
            var clock = System.Diagnostics.Stopwatch.StartNew();
            Scan(text);
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"{unit}: {clock.Elapsed}");
        }
    }

    private static List<QuotedSpan> Scan(string text)
    {
        var spans = new List<QuotedSpan>();
        int start = 0;
        int block = 0;
        foreach (string paragraph in text.Split("\n\n"))
        {
            MarkScanner.Scan(text, new TextSpan(start, start + paragraph.Length), block++, spans, []);
            start += paragraph.Length + 2;
        }

        return spans;
    }
}
