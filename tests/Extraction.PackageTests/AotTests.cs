using System.Globalization;
using System.Text;
using Extraction.Tests.Robustness;

namespace Extraction.PackageTests;

/// <summary>
/// The library compiled ahead of time (for .NET 8) says the same, to the byte, as under the JIT (of .NET 10): of the seeds, of the characters of all scripts, and of hostile texts
/// (<c>EXTRACTION_FUZZ_TEXTS=1000</c> of each kind for a longer look).
/// </summary>
[Trait("Category", "Slow")]
public sealed class AotTests
{
    [NativeFact]
    public async Task TheNativeProgramGivesTheBytesOfTheJit()
    {
        string folder = Directory.CreateTempSubdirectory("extraction-aot-").FullName;
        await Command.Run(
            Repository.Root,
            "dotnet", "publish", "tests/Extraction.AotSmoke", "-c", "Release", "--artifacts-path", Path.Combine(folder, "build"), "-o", Path.Combine(folder, "out"), "-v", "quiet");

        string[] files = [.. Directory.GetFiles(Path.Combine(Repository.Root, "seeds"), "*.txt").Order(StringComparer.Ordinal), AllCharacters(folder), .. Fuzzed(folder)];
        string native = await Command.Run(folder, Path.Combine(folder, "out", "Extraction.AotSmoke"), files);

        ExtractionPipeline pipeline = new ExtractionPipelineBuilder().AddDefaults(new ExtractionOptions { KeepTokens = true }).Build();
        var managed = new StringBuilder();
        foreach (string file in files)
        {
            var article = new Article(await File.ReadAllTextAsync(file, Encoding.UTF8)) { Id = Path.GetFileNameWithoutExtension(file) };
            managed.Append(Encoding.UTF8.GetString(ResultJson.ToUtf8Line(pipeline.Extract(article)))).Append('\n');
        }

        Assert.Equal(managed.ToString(), native);
        Directory.Delete(folder, recursive: true);
    }

    // Texts of random characters are left out: the runtimes' versions of Unicode differ, and files hold no lone surrogates.
    private static IEnumerable<string> Fuzzed(string folder)
    {
        int texts = int.Parse(Environment.GetEnvironmentVariable("EXTRACTION_FUZZ_TEXTS") ?? "8", CultureInfo.InvariantCulture);
        foreach ((string generator, Func<Random, string> write) in HostileText.Generators.Where(g => g.Key is not ("random UTF-16" or "lone surrogates" or "all scripts")))
        {
            for (int seed = 0; seed < texts; seed++)
            {
                string path = Path.Combine(folder, $"{generator}-{seed}.txt");
                File.WriteAllText(path, write(new Random(seed)), Encoding.UTF8); // what no file can hold becomes U+FFFD
                yield return path;
            }
        }
    }

    // What differs between runtimes if anything does: case mapping, categories and widths of characters beyond ASCII.
    private static string AllCharacters(string folder)
    {
        var text = new StringBuilder("Straße İstanbul ΣΊΣΥΦΟΣ ǅungla — ‘single’ “double” «guillemets» „low“ 😀🇺🇳 a\u0301 \u200B\u00AD\u2028 3 May 2021, 5 p.m. IST.\n");
        for (char c = '\u0080'; c < '\u2FFF'; c++)
        {
            // Unassigned for .NET 8, letters or symbols for .NET 10 (Unicode 16): the one difference there is.
            if (c is '\u0897' or '\u1C89' or '\u1C8A' or '\u2427' or '\u2428' or '\u2429' or (>= '\u2FFC' and <= '\u2FFF'))
            {
                continue;
            }

            text.Append(c).Append(c % 60 == 0 ? ". \n" : c % 7 == 0 ? " " : "");
        }

        string path = Path.Combine(folder, "hostile.txt");
        File.WriteAllText(path, text.ToString());
        return path;
    }
}
