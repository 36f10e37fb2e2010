namespace Extraction.Training.Sequences;

/// <summary>
/// Lays the weights of hashed features out as <see cref="FeatureTable"/> reads them. Where a bucket overflows, or two of its features cannot be told apart, the features with the least weight are
/// left out: about one in a hundred of buckets a little more than half full, five of buckets three quarters full, without measurable effect.
/// </summary>
/// <param name="columns">Number of columns.</param>
/// <param name="load">Share of the slots that are filled: the fuller, the smaller the file and the memory it takes.</param>
internal sealed class FeatureTableWriter(int columns, double load = 0.55)
{
    private readonly Dictionary<ulong, List<(byte Column, float Weight)>> _rows = [];

    /// <summary>Adds a weight. The order of calls does not matter to the file.</summary>
    public void Add(ulong feature, int column, float weight)
    {
        if (!_rows.TryGetValue(feature, out List<(byte, float)>? row))
        {
            _rows.Add(feature, row = []);
        }

        row.Add(((byte)column, weight));
    }

    /// <summary>Writes the table to sections <paramref name="firstSection"/> and following; says what was written.</summary>
    public string Write(ModelFile.Writer writer, int firstSection)
    {
        int buckets = Math.Max(1, (int)(_rows.Count / (load * FeatureTable.BucketSize)));
        var slots = new ulong?[buckets * FeatureTable.BucketSize];
        int leftOut = 0;
        foreach (ulong feature in _rows.OrderByDescending(r => r.Value.Sum(w => MathF.Abs(w.Weight))).ThenBy(r => r.Key).Select(r => r.Key))
        {
            int first = FeatureTable.BucketOf(feature, buckets) * FeatureTable.BucketSize;
            int slot = first;
            while (slot < first + FeatureTable.BucketSize && slots[slot] is { } other && FeatureTable.TagOf(other) != FeatureTable.TagOf(feature))
            {
                slot++;
            }

            if (slot < first + FeatureTable.BucketSize && slots[slot] is null)
            {
                slots[slot] = feature;
            }
            else
            {
                leftOut++;
            }
        }

        float largest = _rows.Values.SelectMany(r => r).Select(w => MathF.Abs(w.Weight)).DefaultIfEmpty(1).Max();
        var tags = new ushort[slots.Length];
        var lengths = new byte[slots.Length];
        var rowColumns = new List<byte>();
        var codes = new List<byte>();
        for (int slot = 0; slot < slots.Length; slot++)
        {
            if (slots[slot] is not { } feature)
            {
                continue;
            }

            tags[slot] = FeatureTable.TagOf(feature);
            foreach ((byte column, float weight) in _rows[feature].OrderBy(w => w.Column))
            {
                lengths[slot]++;
                rowColumns.Add(column);
                codes.Add(Code(weight / largest));
            }
        }

        writer.Add<int>(firstSection, [columns, BitConverter.SingleToInt32Bits(largest)]);
        writer.Add<ushort>(firstSection + 1, tags);
        writer.Add(firstSection + 2, lengths);
        writer.Add(firstSection + 3, [.. rowColumns]);
        writer.Add(firstSection + 4, [.. codes]);
        return $"{_rows.Count - leftOut} rows ({leftOut} left out), {codes.Count} weights, {slots.Length} slots, largest {largest:F2}";
    }

    // Tables of few columns hold plain multiples, of many the codebook's steps.
    private byte Code(float part)
    {
        float size = MathF.Abs(part);
        int code = (int)MathF.Round(127f * (columns <= FeatureTable.MostDenseColumns ? size : MathF.Pow(size, 2f / 3f)));
        return (byte)(sbyte)(part < 0 ? -code : code);
    }
}
