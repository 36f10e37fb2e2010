using System.Reflection;

namespace Extraction.GoldenTests;

/// <summary>The folders of the source tree that the switches write into.</summary>
internal static class SourceFolders
{
    public static string Golden => Of("GoldenFolder");

    public static string Facts => Of("FactsFolder");

    private static string Of(string key) => typeof(SourceFolders).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
