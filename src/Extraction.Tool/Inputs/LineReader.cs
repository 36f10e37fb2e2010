namespace Extraction.Tool;

/// <summary>Reads a stream line by line as bytes. A line ends at <c>\n</c>, <c>\r\n</c> or the end; a byte-order mark at the beginning is dropped.</summary>
internal sealed class LineReader(Stream stream)
{
    private byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _end;
    private bool _atBeginning = true;
    private bool _finished;

    /// <summary>Number of the last line read, counted from 1.</summary>
    public long Line { get; private set; }

    /// <summary>Number of bytes read from the stream.</summary>
    public long Bytes { get; private set; }

    /// <summary>The next line, valid until the next call; null at the end.</summary>
    public async ValueTask<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancellationToken)
    {
        int searched = _start;
        while (true)
        {
            int lineFeed = _buffer.AsSpan(searched, _end - searched).IndexOf((byte)'\n');
            if (lineFeed >= 0)
            {
                int next = searched + lineFeed + 1;
                ReadOnlyMemory<byte> line = _buffer.AsMemory(_start, next - 1 - _start);
                _start = next;
                Line++;
                return line.Length > 0 && line.Span[^1] == (byte)'\r' ? line[..^1] : line;
            }

            if (_finished)
            {
                if (_start == _end)
                {
                    return null;
                }

                ReadOnlyMemory<byte> last = _buffer.AsMemory(_start, _end - _start);
                _start = _end;
                Line++;
                return last;
            }

            searched = await FillAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>All that is left, for a stream that turns out to be one text.</summary>
    public async Task<byte[]> ReadToEndAsync(CancellationToken cancellationToken)
    {
        using var rest = new MemoryStream();
        rest.Write(_buffer, _start, _end - _start);
        _start = _end;
        await stream.CopyToAsync(rest, cancellationToken).ConfigureAwait(false);
        _finished = true;
        return rest.ToArray();
    }

    /// <summary>The first line's beginning without taking it, white space before it left out; empty where the stream holds nothing else.</summary>
    public async ValueTask<byte?> PeekAsync(CancellationToken cancellationToken)
    {
        int position = _start;
        while (true)
        {
            for (; position < _end; position++)
            {
                if (_buffer[position] is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
                {
                    return _buffer[position];
                }
            }

            if (_finished)
            {
                return null;
            }

            position = await FillAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    // Reads on; the answer is where the new bytes start.
    private async ValueTask<int> FillAsync(CancellationToken cancellationToken)
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, checked(_buffer.Length * 2));
        }

        int from = _end;
        int read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
        _finished = read == 0;
        _end += read;
        Bytes += read;
        if (_atBeginning && (_end >= 3 || _finished))
        {
            _atBeginning = false;
            if (_buffer.AsSpan(0, _end).StartsWith("\uFEFF"u8))
            {
                _start = 3;
                from = 3;
            }
        }

        return Math.Max(from, _start);
    }
}
