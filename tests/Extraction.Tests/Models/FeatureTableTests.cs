namespace Extraction.Tests.Models;

/// <summary>The table of feature weights, of few columns (rows kept whole) and of many (rows apart, the long ones whole).</summary>
public class FeatureTableTests
{
    private const int Buckets = 300;
    private const float Largest = 3.7f;

    [Theory]
    [InlineData(7)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(49)]
    public void SumsAreThoseOfTheSingleWeights(int columns)
    {
        (FeatureTable table, List<ulong> features) = Build(columns, seed: 3);
        var random = new Random(2);
        for (int round = 0; round < 100; round++)
        {
            ulong[] asked = [.. Enumerable.Range(0, random.Next(200)).Select(_ => random.Next(3) == 0 ? (ulong)random.NextInt64() : features[random.Next(features.Count)])];
            var sums = new float[table.Width];
            table.Add(asked, sums);
            for (int column = 0; column < columns; column++)
            {
                Assert.Equal(asked.Sum(f => (double)table.WeightOf(f, column)), sums[column], 1e-3);
            }
        }
    }

    [Theory]
    [InlineData(16)]
    [InlineData(49)]
    public void WeightsAreWhatTheCodesStandFor(int columns)
    {
        const ulong Feature = 0x123456789ABCDEF0;
        byte[] all = [.. Enumerable.Range(0, columns).Select(c => (byte)c)];
        byte[] codes = [.. all.Select(c => (byte)(sbyte)(5 * (c % 2 == 0 ? c : -c) / 2))];
        var writer = new ModelFile.Writer("{}");
        FeatureTableFile.Add(writer, 1, columns, Largest, 1, [(Feature, all, codes)]);
        FeatureTable table = FeatureTable.Read(FeatureTableFile.Open(writer), 1);
        float[] book = FeatureTable.Codebook(Largest);
        foreach (byte column in all)
        {
            float expected = columns <= FeatureTable.MostDenseColumns ? (sbyte)codes[column] * (Largest / 127) : book[codes[column]];
            Assert.Equal(expected, table.WeightOf(Feature, column));
        }
    }

    [Theory]
    [InlineData(7)]
    [InlineData(49)]
    public void SumsAddToWhatStandsThere(int columns)
    {
        (FeatureTable table, List<ulong> features) = Build(columns, seed: 5);
        var once = new float[table.Width];
        var onTop = Enumerable.Repeat(100f, table.Width).ToArray();
        table.Add([.. features.Take(30)], once);
        table.Add([.. features.Take(30)], onTop);
        for (int column = 0; column < columns; column++)
        {
            Assert.Equal(once[column] + 100, onTop[column], 1e-3);
        }
    }

    [Theory]
    [InlineData(7)]
    [InlineData(49)]
    public void AFeatureWithoutARowAddsNothing(int columns)
    {
        (FeatureTable table, List<ulong> features) = Build(columns, seed: 4);
        var scores = new float[table.Width];
        ulong stranger = 0x123456789ABCDEF0;
        Assert.DoesNotContain(stranger, features);
        table.Add([stranger], scores);
        Assert.All(scores, s => Assert.Equal(0, s));
        Assert.Equal(0, table.WeightOf(stranger, 0));
    }

    [Fact]
    public void AnEmptyTableKnowsNoFeature()
    {
        var writer = new ModelFile.Writer("{}");
        FeatureTableFile.Add(writer, 1, 9, 1, 1, []);
        FeatureTable table = FeatureTable.Read(FeatureTableFile.Open(writer), 1);
        Assert.Equal(0, table.WeightOf(0, 3));
        Assert.Equal(0, table.WeightOf(ulong.MaxValue, 3));
    }

    // Rows of every length, so that some are kept whole.
    private static (FeatureTable Table, List<ulong> Features) Build(int columns, int seed)
    {
        var random = new Random(seed);
        var rows = new List<(ulong, byte[], byte[])>();
        for (int i = 0; i < Buckets * 5; i++)
        {
            int share = random.Next(1, 10);
            byte[] own = [.. Enumerable.Range(0, columns).Where(_ => random.Next(10) < share).DefaultIfEmpty(0).Select(c => (byte)c)];
            rows.Add(((ulong)random.NextInt64() << 1 | (uint)random.Next(2), own, [.. own.Select(_ => (byte)random.Next(256))]));
        }

        var writer = new ModelFile.Writer("{}");
        List<ulong> kept = FeatureTableFile.Add(writer, 1, columns, Largest, Buckets, rows);
        return (FeatureTable.Read(FeatureTableFile.Open(writer), 1), kept);
    }
}
