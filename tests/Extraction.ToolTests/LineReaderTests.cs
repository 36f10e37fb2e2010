using System.Text;
using Extraction.Tool;

namespace Extraction.ToolTests;

public class LineReaderTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("a", "a")]
    [InlineData("a\n", "a")]
    [InlineData("a\nb", "a|b")]
    [InlineData("a\r\n\r\nb\r\n", "a||b")]
    [InlineData("\uFEFFa\n\uFEFFb", "a|\uFEFFb")]
    [InlineData("\n", "")]
    public async Task CutsAtLineFeeds(string text, string lines)
    {
        foreach (int step in new[] { 1, 2, 1000 })
        {
            Assert.Equal(lines, string.Join('|', await Read(text, step)));
        }
    }

    [Fact]
    public async Task ALineMayBeLongerThanTheBuffer()
    {
        string[] lines = [new('a', 300_000), "", new('b', 70_000), "c"];
        Assert.Equal(lines, await Read(string.Join('\n', lines), 4096));
    }

    [Fact]
    public async Task PeekingTakesNothing()
    {
        var reader = new LineReader(new Trickle(Encoding.UTF8.GetBytes(" \r\n\t{x\ny"), 1));
        Assert.Equal((byte)'{', await reader.PeekAsync(CancellationToken.None));
        Assert.Equal(" ", Encoding.UTF8.GetString((await reader.ReadAsync(CancellationToken.None))!.Value.Span));
        Assert.Equal("\t{x", Encoding.UTF8.GetString((await reader.ReadAsync(CancellationToken.None))!.Value.Span));
        Assert.Equal(2, reader.Line);
    }

    private static async Task<List<string>> Read(string text, int step)
    {
        var reader = new LineReader(new Trickle(Encoding.UTF8.GetBytes(text), step));
        var lines = new List<string>();
        while (await reader.ReadAsync(CancellationToken.None) is { } line)
        {
            lines.Add(Encoding.UTF8.GetString(line.Span));
        }

        return lines;
    }

    /// <summary>A stream that gives a few bytes at a time, as a pipe may.</summary>
    private sealed class Trickle(byte[] bytes, int step) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(step, buffer.Length)], cancellationToken);
    }
}
