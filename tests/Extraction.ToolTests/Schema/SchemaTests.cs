using System.Text.Json;

namespace Extraction.ToolTests.Schema;

public class SchemaTests
{
    private static readonly SchemaValidator Validator = new(JsonElement.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "output.schema.json"))));

    public static string Seeds => Path.Combine(AppContext.BaseDirectory, "seeds");

    [Theory]
    [InlineData("jsonl")]
    [InlineData("jsonl", "--tokens")]
    [InlineData("jsonl", "--published", "2022-02-25T06:53+05:30")]
    public async Task TheOutputForTheSeedsFollowsThePublishedSchema(string format, params string[] more)
    {
        ToolRun run = await ToolRun.Of(["extract", Seeds, "--format", format, .. more]);
        Assert.Equal(2, run.Json.Length);
        Assert.All(run.Json, AssertValid);
    }

    [Fact]
    public async Task IndentedOutputFollowsThePublishedSchema()
    {
        ToolRun run = await ToolRun.Of("extract", Path.Combine(Seeds, "000_c580fcef65a1d2e8.txt"), "--format", "json");
        AssertValid(JsonElement.Parse(run.Output));
        Assert.StartsWith("{\n  \"schema\": 1,", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MixedInputsAndErrorsFollowThePublishedSchema()
    {
        ToolRun run = await ToolRun.With(Inputs.Lines(30, bad: i => i % 7 == 3), null, "extract", "-", "--format", "jsonl");
        Assert.Equal(30, run.Json.Length);
        Assert.All(run.Json, AssertValid);
    }

    [Theory]
    [InlineData("""{"id":"a","line":0,"error":{"code":"bad-json","message":"m"}}""", "$.line: 0 is less than 1")]
    [InlineData("""{"id":"a","line":1,"error":{"code":"odd","message":"m"}}""", "'odd' is none of")]
    [InlineData("""{"id":"a","line":1,"error":{"code":"failed","message":"m"},"extra":1}""", "the schema does not name 'extra'")]
    [InlineData("""{"id":5,"line":1,"error":{"code":"failed","message":"m"}}""", "$.id: is integer")]
    [InlineData("[]", "is array, not object")]
    public void TheValidatorNoticesWhatIsWrong(string json, string complaint) =>
        Assert.Contains(Validator.Validate(JsonElement.Parse(json)), e => e.Contains(complaint, StringComparison.Ordinal));

    private static void AssertValid(JsonElement json) => Assert.Equal([], Validator.Validate(json));
}
