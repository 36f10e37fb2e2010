using System.Reflection;
using System.Text;

namespace Extraction.GoldenTests;

/// <summary>The whole result of every article, as JSON to the contract. <c>UPDATE_GOLDEN=1</c> rewrites the files; review their diff like code.</summary>
[Trait("Category", "Golden")]
public class SnapshotTests
{
    private static readonly string GoldenFolder =
        typeof(SnapshotTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "GoldenFolder").Value!;

    public static TheoryData<string> Names => new(GoldenArticles.Names);

    [Theory]
    [MemberData(nameof(Names))]
    public void TheResultIsAsBefore(string article)
    {
        string actual = Encoding.UTF8.GetString(ResultJson.ToUtf8Indented(GoldenArticles.Results[article])).ReplaceLineEndings("\n") + "\n";
        string file = Path.Combine(GoldenFolder, article + ".json");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(GoldenFolder);
            File.WriteAllText(file, actual);
            return;
        }

        string expected = File.Exists(file) ? File.ReadAllText(file) : "";
        Assert.True(expected == actual, $"{article}: the result is not as before; UPDATE_GOLDEN=1 takes it over.\n{LineDiff.Of(expected, actual)}");
    }

    [Fact]
    public void NoSnapshotIsLeftWithoutAnArticle() =>
        Assert.Empty((Directory.Exists(GoldenFolder) ? Directory.GetFiles(GoldenFolder, "*.json") : []).Select(f => Path.GetFileNameWithoutExtension(f)).Except(GoldenArticles.Names));
}
