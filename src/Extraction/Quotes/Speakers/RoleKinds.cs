namespace Extraction;

/// <summary>Words for one sort of person: who is 'Father Ubaldo' in one sentence is 'the priest' in the next. The data is in <c>role-kinds.txt</c>.</summary>
internal static class RoleKinds
{
    private const ulong FirstKind = 0x9E37_79B9_7F4A_0000;

    private static readonly Lazy<HashLexicon> LazyKinds = new(Load);

    /// <summary>A key that all words of the sort share and no word has, or 0.</summary>
    public static ulong Of(ulong lowerHash) => LazyKinds.Value.Find(lowerHash) is not 0 and ushort kind ? FirstKind + kind : 0;

    /// <summary>Whether a key is that of a sort.</summary>
    public static bool IsKind(ulong key) => key - FirstKind is > 0 and <= ushort.MaxValue;

    private static HashLexicon Load()
    {
        var entries = new HashLexicon();
        ushort kind = 0;
        foreach (string line in LexiconFile.Lines("role-kinds.txt"))
        {
            kind++;
            foreach (string word in line.Split(' '))
            {
                entries.TryAdd(TextHash.Lower(word), kind);
            }
        }

        return entries;
    }
}
