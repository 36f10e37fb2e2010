namespace Extraction.GoldenTests;

public class LineDiffTests
{
    [Fact]
    public void ShowsWhatWentAndWhatCameWithTheLinesAround() =>
        Assert.Equal("  b\n  c\n- d\n+ D\n", LineDiff.Of("a\nb\nc\nd\ne\n", "a\nb\nc\nD\ne\n").ReplaceLineEndings("\n"));

    [Fact]
    public void TellsAdditionsFromRemovals() =>
        Assert.Equal("  a\n+ x\n  b\n- c\n", LineDiff.Of("a\nb\nc", "a\nx\nb").ReplaceLineEndings("\n"));
}
