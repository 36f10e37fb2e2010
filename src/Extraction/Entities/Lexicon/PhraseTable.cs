namespace Extraction;

/// <summary>
/// Phrases keyed by the hashes of their words (case folded), each with the lists it is on, in one open-addressing table. Prefixes of longer phrases are entries too, so that a scan over
/// the text stops at the first word that no phrase goes on with. A 24-bit check beside the slot's place leaves about one false entry in ten million look-ups: these are features, not decisions.
/// </summary>
/// <threadsafety>Immutable; safe from any thread.</threadsafety>
internal sealed class PhraseTable
{
    public const uint GoesOn = 0x80000000;
    private const uint CheckMask = 0xFFFFFF;
    private readonly uint[] _checks; // check << 8 | class; 0 is empty
    private readonly uint[] _classes;
    private readonly int _shift;

    public PhraseTable(uint[] checks, uint[] classes)
    {
        _checks = checks;
        _classes = classes;
        _shift = 64 - int.Log2(checks.Length);
    }

    public static PhraseTable Read(ModelFile file, int firstSection) => new(file.ToArray<uint>(firstSection), file.ToArray<uint>(firstSection + 1));

    /// <summary>The key of a phrase: of the first word, then of each word joined to the key before it.</summary>
    public static ulong Join(ulong phrase, ulong word) => phrase == 0 ? FeatureHash.Of(900, word) : FeatureHash.Of(901, phrase, word);

    /// <summary>The lists (bits of <see cref="GazetteerList"/>) of the phrase, with <see cref="GoesOn"/> where longer phrases begin with it; 0 for none.</summary>
    public uint Find(ulong key)
    {
        uint[] checks = _checks;
        int mask = checks.Length - 1;
        int at = (int)(key >> _shift) & mask;
        uint check = CheckOf(key);
        while (checks[at] != 0)
        {
            if (checks[at] >> 8 == check)
            {
                return _classes[checks[at] & 0xFF];
            }

            at = (at + 1) & mask;
        }

        return 0;
    }

    /// <summary>Lays the table out; at most 255 different sets of lists.</summary>
    internal static (uint[] Checks, uint[] Classes) Build(IReadOnlyDictionary<ulong, uint> entries)
    {
        int bits = 4;
        while ((1L << bits) * 3 < entries.Count * 4L)
        {
            bits++;
        }

        var checks = new uint[1 << bits];
        uint[] classes = [.. entries.Values.GroupBy(v => v).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Select(g => g.Key)];
        if (classes.Length > 255)
        {
            throw new InvalidDataException($"{classes.Length} different sets of lists; the table holds 255.");
        }

        foreach ((ulong key, uint lists) in entries.OrderBy(e => e.Key))
        {
            int at = (int)(key >> (64 - bits));
            while (checks[at] != 0)
            {
                at = (at + 1) & (checks.Length - 1);
            }

            checks[at] = (CheckOf(key) << 8) | (uint)Array.IndexOf(classes, lists);
        }

        return (checks, classes);
    }

    // Never 0, so that an entry is never an empty slot.
    private static uint CheckOf(ulong key) => ((uint)key & CheckMask) | 1;
}
