using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Extraction.Benchmarks;

/// <summary>Time that the calling thread has spent computing, so that other work on the machine does not count; wall time where the system has no such clock.</summary>
internal static partial class CpuClock
{
    private const int ThreadCpuTime = 3;

    public static bool IsCpuTime { get; } = OperatingSystem.IsLinux();

    public static double Seconds
    {
        get
        {
            if (!IsCpuTime || Read(ThreadCpuTime, out Time time) != 0)
            {
                return (double)Stopwatch.GetTimestamp() / Stopwatch.Frequency;
            }

            return time.Seconds + (time.Nanoseconds * 1e-9);
        }
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Read(int clock, out Time time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Time
    {
        public readonly nint Seconds;
        public readonly nint Nanoseconds;
    }
}
