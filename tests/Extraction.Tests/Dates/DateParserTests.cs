using System.Collections.Immutable;

namespace Extraction.Tests.Dates;

public class DateParserTests
{
    private static readonly PublicationTime Reference = new(new DateOnly(2022, 2, 25));

    [Fact]
    public void ParsesAStringAgainstAReferenceDateInOneCall()
    {
        DateExpression date = Assert.Single(DateParser.Parse("The call was held on Thursday.", Reference));
        Assert.True(date.Date!.Value.TryGetDate(out DateOnly day));
        Assert.Equal(new DateOnly(2022, 2, 24), day);
        Assert.Equal(TimexType.Date, date.Type);
        Assert.Equal(Grain.Day, date.Grain);
        Assert.Equal(DateRule.Weekday, date.Rule);
        Assert.Equal(DateAnchor.Publication, date.Anchor);
    }

    [Fact]
    public void ExplainsRuleAndAnchor()
    {
        DateExpression date = Assert.Single(DateParser.Parse("It was signed on Thursday.", Reference));
        Assert.Equal("2022-02-24: rule 'Weekday', counted from the publication date 2022-02-25.", date.Explain());
        date = Assert.Single(DateParser.Parse("It was signed on Thursday.", null));
        Assert.Equal("XXXX-WXX-4: rule 'Weekday', not resolved: the text gives nothing to count from.", date.Explain());
    }

    [Fact]
    public void FlagsFiguresWhoseOrderIsOpen()
    {
        Assert.True(Assert.Single(DateParser.Parse("Dated 03/04/2021.", Reference)).IsAmbiguous);
        Assert.False(Assert.Single(DateParser.Parse("Dated 03/04/2021.", Reference, new DateOptions { NumericOrder = NumericOrder.MonthFirst })).IsAmbiguous);
        Assert.False(Assert.Single(DateParser.Parse("Dated 23/04/2021.", Reference)).IsAmbiguous);
    }

    [Fact]
    public void FlagsZonesThatShareAName() =>
        Assert.True(Assert.Single(DateParser.Parse("At 10:30 IST the bell rang.", Reference)).IsAmbiguous);

    [Theory]
    [InlineData("in March 2012", "2012-03-01", "2012-04-01")]
    [InlineData("in 2012", "2012-01-01", "2013-01-01")]
    [InlineData("in the 1970s", "1970-01-01", "1980-01-01")]
    [InlineData("in the 19th century", "1800-01-01", "1900-01-01")]
    [InlineData("in the third quarter of 2018", "2018-07-01", "2018-10-01")]
    [InlineData("in the first half of 2018", "2018-01-01", "2018-07-01")]
    [InlineData("in the summer of 2018", "2018-06-01", "2018-09-01")]
    [InlineData("in the winter of 2018", "2018-12-01", "2019-03-01")]
    [InlineData("on February 28, 2020", "2020-02-28", "2020-02-29")]
    [InlineData("last week", "2022-02-14", "2022-02-21")]
    [InlineData("last weekend", "2022-02-19", "2022-02-21")]
    [InlineData("over the past two months", "2021-12-25", "2022-02-25")]
    [InlineData("in the next ten days", "2022-02-25", "2022-03-07")]
    [InlineData("at 7:17 AM IST", "2022-02-25T07:17+05:30", "2022-02-25T07:18+05:30")]
    [InlineData("this morning", "2022-02-25T06:00", "2022-02-25T12:00")]
    [InlineData("last night", "2022-02-24T18:00", "2022-02-25T06:00")]
    public void GivesTheHalfOpenIntervalThatIsMeant(string words, string from, string until)
    {
        DateInterval interval = Assert.Single(DateParser.Parse(words, Reference)).Interval!.Value;
        Assert.Equal(from, interval.StartText);
        Assert.Equal(until, interval.EndText);
    }

    [Theory]
    [InlineData("for three days")]
    [InlineData("every Monday")]
    [InlineData("now")]
    public void GivesNoIntervalWhereNoneIsMeant(string words) => Assert.Null(Assert.Single(DateParser.Parse(words, Reference)).Interval);

    [Fact]
    public void GivesNoIntervalWithoutAReference() => Assert.Null(Assert.Single(DateParser.Parse("on Thursday", null)).Interval);

    [Theory]
    [InlineData("early March", TimexModifier.Start)]
    [InlineData("mid-March", TimexModifier.Mid)]
    [InlineData("late March", TimexModifier.End)]
    [InlineData("about two years", TimexModifier.Approx)]
    [InlineData("nearly two years", TimexModifier.LessThan)]
    [InlineData("more than two years", TimexModifier.MoreThan)]
    [InlineData("at least two years", TimexModifier.EqualOrMore)]
    [InlineData("up to two years", TimexModifier.EqualOrLess)]
    [InlineData("more than two years ago", TimexModifier.Before)]
    public void KeepsTheModifier(string words, TimexModifier modifier) => Assert.Equal(modifier, Assert.Single(DateParser.Parse(words, Reference)).Modifier);

    [Fact]
    public void CountsTheHoursOfADistanceFromTheClockOfThePublication()
    {
        var reference = new PublicationTime(new DateOnly(2022, 2, 25), new TimeOnly(12, 0), null);
        Assert.Equal("2022-02-25T09", Assert.Single(DateParser.Parse("Published 3 hours ago", reference)).Value);
        Assert.Equal("2022-02-24T22", Assert.Single(DateParser.Parse("Updated 14 hours ago", reference)).Value);
    }

    [Fact]
    public void ChoosesTheNarrativeModeForAStoryOfThePast()
    {
        const string Story = "The revolt began in May 1871. In June 1872 the fort fell. By August 1873 the king was dead. In April 1874 a truce was made, and in May 1875 it failed. "
            + "In June 1876 the fleet came. In July 1877 it left. In March 1878 peace was signed. In October the exiles came home.";
        ImmutableArray<DateExpression> dates = DateParser.Parse(Story, Reference);
        Assert.Equal("1878-10", dates[^1].Value);
    }

    [Fact]
    public void CountsFromTheDatelineWhereTheStoryWasFiledBeforeItWasPublished()
    {
        ExtractionResult result = new ExtractionPipelineBuilder().AddDefaults().Build().Extract(new Article("NAIROBI, Feb. 23 (Wire) - Lawmakers meet today, an official said.\n\nMore follows.") { Published = Reference });
        DateExpression today = Assert.Single(result.Dates, d => d.Span.Of(result.Article.Text) == "today");
        Assert.Equal("2022-02-23", today.Value);
    }

    [Fact]
    public void IsSafeFromManyThreads()
    {
        string[] values = [.. Enumerable.Range(0, 64).AsParallel().Select(_ => string.Join(' ', DateParser.Parse("On Thursday and last week, in 1998.", Reference).Select(d => d.Value)))];
        Assert.All(values, v => Assert.Equal("2022-02-24 2022-W07 1998", v));
    }
}
