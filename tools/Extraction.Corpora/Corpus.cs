using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Extraction.Corpora;

/// <summary>Reads annotated corpora in the common JSON Lines format: one document a line, offsets in UTF-16 code units, plain or gzipped.</summary>
public static class Corpus
{
    public static IEnumerable<CorpusDocument> Read(string path)
    {
        using Stream file = File.OpenRead(path);
        using Stream stream = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0)
            {
                yield return CorpusDocument.Parse(line);
            }
        }
    }
}
