namespace Extraction.Tool;

/// <summary>
/// A file that appears under its name only when it is whole. Until then its content grows in <c>NAME.KEY.partial</c>, where KEY tells the run's inputs and options,
/// so that a killed run can be taken up again by a run that would have written the same bytes, and by no other.
/// </summary>
internal sealed class AtomicFile : IAsyncDisposable
{
    private readonly string _path;
    private readonly string _partial;
    private readonly FileStream _stream;

    private AtomicFile(string path, string partial, FileStream stream, long lines)
    {
        _path = path;
        _partial = partial;
        _stream = stream;
        Lines = lines;
    }

    /// <summary>Number of whole lines that an earlier run left.</summary>
    public long Lines { get; }

    /// <param name="path">The finished file's path.</param>
    /// <param name="key">The run's key.</param>
    /// <param name="resume">Whether the lines that an earlier run left are kept.</param>
    /// <exception cref="IOException">The file cannot be written, or another process writes it.</exception>
    public static AtomicFile Open(string path, string key, bool resume)
    {
        string full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        string partial = $"{full}.{key}.partial";
        var stream = new FileStream(partial, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1 << 16);
        (long lines, long length) = resume ? WholeLines(stream) : (0, 0);
        stream.SetLength(length);
        stream.Position = length;
        return new AtomicFile(full, partial, stream, lines);
    }

    public ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) => _stream.WriteAsync(bytes, cancellationToken);

    public async ValueTask CompleteAsync(CancellationToken cancellationToken)
    {
        await _stream.FlushAsync(cancellationToken).ConfigureAwait(false);
        _stream.Flush(flushToDisk: true);
        await _stream.DisposeAsync().ConfigureAwait(false);
        File.Move(_partial, _path, overwrite: true);
        foreach (string stale in Directory.EnumerateFiles(Path.GetDirectoryName(_path)!, Path.GetFileName(_path) + ".*.partial"))
        {
            File.Delete(stale);
        }
    }

    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    // A line counts when it ends and looks like one of ours: a power cut may have left zeros.
    private static (long Lines, long Length) WholeLines(FileStream stream)
    {
        var buffer = new byte[1 << 16];
        long lines = 0;
        long length = 0;
        long position = 0;
        byte first = 0;
        byte previous = 0;
        for (int read = stream.Read(buffer); read > 0; read = stream.Read(buffer))
        {
            foreach (byte b in buffer.AsSpan(0, read))
            {
                first = position == length ? b : first;
                position++;
                if (b == (byte)'\n')
                {
                    if (first != (byte)'{' || previous != (byte)'}')
                    {
                        return (lines, length);
                    }

                    lines++;
                    length = position;
                }

                previous = b;
            }
        }

        return (lines, length);
    }
}
