using System.Numerics;
using System.Runtime.CompilerServices;

namespace Extraction;

/// <summary>Weights of the line labeller: a vector over the kinds for each feature, and one weight for each pair of neighbouring kinds.</summary>
/// <threadsafety>Immutable; safe from any thread.</threadsafety>
internal sealed class LayoutModel
{
    /// <summary>Number of kinds.</summary>
    public const int Kinds = 13;

    /// <summary>Sections of the model file: feature keys, their weights, the weights of pairs (row: kind before, last row: start of the page).</summary>
    public const int KeySection = 1, WeightSection = 2, PairSection = 3;

    private static readonly Lazy<LayoutModel> Embedded = new(() => new LayoutModel(ModelFile.OpenEmbedded("layout.bin")));

    private readonly ulong[] _keys;
    private readonly int[] _rows;
    private readonly short[] _weights;
    private readonly int _mask;

    public LayoutModel(ModelFile file)
        : this(file.As<ulong>(KeySection), file.ToArray<short>(WeightSection), file.ToArray<short>(PairSection))
    {
    }

    public LayoutModel(ReadOnlySpan<ulong> features, short[] weights, short[] pairs)
    {
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, features.Length * 2));
        _keys = new ulong[size];
        _rows = new int[size];
        _mask = size - 1;
        for (int i = 0; i < features.Length; i++)
        {
            int slot = (int)features[i] & _mask;
            while (_keys[slot] != 0)
            {
                slot = (slot + 1) & _mask;
            }

            _keys[slot] = features[i];
            _rows[slot] = i * Kinds;
        }

        _weights = weights;
        Pairs = pairs;
    }

    /// <summary>The library's own model, read at first use.</summary>
    public static LayoutModel Default => Embedded.Value;

    public short[] Pairs { get; }

    /// <summary>Adds up the weights of the features, for each kind.</summary>
    [SkipLocalsInit]
    public void Score(ReadOnlySpan<ulong> features, Span<int> scores)
    {
        scores.Clear();
        foreach (ulong feature in features)
        {
            int slot = (int)feature & _mask;
            while (_keys[slot] != feature)
            {
                if (_keys[slot] == 0)
                {
                    slot = -1;
                    break;
                }

                slot = (slot + 1) & _mask;
            }

            if (slot < 0)
            {
                continue;
            }

            ReadOnlySpan<short> row = _weights.AsSpan(_rows[slot], Kinds);
            for (int k = 0; k < Kinds; k++)
            {
                scores[k] += row[k];
            }
        }
    }
}
