namespace Extraction.Tool;

/// <summary>One article as it was found in the input, not parsed yet, so that the workers can do that.</summary>
internal sealed class InputItem
{
    /// <summary>Place of the input among the inputs.</summary>
    public required int FileIndex { get; init; }

    public required InputFile File { get; init; }

    /// <summary>The line in the input, counted from 1; for a text file 1.</summary>
    public required long Line { get; init; }

    /// <summary>The bytes of the line or the file; null where <see cref="Failure"/>, or where this item only ends its file.</summary>
    public byte[]? Bytes { get; init; }

    public InputKind Kind { get; init; }

    /// <summary>Why it could not even be read, or null.</summary>
    public InputException? Failure { get; init; }

    /// <summary>True where nothing more comes from the file; such an item is no article.</summary>
    public bool EndsFile { get; init; }

    /// <exception cref="InputException">It is no article.</exception>
    public Article ToArticle(PublicationTime? published)
    {
        if (Failure is not null)
        {
            throw Failure;
        }

        Article article = Kind == InputKind.JsonLines
            ? ArticleLine.Parse(Bytes)
            : new Article(TextDecoder.Decode(Bytes)) { Id = File.IsStandardInput ? "stdin" : File.Id };
        return article.Published is null ? article with { Published = published } : article;
    }
}
