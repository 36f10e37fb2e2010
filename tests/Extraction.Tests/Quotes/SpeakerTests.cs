namespace Extraction.Tests.Quotes;

public class SpeakerTests
{
    private static readonly QuoteExtractor Extractor = new();

    [Fact]
    public void AResolvedPronounBecomesAMention()
    {
        ExtractionResult result = Extractor.Extract("Ana Lopes toured the bridge on Monday. \"It frightens me,\" she said.");
        Quote quote = Assert.Single(result.Quotes);
        Entity? speaker = result.FindEntity(quote.Speaker?.EntityId);
        Assert.Equal("Ana Lopes", speaker?.Name);
        Assert.Contains(speaker!.Mentions, m => m.Kind == MentionKind.Pronoun && m.Span == quote.Speaker!.Span);
        Assert.True(speaker.Mentions.Zip(speaker.Mentions.Skip(1)).All(p => p.First.Span.Start < p.Second.Span.Start));
    }

    [Fact]
    public void NobodyIsNamedByAnOfficialSpokesperson()
    {
        Quote quote = Assert.Single(Extractor.Extract("The minister left for Oslo on Monday. The visit will last two days, an official spokesperson said.").Quotes);
        Assert.NotNull(quote.Speaker);
        Assert.Null(quote.Speaker.EntityId);
    }

    [Fact]
    public void ExplainsEachQuote()
    {
        ExtractionResult result = Extractor.Extract("\"The harvest is lost,\" said Tomas Berg.");
        string line = Assert.Single(QuoteExtractor.Explain(result));
        Assert.Contains("Tomas Berg", line, StringComparison.Ordinal);
        Assert.Contains("named", line, StringComparison.Ordinal);
    }

    [Fact]
    public void BeliefsAreGivenOnRequestAlone()
    {
        const string Text = "Ana Lopes visited the school on Monday. The mayor believes that the bridge will reopen in March. Many voters in the state believe that Senator Paul Whitmore is a liar, and most Americans want the president to resign.";
        Assert.DoesNotContain(Extractor.Extract(Text).Quotes, q => q.CueClass == CueClass.Belief);
        Assert.Contains(new QuoteExtractor(new QuoteOptions { IncludeBeliefs = true }).Extract(Text).Quotes, q => q.CueClass == CueClass.Belief);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"")]
    [InlineData("said said said \" said '")]
    [InlineData("\ud800\"\udc00,\" said \0")]
    [InlineData("— \"…\" — : he : \"\n\"\n\"")]
    public void NeverThrows(string text) => Assert.NotNull(Extractor.Extract(text));
}
