using System.Runtime.CompilerServices;

namespace Extraction.Tool;

/// <summary>Reads the inputs one after the other, articles in order; each file ends with an item that says so.</summary>
internal sealed class InputReader
{
    private readonly IReadOnlyList<InputFile> _files;
    private readonly Shard? _shard;
    private readonly bool _shardFiles;
    private readonly IOutputSink _sink;
    private readonly Func<Stream> _standardInput;
    private long _bytes;

    /// <param name="files">The inputs.</param>
    /// <param name="shard">The share to read, or null for all.</param>
    /// <param name="shardFiles">Whether the share counts files instead of articles.</param>
    /// <param name="sink">Knows what an earlier run has done.</param>
    /// <param name="standardInput">Opens standard input.</param>
    public InputReader(IReadOnlyList<InputFile> files, Shard? shard, bool shardFiles, IOutputSink sink, Func<Stream> standardInput)
    {
        _files = files;
        _shard = shard;
        _shardFiles = shardFiles;
        _sink = sink;
        _standardInput = standardInput;
    }

    /// <summary>Number of bytes read so far.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    public async IAsyncEnumerable<InputItem> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        long ordinal = 0;
        for (int index = 0; index < _files.Count; index++)
        {
            if ((_shardFiles && _shard is { } share && !share.Takes(index)) || _sink.IsDone(index))
            {
                continue;
            }

            await foreach (InputItem item in ReadFileAsync(index, cancellationToken).ConfigureAwait(false))
            {
                if ((_shardFiles || _shard is not { } articles || articles.Takes(ordinal++)) && !_sink.Skip(index))
                {
                    yield return item;
                }
            }

            yield return new InputItem { FileIndex = index, File = _files[index], Line = 0, EndsFile = true };
        }
    }

    private async IAsyncEnumerable<InputItem> ReadFileAsync(int index, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        InputFile file = _files[index];
        InputItem? failure = Open(index, out Stream? stream);
        if (failure is not null)
        {
            yield return failure;
            yield break;
        }

        await using (stream!.ConfigureAwait(false))
        {
            var lines = new LineReader(stream!);
            InputKind kind = file.Kind;
            while (true)
            {
                byte[]? bytes = null;
                bool end = false;
                long before = lines.Bytes;
                try
                {
                    if (kind == InputKind.Unknown)
                    {
                        kind = await lines.PeekAsync(cancellationToken).ConfigureAwait(false) == (byte)'{' ? InputKind.JsonLines : InputKind.Text;
                    }

                    if (kind == InputKind.JsonLines)
                    {
                        ReadOnlyMemory<byte>? line = await lines.ReadAsync(cancellationToken).ConfigureAwait(false);
                        end = line is null;
                        bytes = line is { } found && !IsBlank(found.Span) ? found.ToArray() : null;
                    }
                    else
                    {
                        bytes = await lines.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
                    }
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
                {
                    // A broken disk, or a .gz cut off in the middle.
                    failure = Unreadable(index, lines.Line + 1, e.Message);
                }

                Interlocked.Add(ref _bytes, kind == InputKind.JsonLines ? lines.Bytes - before : bytes?.Length ?? 0);
                if (failure is not null)
                {
                    yield return failure;
                    yield break;
                }

                if (bytes is not null)
                {
                    yield return new InputItem { FileIndex = index, File = file, Line = Math.Max(1, lines.Line), Bytes = bytes, Kind = kind };
                }

                if (end || kind == InputKind.Text)
                {
                    yield break;
                }
            }
        }
    }

    private InputItem? Open(int index, out Stream? stream)
    {
        stream = null;
        if (_files[index].Problem is { } problem)
        {
            return Unreadable(index, 1, problem);
        }

        try
        {
            stream = _files[index].Open(_standardInput);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Unreadable(index, 1, e.Message);
        }
    }

    private InputItem Unreadable(int index, long line, string message) => new()
    {
        FileIndex = index,
        File = _files[index],
        Line = line,
        Failure = new InputException("unreadable", $"{_files[index].Path}: {message}", _files[index].Kind == InputKind.Text ? _files[index].Id : null),
    };

    private static bool IsBlank(ReadOnlySpan<byte> line) => line.IndexOfAnyExcept(" \t\r"u8) < 0;
}
