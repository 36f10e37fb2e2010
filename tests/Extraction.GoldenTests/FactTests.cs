namespace Extraction.GoldenTests;

/// <summary>
/// What readers of the articles say, in <c>Facts/*.facts</c>, one line a fact. <c>UPDATE_KNOWN_MISSES=1</c> marks the facts that are missed, with what the result says
/// instead, and takes the mark from those that hold; review the diff: a new mark is a step back, and a reason in a person's words is better.
/// </summary>
[Trait("Category", "Golden")]
public class FactTests
{
    private static readonly Fact[] All = [.. Fact.ReadAll()];

    public static TheoryData<string, int, string> Facts => Select(known: false);

    public static TheoryData<string, int, string> KnownMisses => Select(known: true);

    [Theory]
    [MemberData(nameof(Facts))]
    public void TheResultSaysWhatAReaderSays(string article, int line, string fact)
    {
        string? instead = Check(article, line);
        Assert.True(instead is null, $"{article}, line {line}: {fact}\n  but the result {instead}");
    }

    [Theory]
    [MemberData(nameof(KnownMisses))]
    public void AKnownMissIsStillMissed(string article, int line, string fact) =>
        Assert.False(Check(article, line) is null, $"{article}, line {line}: {fact}\n  holds now: take the mark 'known miss' away.");

    [Fact]
    public void MarksAreRewrittenWhenAskedFor()
    {
        if (Environment.GetEnvironmentVariable("UPDATE_KNOWN_MISSES") != "1")
        {
            return;
        }

        foreach (IGrouping<string, Fact> article in All.GroupBy(f => f.Article))
        {
            string file = Path.Combine(SourceFolders.Facts, article.Key + ".facts");
            string[] lines = File.ReadAllLines(file);
            foreach (Fact fact in article)
            {
                string? instead = FactChecker.Check(fact, GoldenArticles.Results[fact.Article]);
                lines[fact.Line - 1] = fact.ToLine(instead is null ? null : fact.KnownMiss ?? instead.Replace("): ", ") ", StringComparison.Ordinal));
            }

            File.WriteAllText(file, string.Join('\n', lines) + "\n");
        }
    }

    private static string? Check(string article, int line) =>
        FactChecker.Check(All.Single(f => f.Article == article && f.Line == line), GoldenArticles.Results[article]);

    private static TheoryData<string, int, string> Select(bool known)
    {
        var data = new TheoryData<string, int, string>();
        foreach (Fact fact in All.Where(f => f.KnownMiss is not null == known))
        {
            data.Add(fact.Article, fact.Line, fact.ToString());
        }

        return data;
    }
}
