using System.Runtime.InteropServices;

namespace Extraction.Training.Quotes;

/// <summary>Out-of-fold taggings kept in a file, so that the ranker can be trained again without the tagger.</summary>
internal static class TaggingFile
{
    public static void Save(string path, List<TrainingDocument> documents)
    {
        using FileStream file = File.Create(path);
        foreach (TrainingDocument document in documents)
        {
            int n = document.Tokens.Length;
            file.Write(document.Tagged!.Labels.AsSpan(0, n));
            foreach (float[] values in (float[][])[document.Tagged.Certainty, document.Tagged.Content, document.Tagged.Source])
            {
                file.Write(MemoryMarshal.AsBytes(values.AsSpan(0, n)));
            }
        }
    }

    /// <summary>Reads what <see cref="Save"/> wrote for the same documents.</summary>
    /// <exception cref="EndOfStreamException">The file is of other documents.</exception>
    public static void Load(string path, List<TrainingDocument> documents)
    {
        using FileStream file = File.OpenRead(path);
        foreach (TrainingDocument document in documents)
        {
            int n = document.Tokens.Length;
            document.Tagged = new TaggerScratch();
            document.Tagged.Reserve(n);
            file.ReadExactly(document.Tagged.Labels.AsSpan(0, n));
            foreach (float[] values in (float[][])[document.Tagged.Certainty, document.Tagged.Content, document.Tagged.Source])
            {
                file.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan(0, n)));
            }
        }
    }
}
