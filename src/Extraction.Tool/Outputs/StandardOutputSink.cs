namespace Extraction.Tool;

/// <summary>Standard output; each result is handed on at once, so that a reader at the other end of a pipe need not wait.</summary>
internal sealed class StandardOutputSink : IOutputSink
{
    private readonly Stream _stream = Console.OpenStandardOutput();

    public bool IsDone(int fileIndex) => false;

    public bool Skip(int fileIndex) => false;

    public async ValueTask WriteAsync(int fileIndex, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        await _stream.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
        await _stream.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    public ValueTask EndFileAsync(int fileIndex, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask CompleteAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _stream.DisposeAsync();
}
