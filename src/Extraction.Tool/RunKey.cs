using System.Security.Cryptography;
using System.Text;

namespace Extraction.Tool;

/// <summary>A short name for all that the output's bytes depend on: a run may only take up what a run of the same key left.</summary>
internal static class RunKey
{
    public static string Of(ExtractSettings settings)
    {
        var facts = new StringBuilder();
        facts.Append(typeof(ExtractionPipeline).Assembly.ManifestModule.ModuleVersionId).Append('\n')
            .Append(settings.Format).Append('\n')
            .Append(settings.Published).Append('\n')
            .Append(settings.Tokens).Append('\n')
            .Append(settings.Shard).Append('\n')
            .Append(settings.MaxLength).Append('\n');
        foreach (InputFile file in settings.Files)
        {
            facts.Append(file.Path).Append('\t').Append(File.Exists(file.Path) ? new FileInfo(file.Path).Length : -1).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(facts.ToString())).AsSpan(0, 6));
    }
}
