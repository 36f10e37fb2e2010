using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Extraction.Tests.Formats;

public class ResultJsonTests
{
    private static readonly ExtractionPipeline Pipeline = ExtractionPipeline.CreateDefault();

    [Fact]
    public void TheLineTheWriterAndTheIndentedFormSayTheSame()
    {
        ExtractionResult result = Pipeline.Extract(new Article("Anna Berg came on Monday. \"Hello,\" she said.") { Id = "a" });
        byte[] line = ResultJson.ToUtf8Line(result);
        var buffer = new ArrayBufferWriter<byte>();
        ResultJson.WriteUtf8Line(result, buffer);
        Assert.Equal(line, buffer.WrittenSpan.ToArray());
        Assert.DoesNotContain((byte)'\n', line);
        string indented = Encoding.UTF8.GetString(ResultJson.ToUtf8Indented(result));
        Assert.StartsWith("{\n  \"schema\": 1,\n  \"id\": \"a\",", indented, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', indented);
        Assert.Equal(JsonSerializer.Serialize(JsonElement.Parse(line)), JsonSerializer.Serialize(JsonElement.Parse(indented)));
    }

    [Fact]
    public void NamesInEveryScriptAreWrittenAsTheyAre()
    {
        string json = Encoding.UTF8.GetString(ResultJson.ToUtf8Line(Pipeline.Extract(new Article("x") { Id = "Łódź 北京 <&>" })));
        Assert.Contains("\"id\":\"Łódź 北京 <&>\"", json, StringComparison.Ordinal);
    }

    [Fact]
    public void TokensAreWrittenOnlyWhenTheyAreKept()
    {
        ExtractionPipeline keeping = new ExtractionPipelineBuilder().AddDefaults(new ExtractionOptions { KeepTokens = true }).Build();
        Assert.DoesNotContain("\"tokens\"", Encoding.UTF8.GetString(ResultJson.ToUtf8Line(Pipeline.Extract("One."))), StringComparison.Ordinal);
        Assert.Contains("\"tokens\":[{\"start\":0,\"end\":3}", Encoding.UTF8.GetString(ResultJson.ToUtf8Line(keeping.Extract("One."))), StringComparison.Ordinal);
        Assert.Contains("\"tokens\":[]", Encoding.UTF8.GetString(ResultJson.ToUtf8Line(keeping.Extract(""))), StringComparison.Ordinal);
    }

    [Fact]
    public void ALoneSurrogateBecomesAReplacementCharacter()
    {
        byte[] json = ResultJson.ToUtf8Line(Pipeline.Extract(new Article("x") { Id = "a\uD83Db" }));
        Assert.Equal("a\uFFFDb", JsonElement.Parse(json).GetProperty("id").GetString());
    }
}
