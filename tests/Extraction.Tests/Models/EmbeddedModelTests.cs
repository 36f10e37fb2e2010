using System.Text.Json;

namespace Extraction.Tests.Models;

[Trait("Category", "Golden")]
public class EmbeddedModelTests
{
    public static TheoryData<string> Resources =>
        [.. typeof(ExtractionPipeline).Assembly.GetManifestResourceNames().Where(n => n.EndsWith(".bin", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Resources))]
    public void HasAHeaderThatSaysWhatItIs(string resource)
    {
        JsonElement header = JsonElement.Parse(ModelFile.OpenEmbedded(resource).Header);
        Assert.False(string.IsNullOrEmpty(header.GetProperty("name").GetString()));
        Assert.True(header.TryGetProperty("version", out _));
    }

    /// <summary>Compressed files take most of the time to the first result; <c>Extraction.Training unpack</c> mends that. The package compresses them anyway.</summary>
    [Theory]
    [MemberData(nameof(Resources))]
    public void IsStoredAsItIsRead(string resource)
    {
        using Stream stream = typeof(ExtractionPipeline).Assembly.GetManifestResourceStream(resource)!;
        Span<byte> head = stackalloc byte[12];
        stream.ReadExactly(head);
        Assert.Equal(0, head[8]);
    }
}
