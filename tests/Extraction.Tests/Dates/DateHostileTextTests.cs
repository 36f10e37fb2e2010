using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;

namespace Extraction.Tests.Dates;

[Collection(Robustness.Alone.Name)]
public class DateHostileTextTests
{
    private static readonly PublicationTime[] References =
    [
        new(new DateOnly(2022, 2, 25)), new(DateOnly.MinValue), new(DateOnly.MaxValue), new(new DateOnly(2020, 2, 29)), new(new DateOnly(1, 12, 31)),
    ];

    private static readonly string[] Pieces =
    [
        "last", "next", "the", "of", "year", "years", "ago", "later", "Monday", "May", "31", "February", "99999999999", "1999", "'98", "-", "/", ":", ".", ",", "12", "two", "hundred", "thousand", "and", "a",
        "half", "quarter", "third", "century", "BC", "decade", "million", "every", "week", "morning", "at", "10:30", "p.m.", "GMT", "+", "14", "2022-02-31", "0", "00", "24:00", "T", "1970s", "early", "mid",
        "the end of", "Christmas", "Easter", "Ramadan", "Lunar", "New", "Year", "Diwali", "now", "\n\n", "\uD800", "\0", "½", "years", "weekend", "summer", "ended", "to", "30", "fiscal", "FY99", "Q3", "9999", "1000",
    ];

    [Fact]
    public void NeverThrowsAndKeepsItsSpansInOrder()
    {
        var random = new Random(20220225);
        for (int round = 0; round < 4000; round++)
        {
            var text = new StringBuilder();
            int words = random.Next(1, 40);
            for (int i = 0; i < words; i++)
            {
                _ = text.Append(Pieces[random.Next(Pieces.Length)]).Append(random.Next(4) == 0 ? "" : random.Next(6) == 0 ? "-" : " ");
            }

            PublicationTime? reference = random.Next(6) is var r && r < References.Length ? References[r] : null;
            string sentence = text.ToString();
            ImmutableArray<DateExpression> dates = DateParser.Parse(sentence, reference, new DateOptions { Mode = (DateMode)random.Next(3), IncludeAges = random.Next(2) == 0 });
            int end = 0;
            foreach (DateExpression date in dates)
            {
                Assert.True(date.Span.Start >= end && date.Span.End > date.Span.Start && date.Span.End <= sentence.Length, sentence);
                end = date.Span.End;
                Assert.NotEmpty(date.Value);
                Assert.NotEmpty(date.Explain());
                Assert.True(date.Interval is not { } interval || interval.Start < interval.End, $"{date.Value} in: {sentence}");
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\0\0")]
    [InlineData("\uD800")]
    [InlineData("-----")]
    [InlineData("....")]
    [InlineData("'''")]
    public void FindsNothingInNothing(string text) => Assert.Empty(DateParser.Parse(text, References[0]));

    [Theory]
    [InlineData("1")]
    [InlineData("1:")]
    [InlineData("1.")]
    [InlineData("11.11.")]
    [InlineData("1/")]
    [InlineData("'9")]
    [InlineData("a ")]
    [InlineData("the last ")]
    [InlineData("two thousand ")]
    [InlineData("May 5, ")]
    [InlineData("20-")]
    [InlineData("twenty-")]
    [InlineData("1999-")]
    [InlineData("5 and ")]
    [InlineData("every other ")]
    public void TakesTimeInProportionToTheTextWhateverItIs(string piece)
    {
        string small = string.Concat(Enumerable.Repeat(piece, 40_000 / piece.Length));
        string large = string.Concat(Enumerable.Repeat(piece, 640_000 / piece.Length));
        _ = Time(small);
        double first = Math.Max(Time(small), 1);
        double second = Time(large);

        // Sixteen times the text; a square law would take 256 times as long.
        Assert.True(second < first * 80 + 400, $"{first} ms, then {second} ms");
    }

    [Fact]
    public void AllocatesForResultsAlone()
    {
        string text = string.Concat(Enumerable.Repeat("The committee heard nothing of any interest from the man in the grey coat. ", 400)) + "It met on Thursday.";
        var tokens = new TokenList();
        Tokenizer.ReadWords(text, tokens);
        var scratch = new DateScratch();
        var options = new DateOptions();
        for (int i = 0; i < 3; i++)
        {
            Assert.Single(DateFinder.Find(text, tokens.Span, null, References[0], options, scratch, CancellationToken.None));
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        _ = DateFinder.Find(text, tokens.Span, null, References[0], options, scratch, CancellationToken.None);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.InRange(allocated, 1, 600);
    }

    [Fact]
    public void CanBeCancelled()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var tokens = new TokenList();
        const string Text = "On Thursday.";
        Tokenizer.ReadWords(Text, tokens);
        Assert.Throws<OperationCanceledException>(() => DateFinder.Find(Text, tokens.Span, null, null, new DateOptions(), new DateScratch(), source.Token));
    }

    private static double Time(string text)
    {
        var tokens = new TokenList();
        Tokenizer.ReadWords(text, tokens);
        var scratch = new DateScratch();
        long start = Stopwatch.GetTimestamp();
        _ = DateFinder.Find(text, tokens.Span, null, References[0], new DateOptions(), scratch, CancellationToken.None);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
