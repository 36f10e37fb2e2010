namespace Extraction;

/// <summary>
/// Which words the page's running text uses, as a sketch of bits: a headline, a caption and a subhead speak of the story, the links of other stories and the writer's name mostly do not.
/// A word that the text does not use is taken for one of it once in some thirty times.
/// </summary>
internal sealed class StoryWords
{
    /// <summary>The running text says no word of the line.</summary>
    public const byte NothingSaid = 1;

    /// <summary>The running text says all words of the line.</summary>
    public const byte AllSaid = 4;

    private const int Shift = 50;
    private const int MostLineTokens = 40;
    private const int ShortestWord = 3;

    private readonly ulong[] _bits = new ulong[1 << (64 - Shift - 6)];

    /// <summary>Forgets the last page and reads the running text of this one.</summary>
    public void Read(ReadOnlySpan<LayoutUnit> units, ReadOnlySpan<UnitShape> shapes, ReadOnlySpan<Token> tokens)
    {
        Array.Clear(_bits);
        for (int i = 0; i < units.Length; i++)
        {
            if (!shapes[i].IsBody)
            {
                continue;
            }

            foreach (ref readonly Token token in tokens[units[i].FirstToken..units[i].EndToken])
            {
                uint slot = (uint)(token.LowerHash >> Shift);
                _bits[slot >> 6] |= 1UL << (int)(slot & 63);
            }
        }
    }

    /// <summary>
    /// How much of a line the running text says, too: 0 not asked, 1 nothing, 2 less than half, 3 half or more, 4 all; the same of its last capitalised word, 0 to 2; and how many words it says.
    /// </summary>
    public (byte Words, byte Name, byte Said) Echo(in LayoutUnit unit, in UnitShape shape, ReadOnlySpan<Token> tokens)
    {
        if (shape.IsBody || unit.Length > MostLineTokens || shape.Words == 0)
        {
            return default;
        }

        int words = 0;
        int said = 0;
        byte name = 0;
        foreach (ref readonly Token token in tokens[unit.FirstToken..unit.EndToken])
        {
            if (token.Length < ShortestWord || !token.Has(TokenFlags.HasLetter) || (LineWordLexicon.Find(token.LowerHash) & (LineWords.Function | LineWords.Verb)) != 0)
            {
                continue;
            }

            bool has = Has(token.LowerHash);
            words++;
            said += has ? 1 : 0;
            name = token.Has(TokenFlags.Capitalized) ? has ? (byte)2 : (byte)1 : name;
        }

        return (words == 0 ? (byte)0 : said == 0 ? NothingSaid : said == words ? AllSaid : said * 2 >= words ? (byte)3 : (byte)2, name, (byte)said);
    }

    private bool Has(ulong lowerHash)
    {
        uint slot = (uint)(lowerHash >> Shift);
        return (_bits[slot >> 6] >> (int)(slot & 63) & 1) != 0;
    }
}
