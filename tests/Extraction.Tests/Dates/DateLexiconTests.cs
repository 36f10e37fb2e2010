namespace Extraction.Tests.Dates;

public class DateLexiconTests
{
    [Theory]
    [InlineData("thursday", DateClass.Weekday, 4)]
    [InlineData("Thursday", DateClass.Weekday, 4)]
    [InlineData("sept", DateClass.Month, 9)]
    [InlineData("weeks", DateClass.Units, 6)]
    [InlineData("ist", DateClass.Zone, 330)]
    [InlineData("elephant", DateClass.Other, 0)]
    internal void KnowsItsWordsInAnyCase(string word, DateClass expected, int value)
    {
        DateWord found = DateLexicon.Instance.Find(word);
        Assert.Equal(expected, found.Class);
        Assert.Equal(value, found.Value);
    }

    [Fact]
    public void HasItsFilesSortedAndWithoutDoubles()
    {
        foreach (string file in (string[])["date-words.txt", "holidays.txt"])
        {
            string[] words = [.. DateLexicon.ReadResource(file).Select(f => f[0])];
            Assert.Equal(words.Order(StringComparer.Ordinal), words);
            Assert.Equal(words.Length, words.Distinct().Count());
        }
    }

    [Theory]
    [InlineData(2014, "2014-04-20")]
    [InlineData(2000, "2000-04-23")]
    [InlineData(1998, "1998-04-12")]
    [InlineData(2025, "2025-04-20")]
    public void KnowsEaster(int year, string day) => Assert.Equal(DateOnly.Parse(day), HolidayRule.Easter(year));
}
