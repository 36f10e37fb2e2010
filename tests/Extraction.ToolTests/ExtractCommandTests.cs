using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Extraction.ToolTests.Schema;

namespace Extraction.ToolTests;

/// <summary>The contract of <c>extraction extract</c>.</summary>
public sealed class ExtractCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task TextIsTheDefaultAndShowsHeadlineWhenWhoAndWhoSaidWhat()
    {
        ToolRun run = await ToolRun.Of("extract", Path.Combine(SchemaTests.Seeds, "000_c580fcef65a1d2e8.txt"));
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("000_c580fcef65a1d2e8", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", run.Output, StringComparison.Ordinal);
        Assert.Empty(run.Error);
    }

    [Fact]
    public async Task ATextFileIsOneArticleNamedAfterIt()
    {
        string text = "Hello there.\r\nHow are you?  ";
        ToolRun run = await ToolRun.Of("extract", _folder.Write("one.two.txt", text), "--format", "jsonl");
        JsonElement json = Assert.Single(run.Json);
        Assert.Equal("one.two", json.GetProperty("id").GetString());
        Assert.Equal(26, json.GetProperty("sentences")[1].GetProperty("end").GetInt32());
    }

    [Fact]
    public async Task OffsetsCountInTheTextAsGiven()
    {
        const string Text = "\n\n  Ünïcode 😀 first.  \"We will go on,\" Anna Berg said on Monday, 3 May 2021.\r\n\r\nShe left.";
        ToolRun run = await ToolRun.With(Inputs.Line("a", Text, null), null, "extract", "-", "--format", "jsonl", "--tokens");
        JsonElement json = Assert.Single(run.Json);
        foreach (string list in new[] { "dates", "quotes" })
        {
            Assert.All(json.GetProperty(list).EnumerateArray(), AssertSlice);
        }

        Assert.All(json.GetProperty("entities").EnumerateArray().SelectMany(e => e.GetProperty("mentions").EnumerateArray()), AssertSlice);
        Assert.NotEqual(0, json.GetProperty("tokens").GetArrayLength());

        static void AssertSlice(JsonElement item) =>
            Assert.Equal(Text[item.GetProperty("start").GetInt32()..item.GetProperty("end").GetInt32()], item.GetProperty("text").GetString());
    }

    [Fact]
    public async Task FoldersGlobsAndFilesAreReadInTheOrderOfTheirNames()
    {
        _folder.Write("in/b.txt", "B.");
        _folder.Write("in/a.txt", "A.");
        _folder.Write("in/deep/c.jsonl", Inputs.Line("c1", "C.", null) + "\n" + Inputs.Line("c2", "C.", null));
        _folder.Write("in/ignored.pdf", "%PDF");
        await using (var gzip = new GZipStream(File.Create(_folder["in/d.jsonl.gz"]), CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(Inputs.Line("d", "D.", null)));
        }

        Assert.Equal(["a", "b", "d", "c1", "c2"], await Ids("extract", _folder["in"]));
        Assert.Equal(["a", "b"], await Ids("extract", _folder["in/*.txt"]));
        Assert.Equal(["c1", "c2", "d"], await Ids("extract", _folder["in/**/*.jsonl"], _folder["in/d.jsonl.gz"]));
        Assert.Equal(["b", "a"], await Ids("extract", _folder["in/b.txt"], _folder["in/a.txt"]));
    }

    [Fact]
    public async Task StandardInputIsATextOrJsonLines()
    {
        Assert.Equal("stdin", (await ToolRun.With("Just a text.", null, "extract", "-", "--format", "jsonl")).Json[0].GetProperty("id").GetString());
        Assert.Equal("x", (await ToolRun.With("\n" + Inputs.Line("x", "Text.", null), null, "extract", "--format", "jsonl")).Json[0].GetProperty("id").GetString());
        Assert.Equal("stdin", (await ToolRun.With("{ is how it begins", null, "extract", "-", "--input-format", "text", "--format", "jsonl")).Json[0].GetProperty("id").GetString());
    }

    [Fact]
    public async Task ALineThatCannotBeReadBecomesAnErrorInItsPlace()
    {
        string input = string.Join('\n', Inputs.Line("a", "One.", null), "rubbish", "", "{\"id\":7}", Inputs.Line("b", "Two.", "yesterday"), "[1]", Inputs.Line("c", "Three.", "2022-02-25"));
        ToolRun run = await ToolRun.With(input, null, "extract", "-", "--input-format", "jsonl", "--format", "jsonl");
        Assert.Equal(1, run.ExitCode);
        Assert.Equal(["a", null, "7", "b", null, "c"], run.Json.Select(j => j.GetProperty("id").GetString()));
        Assert.Equal([(2, "bad-json"), (4, "no-text"), (5, "bad-published"), (6, "bad-line")], run.Json.Where(j => j.TryGetProperty("error", out _)).Select(j => (j.GetProperty("line").GetInt32(), j.GetProperty("error").GetProperty("code").GetString()!)));
    }

    [Fact]
    public async Task ALoneSurrogateIsNoError()
    {
        ToolRun run = await ToolRun.With("{\"id\":\"a\",\"text\":\"\\\"Bad \\ud83d half\\\" and\\u0020more\\n\"}", null, "extract", "-", "--format", "jsonl", "--tokens");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(21, run.Json[0].GetProperty("sentences").EnumerateArray().Last().GetProperty("end").GetInt32());
    }

    [Fact]
    public async Task TheDateOfTheCallIsForInputsThatCarryNone()
    {
        string input = Inputs.Line("with", "He came on Thursday.", "2022-02-25") + "\n" + Inputs.Line("without", "He came on Thursday.", null);
        ToolRun run = await ToolRun.With(input, null, "extract", "-", "--format", "jsonl", "--published", "2020-01-03");
        Assert.Equal(["2022-02-25", "2020-01-03"], run.Json.Select(j => j.GetProperty("published").GetString()));
    }

    [Fact]
    public async Task ATextOverTheLimitIsAnError()
    {
        ToolRun run = await ToolRun.With(Inputs.Line("a", new string('x', 11), null), null, "extract", "-", "--format", "jsonl", "--max-length", "10");
        Assert.Equal("too-long", run.Json[0].GetProperty("error").GetProperty("code").GetString());
        Assert.Equal("a", run.Json[0].GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("nothing-there.txt")]
    [InlineData("nothing-*.txt")]
    [InlineData("--format", "xml", "-")]
    [InlineData("--published", "yesterday", "-")]
    [InlineData("--jobs", "0", "-")]
    [InlineData("--shard", "2/2", "-")]
    [InlineData("--shard", "auto/2", "-")]
    [InlineData("--resume", "-")]
    [InlineData("--colour", "-")]
    public async Task AWrongCallSaysWhyAndHasItsOwnCode(params string[] arguments)
    {
        ToolRun run = await ToolRun.With("x", null, ["extract", .. arguments]);
        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.StartsWith("extraction: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AMissingFileAmongOthersIsAnErrorInItsPlace()
    {
        ToolRun run = await ToolRun.Of("extract", _folder["missing.txt"], _folder.Write("there.txt", "Here."), "--format", "jsonl");
        Assert.Equal(1, run.ExitCode);
        Assert.Equal(["missing", "there"], run.Json.Select(j => j.GetProperty("id").GetString()));
        Assert.Equal("unreadable", run.Json[0].GetProperty("error").GetProperty("code").GetString());
    }

    [Fact]
    public async Task ACompressedFileCutOffInTheMiddleIsAnErrorAfterItsArticles()
    {
        using var whole = new MemoryStream();
        await using (var gzip = new GZipStream(whole, CompressionLevel.NoCompression, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(Inputs.Lines(2000)));
        }

        File.WriteAllBytes(_folder["cut.jsonl.gz"], whole.ToArray()[..^5000]);
        ToolRun run = await ToolRun.Of("extract", _folder["cut.jsonl.gz"], "--format", "jsonl");
        Assert.Equal(1, run.ExitCode);
        Assert.True(run.Json.Length > 100);
        Assert.Contains(run.Json[^1].GetProperty("error").GetProperty("code").GetString(), new[] { "unreadable", "bad-json" });
    }

    [Fact]
    public async Task JobsChangeNothingButTheTime()
    {
        string input = Inputs.Lines(60, bad: i => i % 11 == 5);
        ToolRun one = await ToolRun.With(input, null, "extract", "-", "--format", "jsonl", "--jobs", "1");
        ToolRun eight = await ToolRun.With(input, null, "extract", "-", "--format", "jsonl", "--jobs", "8");
        Assert.Equal(one.Output, eight.Output);
        Assert.Equal(60, one.Lines.Length);
    }

    [Fact]
    public async Task ShardsTogetherAreTheWhole()
    {
        string input = Inputs.Lines(20, bad: i => i == 13);
        string[] whole = (await ToolRun.With(input, null, "extract", "-", "--format", "jsonl")).Lines;
        for (int i = 0; i < 3; i++)
        {
            ToolRun shard = await ToolRun.With(input, null, "extract", "-", "--format", "jsonl", "--shard", $"{i}/3");
            Assert.Equal(whole.Where((_, n) => n % 3 == i), shard.Lines);
        }
    }

    [Theory]
    [InlineData("SLURM_ARRAY_TASK_ID", "auto/3")]
    [InlineData("JOB_COMPLETION_INDEX", "3")]
    [InlineData("AWS_BATCH_JOB_ARRAY_INDEX", "auto")]
    public async Task AJobArrayTellsTheShard(string variable, string shard)
    {
        string input = Inputs.Lines(7);
        ToolRun byHand = await ToolRun.With(input, null, "extract", "-", "--format", "jsonl", "--shard", "1/3");
        ToolRun byArray = await ToolRun.With(input, name => name == variable ? "1" : name == "AWS_BATCH_JOB_ARRAY_SIZE" ? "3" : null, "extract", "-", "--format", "jsonl", "--shard", shard);
        Assert.Equal(byHand.Output, byArray.Output);
        Assert.Equal(2, byArray.Lines.Length);
    }

    [Fact]
    public async Task ExplainGivesTheRuleOfADateAndTheReasonOfASpeaker()
    {
        ToolRun run = await ToolRun.With("Anna Berg came on Thursday. \"The bridge is safe,\" Berg said.", null, "explain", "--published", "2022-02-25");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("published: 2022-02-25, as the caller says", run.Output, StringComparison.Ordinal);
        Assert.Contains("'Thursday' 2022-02-24: rule 'Weekday', counted from the publication date 2022-02-25.", run.Output, StringComparison.Ordinal);
        Assert.Contains("cue 'said' (speech); source 'Berg' is e1 Anna Berg; confidence ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ProgressIsSilentUnlessAskedForWhereStandardErrorIsNoTerminal()
    {
        Assert.Empty((await ToolRun.With(Inputs.Lines(3), null, "extract", "-", "--format", "jsonl")).Error);
        Assert.StartsWith("3 articles, 0 failed, ", (await ToolRun.With(Inputs.Lines(3), null, "extract", "-", "--format", "jsonl", "--progress")).Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<string[]> Ids(params string[] arguments) =>
        [.. (await ToolRun.Of([.. arguments, "--format", "jsonl"])).Json.Select(j => j.GetProperty("id").GetString()!)];
}
