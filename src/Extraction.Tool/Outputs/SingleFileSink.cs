namespace Extraction.Tool;

/// <summary>One output file for all inputs.</summary>
internal sealed class SingleFileSink : IOutputSink
{
    private readonly AtomicFile? _file;
    private long _left;

    /// <exception cref="IOException">The file cannot be written, or another process writes it.</exception>
    public SingleFileSink(string path, string key, bool resume, bool countsLines)
    {
        if (!resume || !File.Exists(path))
        {
            _file = AtomicFile.Open(path, key, resume && countsLines);
            _left = _file.Lines;
        }
    }

    public bool IsDone(int fileIndex) => _file is null;

    public bool Skip(int fileIndex) => _left-- > 0;

    public ValueTask WriteAsync(int fileIndex, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) => _file!.WriteAsync(bytes, cancellationToken);

    public ValueTask EndFileAsync(int fileIndex, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask CompleteAsync(CancellationToken cancellationToken) => _file?.CompleteAsync(cancellationToken) ?? ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _file?.DisposeAsync() ?? ValueTask.CompletedTask;
}
