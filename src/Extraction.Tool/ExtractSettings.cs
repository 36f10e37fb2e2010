namespace Extraction.Tool;

/// <summary>What a call of <c>extract</c> asks for, checked.</summary>
internal sealed record ExtractSettings
{
    public required IReadOnlyList<InputFile> Files { get; init; }

    public required OutputFormat Format { get; init; }

    /// <summary>File or folder; null for standard output.</summary>
    public string? Output { get; init; }

    public PublicationTime? Published { get; init; }

    public required int Jobs { get; init; }

    public bool Tokens { get; init; }

    public bool Progress { get; init; }

    public Shard? Shard { get; init; }

    public bool Resume { get; init; }

    public required int MaxLength { get; init; }

    /// <summary>A folder gets one file for each input.</summary>
    public bool OutputIsFolder => Output is { } path && (Path.EndsInDirectorySeparator(path) || Directory.Exists(path));
}
