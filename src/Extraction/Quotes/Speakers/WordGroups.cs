namespace Extraction;

/// <summary>Groups of words that may stand for one another, read from an embedded list with one group a line; a word belongs to the first line that has it.</summary>
internal sealed class WordGroups
{
    private readonly ulong _base;
    private readonly Lazy<HashLexicon> _groups;

    private WordGroups(string file, ulong @base)
    {
        _base = @base;
        _groups = new Lazy<HashLexicon>(() => Load(file));
    }

    /// <summary>Words for one sort of person or body: who is 'Father Ubaldo' in one sentence is 'the priest' in the next.</summary>
    public static WordGroups Kinds { get; } = new("role-kinds.txt", 0x9E37_79B9_7F4A_0000);

    /// <summary>Words for what a public body looks after: the 'Ministry of Defence' is 'the military department'.</summary>
    public static WordGroups Fields { get; } = new("body-fields.txt", 0xC2B2_AE3D_27D4_0000);

    /// <summary>A key that all words of the group share and no word has, or 0.</summary>
    public ulong Of(ulong lowerHash) => _groups.Value.Find(lowerHash) is not 0 and ushort group ? _base + group : 0;

    /// <summary>Whether a key is that of a group.</summary>
    public bool IsGroup(ulong key) => key - _base is > 0 and <= ushort.MaxValue;

    private static HashLexicon Load(string file)
    {
        var entries = new HashLexicon();
        ushort group = 0;
        foreach (string line in LexiconFile.Lines(file))
        {
            group++;
            foreach (string word in line.Split(' '))
            {
                entries.TryAdd(TextHash.Lower(word), group);
            }
        }

        return entries;
    }
}
