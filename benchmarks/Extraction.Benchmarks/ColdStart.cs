using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Extraction.Benchmarks;

/// <summary>From the start of a process to its first result, with the command-line tool, and how much memory it then holds.</summary>
internal static partial class ColdStart
{
    private const int Children = -1;
    private const int Runs = 7;

    public static void Measure(string tool, Report report)
    {
        string file = Path.Combine(Path.GetTempPath(), "extraction-cold-start.txt");
        File.WriteAllText(file, BenchmarkCorpus.Articles[0].Text);
        string[] command = tool.EndsWith(".dll", StringComparison.Ordinal) ? ["dotnet", tool] : [tool];
        var times = new List<double>();
        for (int i = 0; i < Runs; i++)
        {
            var start = new ProcessStartInfo(command[0]) { RedirectStandardOutput = true };
            foreach (string argument in (string[])[.. command.Skip(1), "extract", file, "--format", "jsonl"])
            {
                start.ArgumentList.Add(argument);
            }

            long begin = Stopwatch.GetTimestamp();
            using Process process = Process.Start(start)!;
            process.StandardOutput.ReadLine();
            times.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
        }

        times.Sort();
        File.Delete(file);
        report.Title("Cold start (wall time)");
        string memory = OperatingSystem.IsLinux() && GetUsage(Children, out Usage usage) == 0 ? $", at most {usage.MaxResidentKilobytes / 1024} MB resident" : "";
        report.Text(string.Create(
            CultureInfo.InvariantCulture, $"From process start to the first result, one article, JSON: {times[0]:0} ms at best, {times[Runs / 2]:0} ms in the middle of {Runs}{memory}."));
    }

    [LibraryImport("libc", EntryPoint = "getrusage")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetUsage(int who, out Usage usage);

    [StructLayout(LayoutKind.Explicit, Size = 144)]
    private readonly struct Usage
    {
        [FieldOffset(32)]
        public readonly nint MaxResidentKilobytes;
    }
}
