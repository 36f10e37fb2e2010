using System.Text;
using System.Text.Json;
using Extraction.Tool;

namespace Extraction.ToolTests;

/// <summary>Runs the command in this process and keeps what it wrote.</summary>
internal sealed record ToolRun(int ExitCode, string Output, string Error)
{
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public JsonElement[] Json => [.. Lines.Select(l => JsonElement.Parse(l))];

    public static Task<ToolRun> Of(params string[] arguments) => With("", null, arguments);

    public static async Task<ToolRun> With(string input, Func<string, string?>? variable, params string[] arguments)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter();
        int code = await CommandLine.RunAsync(arguments, new Surroundings
        {
            Input = () => new MemoryStream(Encoding.UTF8.GetBytes(input)),
            Output = () => new Unclosed(output),
            Error = error,
            Variable = variable ?? (_ => null),
        });
        return new ToolRun(code, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }

    private sealed class Unclosed(MemoryStream stream) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => stream.Write(buffer, offset, count);
    }
}
