namespace Extraction.Tests.Models;

/// <summary>Lays out feature tables for tests as the training program does: eight slots a bucket, what does not fit left out.</summary>
internal static class FeatureTableFile
{
    /// <summary>Adds the table's sections; says which features found room.</summary>
    public static List<ulong> Add(ModelFile.Writer writer, int firstSection, int columns, float largest, int buckets, IEnumerable<(ulong Feature, byte[] Columns, byte[] Codes)> rows)
    {
        var slots = new (ulong Feature, byte[] Columns, byte[] Codes)?[buckets * FeatureTable.BucketSize];
        var kept = new List<ulong>();
        foreach ((ulong Feature, byte[] Columns, byte[] Codes) row in rows)
        {
            int first = FeatureTable.BucketOf(row.Feature, buckets) * FeatureTable.BucketSize;
            int slot = first;
            while (slot < first + FeatureTable.BucketSize && slots[slot] is { } other && FeatureTable.TagOf(other.Feature) != FeatureTable.TagOf(row.Feature))
            {
                slot++;
            }

            if (slot < first + FeatureTable.BucketSize && slots[slot] is null)
            {
                slots[slot] = row;
                kept.Add(row.Feature);
            }
        }

        writer.Add<int>(firstSection, [columns, BitConverter.SingleToInt32Bits(largest)]);
        writer.Add<ushort>(firstSection + 1, [.. slots.Select(s => s is { } row ? FeatureTable.TagOf(row.Feature) : (ushort)0)]);
        writer.Add(firstSection + 2, [.. slots.Select(s => (byte)(s?.Columns.Length ?? 0))]);
        writer.Add(firstSection + 3, [.. slots.SelectMany(s => s?.Columns ?? [])]);
        writer.Add(firstSection + 4, [.. slots.SelectMany(s => s?.Codes ?? [])]);
        return kept;
    }

    public static ModelFile Open(ModelFile.Writer writer, bool compress = false)
    {
        string path = Path.GetTempFileName();
        try
        {
            writer.Save(path, compress);
            using FileStream stream = File.OpenRead(path);
            return ModelFile.Read(stream);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
