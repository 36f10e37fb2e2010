using System.Collections.Immutable;

namespace Extraction.Tests.Dates;

public class DateCaseTests
{
    [Fact]
    public void ReadsEverySentenceOfTheCaseFilesAsAReaderDoes()
    {
        List<string> failures = [];
        foreach (DateCase c in DateCase.ReadAll())
        {
            string found = Write(c.Sentence, DateParser.Parse(c.Sentence, c.Reference, c.Options));
            if (found != c.Expected)
            {
                failures.Add($"{c}\n    expected {c.Expected}\n    found    {found}");
            }
        }

        Assert.True(failures.Count == 0, $"{failures.Count} cases fail:\n{string.Join('\n', failures)}");
    }

    [Fact]
    public void HasAtLeastSixHundredCases() => Assert.InRange(DateCase.ReadAll().Count(), 600, int.MaxValue);

    [Fact]
    public void HasNoSentenceTwiceUnderTheSameOptions()
    {
        var seen = new HashSet<(string, string, bool, bool, NumericOrder)>();
        Assert.All(DateCase.ReadAll(), c => Assert.True(
            seen.Add((c.Sentence, c.Reference?.ToString() ?? "", c.Options.IncludeAges, c.Options.IncludeVagueReferences, c.Options.NumericOrder)), c.ToString()));
    }

    private static string Write(string text, ImmutableArray<DateExpression> dates) =>
        dates.IsEmpty ? "-" : string.Join(" ; ", dates.Select(d => $"{d.Span.Of(text)} = {d.Value}"));
}
