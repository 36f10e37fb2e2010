namespace Extraction;

/// <summary>Small closed classes of words that the reading of sources needs, by lower-case hash.</summary>
internal static class SourceWords
{
    private static readonly Lazy<HashLexicon> LazyNouns = new(LoadNouns);

    // Closed classes of English grammar, not lexical knowledge: they live in code.
    private static readonly HashLexicon Closed = Build(
        (WordRole.Preposition, "of for to from with by at in on about against behind between under over near after before during into among alongside like outside inside within without since until via through throughout toward towards across around along beyond despite upon aboard amid"),
        (WordRole.He, "he him himself his"),
        (WordRole.She, "she her herself hers"),
        (WordRole.It, "it itself"),
        (WordRole.They, "they them themselves"),
        (WordRole.I, "i we us me you"),
        (WordRole.Relative, "who that which whom"),
        (WordRole.Definite, "the this that these those"),
        (WordRole.Indefinite, "a an one another some any no many several other others most few two three every each someone somebody anyone everyone everybody"),
        (WordRole.Possessive, "his her their its my our your"),
        (WordRole.Be, "is was are were became remains 's"),
        (WordRole.Conjunction, "and or but & as"));

    public static WordRole RoleOf(ulong lowerHash) => (WordRole)Closed.Find(lowerHash);

    public static bool Is(ulong lowerHash, WordRole role) => ((WordRole)Closed.Find(lowerHash) & role) != 0;

    /// <summary>What a head noun names.</summary>
    public static NounClass NounOf(ulong lowerHash) => (NounClass)LazyNouns.Value.Find(lowerHash);

    private static HashLexicon Build(params (WordRole Role, string Words)[] classes)
    {
        var entries = new HashLexicon();
        foreach ((WordRole role, string words) in classes)
        {
            entries.AddWords(words, (ushort)role);
        }

        return entries;
    }

    private static HashLexicon LoadNouns()
    {
        var entries = new HashLexicon();
        foreach (string line in LexiconFile.Lines("source-nouns.txt"))
        {
            string[] fields = line.Split('\t');
            NounClass noun = fields[1] switch { "organization" => NounClass.Organization, "text" => NounClass.Text, _ => NounClass.Plural };
            entries.Set(TextHash.Lower(fields[0]), (ushort)noun);
        }

        return entries;
    }
}
