namespace Extraction;

/// <summary>Word lists embedded as they stand in the folders named Lexicon: one entry a line, comments after <c>#</c>.</summary>
internal static class LexiconFile
{
    /// <summary>The entries of a list, in the file's order.</summary>
    /// <param name="name">File name, such as <c>abbreviations.txt</c>.</param>
    public static IEnumerable<string> Lines(string name)
    {
        using Stream stream = typeof(LexiconFile).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The library was built without its word list '{name}'.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }
}
