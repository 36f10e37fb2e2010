using System.Runtime.CompilerServices;

namespace Extraction.ApiTests;

[Trait("Category", "Golden")]
public class PublicApiTests
{
    private const string Switch = "EXTRACTION_APPROVE_API";

    /// <summary>A change of the public surface is a change of Extraction.approved.txt, which a reviewer reads first. EXTRACTION_APPROVE_API=1 rewrites it.</summary>
    [Fact]
    public void ThePublicSurfaceIsTheApprovedOne()
    {
        string actual = PublicApi.Describe(typeof(ExtractionPipeline).Assembly);
        if (Environment.GetEnvironmentVariable(Switch) == "1")
        {
            File.WriteAllText(Source(), actual);
            return;
        }

        string[] approved = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Extraction.approved.txt")).ReplaceLineEndings("\n").Split('\n');
        string[] now = actual.Split('\n');
        Assert.True(
            approved.SequenceEqual(now),
            $"The public surface has changed. Where that is wanted, run the tests once with {Switch}=1 and commit the file.\nGone:\n{Lines(approved.Except(now))}\nNew:\n{Lines(now.Except(approved))}");
    }

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines.Select(l => "  " + l.Trim()));

    private static string Source([CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, "Extraction.approved.txt");
}
