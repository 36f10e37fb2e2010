namespace Extraction.Tool;

/// <summary>Standard output; each result is handed on at once, so that a reader at the other end of a pipe need not wait.</summary>
internal sealed class StandardOutputSink(Stream stream) : IOutputSink
{
    public bool IsDone(int fileIndex) => false;

    public bool Skip(int fileIndex) => false;

    public async ValueTask WriteAsync(int fileIndex, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
        await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    public ValueTask EndFileAsync(int fileIndex, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask CompleteAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => stream.DisposeAsync();
}
