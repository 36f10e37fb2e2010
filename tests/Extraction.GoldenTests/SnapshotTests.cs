using System.Text;

namespace Extraction.GoldenTests;

/// <summary>The whole result of every article, as JSON to the contract. <c>UPDATE_GOLDEN=1</c> rewrites the files; review their diff like code.</summary>
[Trait("Category", "Golden")]
public class SnapshotTests
{
    public static TheoryData<string> Names => new(GoldenArticles.Names);

    [Theory]
    [MemberData(nameof(Names))]
    public void TheResultIsAsBefore(string article)
    {
        string actual = Encoding.UTF8.GetString(ResultJson.ToUtf8Indented(GoldenArticles.Results[article])).ReplaceLineEndings("\n") + "\n";
        string file = Path.Combine(SourceFolders.Golden, article + ".json");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(SourceFolders.Golden);
            File.WriteAllText(file, actual);
            return;
        }

        string expected = File.Exists(file) ? File.ReadAllText(file) : "";
        Assert.True(expected == actual, $"{article}: the result is not as before; UPDATE_GOLDEN=1 takes it over.\n{LineDiff.Of(expected, actual)}");
    }

    [Fact]
    public void NoSnapshotIsLeftWithoutAnArticle() =>
        Assert.Empty((Directory.Exists(SourceFolders.Golden) ? Directory.GetFiles(SourceFolders.Golden, "*.json") : []).Select(f => Path.GetFileNameWithoutExtension(f)).Except(GoldenArticles.Names));
}
