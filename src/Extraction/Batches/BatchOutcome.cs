using System.Diagnostics.CodeAnalysis;

namespace Extraction;

/// <summary>What became of one article of a batch: a result or a failure.</summary>
/// <typeparam name="T">What is made of an article: <see cref="ExtractionResult"/>, or what the caller's projection makes of it.</typeparam>
/// <threadsafety>Immutable; safe from any thread.</threadsafety>
public sealed class BatchOutcome<T>
    where T : notnull
{
    internal BatchOutcome(long position, string? id, T result)
    {
        Position = position;
        Id = id;
        Result = result;
    }

    internal BatchOutcome(long position, string? id, Exception error)
    {
        Position = position;
        Id = id;
        Error = error;
    }

    /// <summary>Place of the article in the input, counted from 0.</summary>
    public long Position { get; }

    /// <summary><see cref="Article.Id"/> of the article.</summary>
    public string? Id { get; }

    /// <summary>What was made of the article; null where it failed.</summary>
    public T? Result { get; }

    /// <summary>Why the article failed; null where it did not.</summary>
    public Exception? Error { get; }

    /// <summary>True where there is a result.</summary>
    [MemberNotNullWhen(true, nameof(Result))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsSuccess => Error is null;

    /// <summary>The result.</summary>
    /// <exception cref="InvalidOperationException">The article failed; the cause is the inner exception.</exception>
    public T GetResult() =>
        IsSuccess ? Result : throw new InvalidOperationException($"Article {Position} of the batch (id '{Id}') failed: {Error.Message}", Error);
}
