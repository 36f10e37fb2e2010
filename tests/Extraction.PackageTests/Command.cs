using System.Diagnostics;
using System.Text;

namespace Extraction.PackageTests;

/// <summary>Runs a program and keeps what it wrote.</summary>
internal static class Command
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(8);

    /// <returns>Standard output.</returns>
    /// <exception cref="InvalidOperationException">The program failed, or did not end in time.</exception>
    public static async Task<string> Run(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };

        // Packages under test must not come from, or get into, the machine's own folder; and this test's own MSBuild must not leak into the new one.
        start.Environment["NUGET_PACKAGES"] = Path.Combine(Path.GetTempPath(), "extraction-package-tests");
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        foreach (string name in start.Environment.Keys.Where(k => k.StartsWith("MSBuild", StringComparison.Ordinal) || k.StartsWith("VSTEST", StringComparison.Ordinal) || k == "CI").ToArray())
        {
            start.Environment.Remove(name);
        }

        using var cancel = new CancellationTokenSource(Limit);
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(cancel.Token);
        Task<string> error = process.StandardError.ReadToEndAsync(cancel.Token);
        try
        {
            await process.WaitForExitAsync(cancel.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"'{program} {string.Join(' ', arguments)}' did not end within {Limit}.");
        }

        return process.ExitCode == 0
            ? await output
            : throw new InvalidOperationException($"'{program} {string.Join(' ', arguments)}' ended with {process.ExitCode}:\n{await output}\n{await error}");
    }
}
