namespace Extraction.PackageTests;

/// <summary>Where the sources are.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Extraction.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("These tests run inside a checkout of the sources.");
    }
}
