namespace Extraction.Tests.Text;

public class HashLexiconTests
{
    [Fact]
    public void KnowsEveryWordItWasGivenAndNoOther()
    {
        var random = new Random(11);
        var expected = new Dictionary<ulong, ushort>();
        var lexicon = new HashLexicon();
        for (int i = 0; i < 5000; i++)
        {
            // Few distinct low bits, so that words crowd the same slots.
            ulong key = ((ulong)random.NextInt64() & ~0xFFFUL) | (uint)random.Next(1, 64);
            expected[key] = (ushort)random.Next(1, ushort.MaxValue);
            lexicon.Set(key, expected[key]);
        }

        Assert.Equal(expected.Count, lexicon.Count);
        Assert.All(expected, e => Assert.Equal(e.Value, lexicon.Find(e.Key)));
        for (int i = 0; i < 1000; i++)
        {
            ulong stranger = (ulong)random.NextInt64() | 1UL << 63;
            Assert.Equal(expected.GetValueOrDefault(stranger), lexicon.Find(stranger));
        }
    }

    [Fact]
    public void AWordAddedTwiceKeepsItsFirstNumber()
    {
        var lexicon = new HashLexicon();
        Assert.True(lexicon.TryAdd(5, 7));
        Assert.False(lexicon.TryAdd(5, 9));
        Assert.Equal(7, lexicon.Find(5));
    }

    [Fact]
    public void MarksOfSeveralClassesAdd()
    {
        HashLexicon lexicon = HashLexicon.OfWords("that who", 1).AddWords("that this", 2);
        Assert.Equal(3, lexicon.Find(TextHash.Lower("that")));
        Assert.Equal(1, lexicon.Find(TextHash.Lower("WHO")));
        Assert.False(lexicon.Contains(TextHash.Lower("those")));
    }
}
