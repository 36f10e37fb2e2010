using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Extraction;

/// <summary>Weights of the line labeller: a vector over the kinds for each feature, and one weight for each pair of neighbouring kinds.</summary>
/// <threadsafety>Immutable; safe from any thread.</threadsafety>
internal sealed class LayoutModel
{
    /// <summary>Number of kinds.</summary>
    public const int Kinds = 13;

    /// <summary>Sections of the model file: feature keys, their weights, the weights of pairs (row: kind before, last row: start of the page).</summary>
    public const int KeySection = 1, WeightSection = 2, PairSection = 3;

    /// <summary>Length of a row of weights over the kinds, padded to whole vectors.</summary>
    public const int Row = 16;

    private static readonly Lazy<LayoutModel> Embedded = new(() => new LayoutModel(ModelFile.OpenEmbedded("layout.bin")));

    private readonly ulong[] _keys;
    private readonly int[] _rows;
    private readonly short[] _weights;
    private readonly int[] _after;
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
            _rows[slot] = i * Row;
        }

        _weights = new short[Math.Max(1, features.Length) * Row];
        for (int i = 0; i < features.Length; i++)
        {
            weights.AsSpan(i * Kinds, Kinds).CopyTo(_weights.AsSpan(i * Row));
        }

        Pairs = pairs;
        _after = new int[HeadlineStates.Count * Row];
        for (int i = 0; i < HeadlineStates.Count * Kinds; i++)
        {
            _after[(i / Kinds * Row) + (i % Kinds)] = pairs[i];
        }
    }

    /// <summary>The library's own model, read at first use.</summary>
    public static LayoutModel Default => Embedded.Value;

    /// <summary>The weights of pairs, as <see cref="HeadlineStates"/> places them.</summary>
    public short[] Pairs { get; }

    /// <summary>The weights of the kinds after a state, <see cref="Row"/> of them.</summary>
    public ReadOnlySpan<int> After(int state) => _after.AsSpan(state * Row, Row);

    /// <summary>Adds up the weights of the features, for each kind.</summary>
    [SkipLocalsInit]
    public void Score(ReadOnlySpan<ulong> features, Span<int> scores)
    {
        Vector256<int> low = Vector256<int>.Zero;
        Vector256<int> high = Vector256<int>.Zero;
        ref short weights = ref MemoryMarshal.GetArrayDataReference(_weights);
        foreach (ulong feature in features)
        {
            int slot = (int)feature & _mask;
            ulong key;
            while ((key = _keys[slot]) != feature && key != 0)
            {
                slot = (slot + 1) & _mask;
            }

            if (key == 0)
            {
                continue;
            }

            (Vector256<int> first, Vector256<int> second) = Vector256.Widen(Vector256.LoadUnsafe(ref weights, (nuint)_rows[slot]));
            low += first;
            high += second;
        }

        Span<int> sums = stackalloc int[Row];
        low.CopyTo(sums);
        high.CopyTo(sums[Vector256<int>.Count..]);
        sums[..Kinds].CopyTo(scores);
    }
}
