namespace Extraction.Tool;

/// <summary>One input: a file or standard input.</summary>
/// <param name="Path">Path as the user gave it or the folder listed it; <c>-</c> for standard input.</param>
/// <param name="Kind">How its articles are cut.</param>
/// <param name="RelativeName">Its path below the folder that was named, or its file name; the output's name in an output folder.</param>
/// <param name="Problem">Why there is nothing to read, or null.</param>
internal sealed record InputFile(string Path, InputKind Kind, string RelativeName, string? Problem)
{
    public const string StandardInput = "-";

    public bool IsStandardInput => Path == StandardInput;

    public bool IsCompressed => Path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);

    /// <summary>The file's name without the ending: the id of a text article.</summary>
    public string Id => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <param name="standardInput">Opens standard input.</param>
    public Stream Open(Func<Stream> standardInput)
    {
        if (IsStandardInput)
        {
            return standardInput();
        }

        var file = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 1, FileOptions.SequentialScan);
        return IsCompressed ? new System.IO.Compression.GZipStream(file, System.IO.Compression.CompressionMode.Decompress) : file;
    }
}
