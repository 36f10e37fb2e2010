namespace Extraction.Tool;

/// <summary>Where results go, in input order.</summary>
internal interface IOutputSink : IAsyncDisposable
{
    /// <summary>True where an earlier run finished the input's output. Asked once an input, by the reader.</summary>
    bool IsDone(int fileIndex);

    /// <summary>True where an earlier run wrote the article's line already. Asked once an article, in order, by the reader.</summary>
    bool Skip(int fileIndex);

    ValueTask WriteAsync(int fileIndex, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken);

    /// <summary>Nothing more comes from the input.</summary>
    ValueTask EndFileAsync(int fileIndex, CancellationToken cancellationToken);

    /// <summary>Nothing more comes at all: what was written becomes visible under its name.</summary>
    ValueTask CompleteAsync(CancellationToken cancellationToken);
}
