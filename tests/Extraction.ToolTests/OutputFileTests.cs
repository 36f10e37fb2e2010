using Extraction.Tool;

namespace Extraction.ToolTests;

/// <summary>Output files: whole or not there, and taken up where a run was killed.</summary>
public sealed class OutputFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task AFileHoldsWhatStandardOutputWould()
    {
        string input = _folder.Write("in.jsonl", Inputs.Lines(10));
        ToolRun shown = await ToolRun.Of("extract", input, "--format", "jsonl");
        ToolRun written = await ToolRun.Of("extract", input, "--format", "jsonl", "--output", _folder["out/result.jsonl"]);
        Assert.Empty(written.Output);
        Assert.Equal(shown.Output, File.ReadAllText(_folder["out/result.jsonl"]));
        Assert.Single(Directory.GetFiles(_folder["out"]));
    }

    [Fact]
    public async Task AFolderGetsAFileForEachInput()
    {
        _folder.Write("in/a.txt", "A.");
        _folder.Write("in/deep/b.jsonl", Inputs.Lines(3));
        _folder.Write("in/empty.jsonl", "");
        ToolRun run = await ToolRun.Of("extract", _folder["in"], "--format", "jsonl", "--output", _folder["out/"]);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["a.jsonl", "deep/b.jsonl", "empty.jsonl"], Names("out"));
        Assert.Equal(3, File.ReadAllLines(_folder["out/deep/b.jsonl"]).Length);
        Assert.Equal(0, new FileInfo(_folder["out/empty.jsonl"]).Length);
    }

    [Fact]
    public async Task ShardsOfAFolderAreWholeFiles()
    {
        for (int i = 0; i < 5; i++)
        {
            _folder.Write($"in/{i}.jsonl", Inputs.Lines(2));
        }

        await ToolRun.Of("extract", _folder["in"], "--format", "jsonl", "--output", _folder["out/"], "--shard", "1/2");
        Assert.Equal(["1.jsonl", "3.jsonl"], Names("out"));
    }

    [Fact]
    public async Task AnOutputThatWouldReplaceItsInputIsRefused()
    {
        string input = _folder.Write("in/a.txt", "A.");
        ToolRun run = await ToolRun.Of("extract", input, "--output", _folder["in"]);
        Assert.Equal(2, run.ExitCode);
        Assert.Equal("A.", File.ReadAllText(input));
    }

    [Fact]
    public async Task TwoInputsOfOneNameAreRefused()
    {
        ToolRun run = await ToolRun.Of("extract", _folder.Write("x/a.txt", "A."), _folder.Write("y/a.txt", "B."), "--format", "jsonl", "--output", _folder["out/"]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("would both write", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ResumeDoesNotDoAgainWhatIsComplete()
    {
        string input = _folder.Write("in.jsonl", Inputs.Lines(5));
        string output = _folder.Write("out.jsonl", "as it was\n");
        ToolRun run = await ToolRun.Of("extract", input, "--format", "jsonl", "--output", output, "--resume");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal("as it was\n", File.ReadAllText(output));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(40)]
    [InlineData(5_000)]
    [InlineData(-1)]
    public async Task ResumeTakesUpAPartialFileAtItsLastWholeLine(int left)
    {
        string input = _folder.Write("in.jsonl", Inputs.Lines(20, bad: i => i == 3));
        string[] call = ["extract", input, "--format", "jsonl", "--output", _folder["out.jsonl"]];
        await ToolRun.Of(call);
        string whole = File.ReadAllText(_folder["out.jsonl"]);

        // What a kill leaves: the first bytes, under the name that the same call would give.
        File.Delete(_folder["out.jsonl"]);
        string partial = _folder[$"out.jsonl.{Key(input)}.partial"];
        File.WriteAllText(partial, left < 0 ? whole : whole[..left]);
        await ToolRun.Of([.. call, "--resume"]);
        Assert.Equal(whole, File.ReadAllText(_folder["out.jsonl"]));
        Assert.Equal(["in.jsonl", "out.jsonl"], Names("."));
    }

    [Fact]
    public async Task ResumeTrustsNoPartialFileOfAnotherCall()
    {
        string input = _folder.Write("in.jsonl", Inputs.Lines(5));
        string[] call = ["extract", input, "--format", "jsonl", "--output", _folder["out.jsonl"]];
        _folder.Write("out.jsonl.0123456789ab.partial", "{\"of\":\"another call\"}\n");
        await ToolRun.Of([.. call, "--resume"]);
        Assert.Equal(5, File.ReadAllLines(_folder["out.jsonl"]).Length);
        Assert.DoesNotContain("another", File.ReadAllText(_folder["out.jsonl"]), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private string[] Names(string folder) =>
        [.. Directory.GetFiles(_folder[folder], "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(_folder[folder], f)).Order(StringComparer.Ordinal)];

    private static string Key(string input) => RunKey.Of(new ExtractSettings
    {
        Files = InputFinder.Find([input], InputKind.Unknown),
        Format = OutputFormat.Jsonl,
        Jobs = 1,
        MaxLength = int.MaxValue,
    });
}
