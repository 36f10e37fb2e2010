namespace Extraction.Tests.Models;

/// <summary>The table of feature weights: rows kept whole (up to eight labels) and rows kept apart say the same, to the last bit.</summary>
public class FeatureTableTests
{
    private const int Bits = 12;
    private const int FewLabels = 7;
    private const int ManyLabels = 9;
    private const float Largest = 3.7f;

    [Fact]
    public void BothKindsOfRowsGiveTheSameSums()
    {
        (FeatureTable few, FeatureTable many, ulong[] features) = Build(seed: 1);
        var random = new Random(2);
        for (int round = 0; round < 200; round++)
        {
            ulong[] asked = [.. Enumerable.Range(0, random.Next(200)).Select(_ => random.Next(3) == 0 ? (ulong)random.NextInt64() : features[random.Next(features.Length)])];
            float[] a = new float[8], b = new float[16];
            few.Add(asked, a);
            many.Add(asked, b);
            Assert.Equal(b[..8], a);
        }
    }

    [Fact]
    public void SumsAreThoseOfTheSingleWeights()
    {
        (FeatureTable few, FeatureTable many, ulong[] features) = Build(seed: 3);
        foreach (FeatureTable table in new[] { few, many })
        {
            var sums = new float[16];
            table.Add(features.AsSpan(0, 100), table == few ? sums.AsSpan(0, 8) : sums);
            for (int label = 0; label < FewLabels; label++)
            {
                float expected = 0;
                foreach (ulong feature in features.AsSpan(0, 100))
                {
                    expected += table.WeightOf(feature, label);
                }

                Assert.Equal(expected, sums[label]);
            }
        }
    }

    [Fact]
    public void AFeatureWithoutARowAddsNothing()
    {
        (FeatureTable few, _, _) = Build(seed: 4);
        var scores = new float[8];
        few.Add([0x123456789ABCDEF0], scores);
        Assert.All(scores, s => Assert.Equal(0, s));
    }

    // Rows in slots as the training program lays them out: linear probing from the hash's upper bits.
    private static (FeatureTable Few, FeatureTable Many, ulong[] Features) Build(int seed)
    {
        var random = new Random(seed);
        const int Slots = 1 << Bits;
        var rows = new (ulong Feature, byte[] Labels, byte[] Codes)?[Slots];
        ulong[] features = [.. Enumerable.Range(0, Slots * 6 / 10).Select(_ => (ulong)random.NextInt64() << 1 | (uint)random.Next(2))];
        foreach (ulong feature in features)
        {
            int at = (int)(feature >> (64 - Bits));
            while (rows[at] is not null)
            {
                at = (at + 1) % Slots;
            }

            byte[] labels = [.. Enumerable.Range(0, FewLabels).Where(_ => random.Next(2) == 0).DefaultIfEmpty(0).Select(l => (byte)l)];
            rows[at] = (feature, labels, [.. labels.Select(_ => (byte)random.Next(256))]);
        }

        ushort[] fingerprints = [.. rows.Select(r => (ushort)(r?.Feature ?? 0))];
        byte[] lengths = [.. rows.Select(r => (byte)(r?.Labels.Length ?? 0))];
        byte[] rowLabels = [.. rows.SelectMany(r => r?.Labels ?? [])], codes = [.. rows.SelectMany(r => r?.Codes ?? [])];
        return (new FeatureTable(Bits, FewLabels, Largest, fingerprints, lengths, rowLabels, codes), new FeatureTable(Bits, ManyLabels, Largest, fingerprints, lengths, rowLabels, codes), features);
    }
}
