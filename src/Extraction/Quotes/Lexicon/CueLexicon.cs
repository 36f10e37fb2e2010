namespace Extraction;

/// <summary>Verbs and other words that mark an attribution, by class and strength; the data is in <c>cues.txt</c> beside this file.</summary>
internal static class CueLexicon
{
    private static readonly Lazy<HashLexicon> LazyWords = new(Load);

    /// <summary>What a word tells, or nothing.</summary>
    public static CueWord Find(ulong lowerHash) => new((byte)LazyWords.Value.Find(lowerHash));

    private static HashLexicon Load()
    {
        var entries = new HashLexicon();
        foreach (string line in LexiconFile.Lines("cues.txt"))
        {
            string[] fields = line.Split('\t');
            CueClass kind = fields[1] switch { "speech" => CueClass.Speech, "writing" => CueClass.Writing, _ => CueClass.Belief };
            entries.Set(TextHash.Lower(fields[0]), (ushort)(((int)kind << 2) | (fields[2][0] - '0')));
        }

        return entries;
    }
}
