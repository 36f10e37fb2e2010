using System.Diagnostics;

namespace Extraction.ToolTests;

/// <summary>A run killed with SIGKILL, again and again, and resumed: nothing lost, nothing twice, the bytes of an undisturbed run.</summary>
public sealed class KillAndResumeTests : IDisposable
{
    private const int Articles = 3_000;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    [Trait("Category", "Slow")]
    public async Task AKilledRunIsTakenUpWhereItWas()
    {
        string input = _folder.Write("in.jsonl", Inputs.Lines(Articles, bad: i => i % 97 == 5));
        string undisturbed = _folder["undisturbed.jsonl"];
        string killed = _folder["killed/out.jsonl"];
        Assert.Equal(1, await Run(input, undisturbed, killAfter: null));

        int kills = 0;
        long progress = 0;
        for (int attempt = 0; attempt < 6 && !File.Exists(killed); attempt++)
        {
            if (await Run(input, killed, killAfter: Size(killed) + 150_000) is null)
            {
                kills++;
                Assert.False(File.Exists(killed), "a killed run left a finished file");
                Assert.True(Size(killed) >= progress, "what was done is lost");
                progress = Size(killed);
            }
        }

        Assert.True(kills > 0, "no run was long enough to be killed");
        if (!File.Exists(killed))
        {
            Assert.Equal(1, await Run(input, killed, killAfter: null));
        }

        Assert.Equal(await File.ReadAllBytesAsync(undisturbed), await File.ReadAllBytesAsync(killed));
        Assert.Equal([killed], Directory.GetFiles(_folder["killed"]));
        Assert.Equal(Articles, File.ReadLines(killed).Count());
    }

    public void Dispose() => _folder.Dispose();

    // Size of what a run has written so far, finished or not.
    private static long Size(string output)
    {
        string folder = Path.GetDirectoryName(output)!;
        return Directory.Exists(folder) ? Directory.GetFiles(folder, Path.GetFileName(output) + "*").Sum(f => new FileInfo(f).Length) : 0;
    }

    /// <returns>The exit code; null where the run was killed.</returns>
    private static async Task<int?> Run(string input, string output, long? killAfter)
    {
        var start = new ProcessStartInfo("dotnet");
        foreach (string argument in new[] { Path.Combine(AppContext.BaseDirectory, "Extraction.Tool.dll"), "extract", input, "--format", "jsonl", "--output", output, "--resume" })
        {
            start.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(start)!;
        while (!process.HasExited)
        {
            if (killAfter is { } size && Size(output) >= size)
            {
                // Kill() is SIGKILL: the process gets no chance to tidy up.
                process.Kill();
                await process.WaitForExitAsync();
                return process.ExitCode == 137 ? null : process.ExitCode;
            }

            await Task.Delay(2);
        }

        return process.ExitCode;
    }
}
