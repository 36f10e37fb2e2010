namespace Extraction;

/// <summary>Words (as written, else folded) with the finest of their clusters; coarser ones follow from it.</summary>
/// <threadsafety>Immutable; safe from any thread.</threadsafety>
internal sealed class ClusterTable
{
    private readonly uint[] _slots; // check << 12 | cluster + 1; 0 is empty
    private readonly ClusterPath[] _paths;
    private readonly int _shift;

    private ClusterTable(uint[] slots, ClusterPath[] paths)
    {
        _slots = slots;
        _paths = paths;
        _shift = slots.Length == 0 ? 0 : 64 - int.Log2(slots.Length);
    }

    public static ClusterTable Read(ModelFile file, int firstSection)
    {
        ReadOnlySpan<ushort> levels = file.As<ushort>(firstSection + 1);
        var paths = new ClusterPath[(levels.Length / 4) + 1];
        for (int i = 1; i < paths.Length; i++)
        {
            ReadOnlySpan<ushort> level = levels.Slice((i - 1) * 4, 4);
            paths[i] = new ClusterPath(level[0], level[1], level[2], level[3]);
        }

        return new ClusterTable(file.ToArray<uint>(firstSection), paths);
    }

    /// <summary>The clusters of a word, or the default where it is unknown.</summary>
    public ClusterPath Find(ulong hash)
    {
        if (_slots.Length == 0)
        {
            return default;
        }

        uint[] slots = _slots;
        int mask = slots.Length - 1;
        int at = (int)(hash >> _shift) & mask;
        uint check = (uint)hash & 0xFFFFF;
        while (slots[at] != 0)
        {
            if (slots[at] >> 12 == check)
            {
                return _paths[slots[at] & 0xFFF];
            }

            at = (at + 1) & mask;
        }

        return default;
    }

    /// <summary>Lays the table out from word hashes to finest clusters (0-based, at most 4094).</summary>
    internal static uint[] Build(IReadOnlyDictionary<ulong, int> words)
    {
        if (words.Count == 0)
        {
            return [];
        }

        int bits = 4;
        while ((1L << bits) * 3 < words.Count * 4L)
        {
            bits++;
        }

        var slots = new uint[1 << bits];
        foreach ((ulong hash, int cluster) in words.OrderBy(w => w.Key))
        {
            int at = (int)(hash >> (64 - bits));
            while (slots[at] != 0)
            {
                at = (at + 1) & (slots.Length - 1);
            }

            slots[at] = (((uint)hash & 0xFFFFF) << 12) | (uint)(cluster + 1);
        }

        return slots;
    }
}
