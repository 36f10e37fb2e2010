namespace Extraction.GoldenTests;

/// <summary>The facts files themselves: every article has one, every passage they quote is in the article, and a wrong fact is noticed.</summary>
public class FactFileTests
{
    [Fact]
    public void EveryArticleHasFactsAndEveryFactsFileAnArticle() =>
        Assert.Equal(GoldenArticles.Names, Fact.ReadAll().Select(f => f.Article).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void EveryFactQuotesItsArticle()
    {
        foreach (Fact fact in Fact.ReadAll())
        {
            FactChecker.Check(fact, GoldenArticles.Results[fact.Article]);
        }
    }

    [Theory]
    [InlineData("published: 1999-01-01")]
    [InlineData("title: US Secretary of State Antony Blinken.")]
    [InlineData("blocks: caption | 77")]
    [InlineData("date: Thursday | date | 1999-01-01")]
    [InlineData("entity: organization | Antony Blinken Incorporated | Blinken")]
    [InlineData("mention: PTI | person | Antony Blinken")]
    [InlineData("quote: direct | It is understood … Ukrainian crisis. | said | Ned Price")]
    [InlineData("sentence: It is understood … friendship with Russia.")]
    [InlineData("tag: Sports")]
    public void AWrongFactIsNoticed(string line) =>
        Assert.NotNull(FactChecker.Check(Fact.Parse("000_c580fcef65a1d2e8", 1, line), GoldenArticles.Results["000_c580fcef65a1d2e8"]));

    [Fact]
    public void AKnownMissKeepsItsReason()
    {
        Fact fact = Fact.Parse("x", 1, "known miss (two readings): date: May | date | 2014-05");
        Assert.Equal(("two readings", "date", "2014-05"), (fact.KnownMiss, fact.Kind, fact.Field(2)));
    }
}
