using System.Runtime.CompilerServices;

namespace Extraction.ApiTests;

/// <summary>The README's C# is what <see cref="ReadmeCode"/> holds and the compiler accepts, and the first lines do what they say.</summary>
public class ReadmeTests
{
    [Fact]
    public void EveryLineOfCodeInTheReadmeIsCompiledHere()
    {
        string root = Path.GetFullPath(Path.Combine(Here(), "../.."));
        HashSet<string> compiled = [.. Blocks(File.ReadAllLines(Path.Combine(root, "tests/Extraction.ApiTests/ReadmeCode.cs")), "// <readme>", "// </readme>").SelectMany(b => b)];
        List<string>[] shown = [.. Blocks(File.ReadAllLines(Path.Combine(root, "README.md")), "```csharp", "```")];
        Assert.True(shown.Length >= 5, "the README shows less code than it did");
        Assert.All(shown.SelectMany(b => b).Where(l => l != "using Extraction;"), line => Assert.Contains(line, compiled));
    }

    [Fact]
    public void TheFirstLinesRun()
    {
        string folder = Directory.CreateTempSubdirectory("readme").FullName;
        string before = Directory.GetCurrentDirectory();
        TextWriter console = Console.Out;
        try
        {
            File.WriteAllText(Path.Combine(folder, "article.txt"), " date 2022-02-25\nMayor opens bridge\n\"The bridge will open on Friday,\" Mayor Asha Rao said.");
            using var output = new StringWriter();
            Console.SetOut(output);
            ReadmeCode.First(folder);
            Assert.Contains("Published 2022-02-25", output.ToString(), StringComparison.Ordinal);
            Assert.Contains("Asha Rao (person), Mayor", output.ToString(), StringComparison.Ordinal);
            Assert.Contains("Asha Rao: ", output.ToString(), StringComparison.Ordinal);
        }
        finally
        {
            Console.SetOut(console);
            Directory.SetCurrentDirectory(before);
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void AStageOfTheReadersOwnTakesThePlaceOfOurs()
    {
        ReadmeCode.WithStage(new ReadmeCode.MyModel());
        ReadmeCode.WithServices(new Microsoft.Extensions.DependencyInjection.ServiceCollection());
    }

    private static IEnumerable<List<string>> Blocks(string[] lines, string open, string close)
    {
        List<string>? block = null;
        foreach (string line in lines.Select(l => l.Trim()))
        {
            if (block is null)
            {
                block = line == open ? [] : null;
            }
            else if (line == close)
            {
                yield return block;
                block = null;
            }
            else if (line.Length > 0)
            {
                block.Add(line);
            }
        }
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
