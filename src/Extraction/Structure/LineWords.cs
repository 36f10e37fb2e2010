namespace Extraction;

/// <summary>Classes of words that tell what a line of a page is; the entries are in Lexicon/layout-words.txt.</summary>
[Flags]
internal enum LineWords : ushort
{
    None = 0,
    Share = 1,
    Nav = 2,
    Agency = 4,
    Photo = 8,
    Role = 16,
    Note = 32,
    Tags = 64,
    Verb = 128,
    Function = 256,
    Related = 512,
    Company = 1024,
    Advert = 2048,
    Button = 4096,
    Contact = 8192,
    Place = 16384,
}

/// <summary>Looks words up in Lexicon/layout-words.txt.</summary>
internal static class LineWordLexicon
{
    /// <summary>The word that bylines open with.</summary>
    public static readonly ulong By = TextHash.Lower("by");

    /// <summary>Number of classes.</summary>
    public const int ClassCount = 15;

    private static readonly HashLexicon Entries = Load();

    /// <summary>The classes of a word, by its <see cref="Token.LowerHash"/>.</summary>
    public static LineWords Find(ulong lowerHash) => (LineWords)Entries.Find(lowerHash);

    private static HashLexicon Load()
    {
        var entries = new HashLexicon();
        foreach (string line in LexiconFile.Lines("layout-words.txt"))
        {
            string[] parts = line.Split('\t');
            var classes = LineWords.None;
            foreach (string name in parts[1].Split(' '))
            {
                classes |= Enum.Parse<LineWords>(name, ignoreCase: true);
            }

            entries.Set(TextHash.Lower(parts[0]), (ushort)classes);
        }

        return entries;
    }
}
