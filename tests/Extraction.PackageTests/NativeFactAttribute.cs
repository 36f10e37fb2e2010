namespace Extraction.PackageTests;

/// <summary>A test that compiles ahead of time: skipped, and counted as skipped, where there is no linker.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NativeFactAttribute : FactAttribute
{
    public NativeFactAttribute()
    {
        string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (OperatingSystem.IsLinux() && !folders.Any(f => File.Exists(Path.Combine(f, "clang")) || File.Exists(Path.Combine(f, "gcc"))))
        {
            Skip = "Native AOT needs gcc or clang and zlib1g-dev; .ci/run installs them.";
        }
    }
}
