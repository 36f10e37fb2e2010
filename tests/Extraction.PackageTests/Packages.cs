namespace Extraction.PackageTests;

/// <summary>The packages, made once for all tests, under a version that no other package has.</summary>
public sealed class Packages : IAsyncLifetime
{
    /// <summary>Folder with the packages; a temporary one of ours.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("extraction-packages-").FullName;

    public string Version { get; } = $"0.1.0-test.{Environment.ProcessId}.{Environment.TickCount64}";

    public async Task InitializeAsync()
    {
        // An artifacts folder of its own keeps this build out of the way of the one that runs the tests.
        foreach (string project in new[] { "src/Extraction", "src/Extraction.Tool" })
        {
            await Command.Run(
                Repository.Root,
                "dotnet", "pack", project, "-c", "Release", "--artifacts-path", Path.Combine(Folder, "build"), "-o", Folder, $"-p:Version={Version}", "-v", "quiet");
        }
    }

    /// <summary>A folder with a nuget.config that knows the packages and the registry.</summary>
    public string CreateWorkplace()
    {
        string folder = Directory.CreateTempSubdirectory("extraction-consumer-").FullName;
        File.WriteAllText(Path.Combine(folder, "nuget.config"), $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="local" value="{Folder}" />
                <add key="nuget.org" value="https://api.nuget.org/v3/index.json" protocolVersion="3" />
              </packageSources>
              <packageSourceMapping>
                <packageSource key="local"><package pattern="Extraction*" /></packageSource>
                <packageSource key="nuget.org"><package pattern="*" /></packageSource>
              </packageSourceMapping>
            </configuration>
            """);
        return folder;
    }

    public Task DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return Task.CompletedTask;
    }
}
