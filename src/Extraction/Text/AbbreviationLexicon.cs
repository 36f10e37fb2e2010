namespace Extraction;

/// <summary>The abbreviations of Lexicon/abbreviations.txt, shared by the tokenizer and the sentence splitter.</summary>
internal static class AbbreviationLexicon
{
    private static readonly HashLexicon Entries = Load();

    /// <summary>What the word abbreviates, or <see cref="AbbreviationKinds.None"/>.</summary>
    /// <param name="lowerHash"><see cref="TextHash.Lower"/> of the word without its last stop.</param>
    public static AbbreviationKinds Find(ulong lowerHash) => (AbbreviationKinds)Entries.Find(lowerHash);

    private static HashLexicon Load()
    {
        var entries = new HashLexicon();
        foreach (string line in LexiconFile.Lines("abbreviations.txt"))
        {
            int tab = line.IndexOf('\t', StringComparison.Ordinal);
            var kinds = AbbreviationKinds.None;
            foreach (string kind in line[(tab + 1)..].Split(' '))
            {
                kinds |= Enum.Parse<AbbreviationKinds>(kind, ignoreCase: true);
            }

            entries.Set(TextHash.Lower(line.AsSpan(0, tab)), (ushort)kinds);
        }

        return entries;
    }
}
