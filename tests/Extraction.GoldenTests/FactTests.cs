namespace Extraction.GoldenTests;

/// <summary>What readers of the articles say, in <c>Facts/*.facts</c>, one line a fact.</summary>
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
