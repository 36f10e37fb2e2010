using System.IO.Compression;
using System.Xml.Linq;

namespace Extraction.PackageTests;

/// <summary>What <c>dotnet pack</c> makes works for somebody who has nothing else.</summary>
[Trait("Category", "Slow")]
public sealed class PackageTests(Packages packages) : IClassFixture<Packages>
{
    private static readonly string Seed = Path.Combine(Repository.Root, "seeds", "000_c580fcef65a1d2e8.txt");

    [Theory]
    [InlineData("Extraction")]
    [InlineData("Extraction.Tool")]
    public void ThePackageHasReadmeIconLicenceAndSource(string id)
    {
        using ZipArchive package = ZipFile.OpenRead(Path.Combine(packages.Folder, $"{id}.{packages.Version}.nupkg"));
        Assert.NotNull(package.GetEntry("README.md"));
        Assert.NotNull(package.GetEntry("icon.png"));
        XElement metadata = XDocument.Load(package.GetEntry($"{id}.nuspec")!.Open()).Root!.Elements().First();
        Assert.Equal("MIT", Value(metadata, "license"));
        Assert.Equal("README.md", Value(metadata, "readme"));
        Assert.Equal("icon.png", Value(metadata, "icon"));
        Assert.NotEmpty(Value(metadata, "description"));
    }

    [Fact]
    public void TheLibraryIsThereForBothFrameworksWithDocumentationAndSymbols()
    {
        using ZipArchive package = ZipFile.OpenRead(Path.Combine(packages.Folder, $"Extraction.{packages.Version}.nupkg"));
        using ZipArchive symbols = ZipFile.OpenRead(Path.Combine(packages.Folder, $"Extraction.{packages.Version}.snupkg"));
        foreach (string framework in new[] { "net8.0", "net10.0" })
        {
            Assert.NotNull(package.GetEntry($"lib/{framework}/Extraction.dll"));
            Assert.NotNull(package.GetEntry($"lib/{framework}/Extraction.xml"));
            Assert.NotNull(symbols.GetEntry($"lib/{framework}/Extraction.pdb"));
        }
    }

    [Fact]
    public async Task AFreshConsoleProgramInstallsAndRunsTheLibrary()
    {
        string folder = packages.CreateWorkplace();
        File.Copy(Path.Combine(Repository.Root, "samples", "Extraction.Sample", "Program.cs"), Path.Combine(folder, "Program.cs"));
        File.WriteAllText(Path.Combine(folder, "Consumer.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Extraction" Version="{packages.Version}" />
              </ItemGroup>
            </Project>
            """);
        string output = await Command.Run(folder, "dotnet", "run", "-c", "Release", "--", Seed);
        Assert.Contains("Published 2022-02-25", output, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task AFileBasedProgramRunsTheLibrary()
    {
        string folder = packages.CreateWorkplace();
        string source = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "samples", "quickstart.cs"));
        Assert.Contains("#:package Extraction@0.1.0", source, StringComparison.Ordinal);
        string program = Path.Combine(folder, "quickstart.cs");
        await File.WriteAllTextAsync(program, source.Replace("Extraction@0.1.0", $"Extraction@{packages.Version}", StringComparison.Ordinal));
        string output = await Command.Run(folder, "dotnet", "run", program, "--", Seed);
        Assert.Contains("2022-02-25", output, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task TheToolInstallsAndRuns()
    {
        string folder = packages.CreateWorkplace();
        string tools = Path.Combine(folder, "tools");
        await Command.Run(folder, "dotnet", "tool", "install", "Extraction.Tool", "--tool-path", tools, "--version", packages.Version, "--configfile", Path.Combine(folder, "nuget.config"));
        string output = await Command.Run(folder, Path.Combine(tools, "extraction"), "extract", Seed, "--format", "jsonl");
        Assert.StartsWith("{\"schema\":1,\"id\":\"000_c580fcef65a1d2e8\"", output, StringComparison.Ordinal);
        Assert.Equal(Json(Seed), output);
        Directory.Delete(folder, recursive: true);
    }

    private static string Json(string path)
    {
        var article = new Article(File.ReadAllText(path)) { Id = Path.GetFileNameWithoutExtension(path) };
        return System.Text.Encoding.UTF8.GetString(ResultJson.ToUtf8Line(ExtractionPipeline.CreateDefault().Extract(article))) + "\n";
    }

    private static string Value(XElement metadata, string name) => metadata.Elements().First(e => e.Name.LocalName == name).Value;
}
