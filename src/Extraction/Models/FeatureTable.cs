using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Extraction;

/// <summary>
/// Sparse weights of hashed features: an open-addressing table from a feature to its row, a weight for some of the labels, in eight bits each. A feature is known by its slot and
/// sixteen more bits of its hash. Weights are summed in the features' order, label by label, so that results do not depend on the width of the machine's vectors.
/// </summary>
/// <threadsafety>Immutable; safe from any thread.</threadsafety>
internal sealed class FeatureTable
{
    private const int FeaturesAtOnce = 64;
    private const int LargestOffset = 1 << 24;
    private const float LargestCode = 127f;

    private readonly int _shift;
    private readonly float _largest;
    private readonly float[] _codebook;

    // A fingerprint a slot, 0 where the slot is empty. Most features have no row, and that shows here, in memory small enough to stay near the processor.
    private readonly ushort[] _tags;

    // Up to eight labels: the row itself, a code a label, so that one look brings it and one vector adds it. More: row offset << 8 | row length, and the rows apart.
    private readonly ulong[]? _dense;
    private readonly uint[] _rows = [];
    private readonly ushort[] _weights = []; // label << 8 | code

    /// <param name="bits">The table has two to this many slots.</param>
    /// <param name="labels">Number of labels, at most 64.</param>
    /// <param name="largest">The weight that the code 127 stands for.</param>
    /// <param name="fingerprints">One a slot.</param>
    /// <param name="lengths">One a slot: how many weights its row has, 0 where it is empty.</param>
    /// <param name="rowLabels">The labels of all rows, row after row.</param>
    /// <param name="rowCodes">The codes of their weights.</param>
    /// <exception cref="InvalidDataException">There are more weights than rows can point to.</exception>
    public FeatureTable(int bits, int labels, float largest, ReadOnlySpan<ushort> fingerprints, ReadOnlySpan<byte> lengths, ReadOnlySpan<byte> rowLabels, ReadOnlySpan<byte> rowCodes)
    {
        if (rowLabels.Length > LargestOffset)
        {
            throw new InvalidDataException("The model has more weights than its rows can point to.");
        }

        _shift = 64 - bits;
        _largest = largest;
        _codebook = Codebook(largest);
        _tags = new ushort[fingerprints.Length];
        _dense = labels <= LinearChainModel.LaneCount ? new ulong[fingerprints.Length] : null;
        if (_dense is null)
        {
            _rows = new uint[fingerprints.Length];
            _weights = new ushort[rowLabels.Length];
            for (int i = 0; i < _weights.Length; i++)
            {
                _weights[i] = (ushort)((rowLabels[i] << 8) | rowCodes[i]);
            }
        }

        int offset = 0;
        for (int slot = 0; slot < _tags.Length; slot++)
        {
            int length = lengths[slot];
            if (length == 0)
            {
                continue;
            }

            _tags[slot] = Tag(fingerprints[slot]);
            if (_dense is null)
            {
                _rows[slot] = ((uint)offset << 8) | (uint)length;
            }
            else
            {
                for (int i = offset; i < offset + length; i++)
                {
                    _dense[slot] |= (ulong)rowCodes[i] << (8 * rowLabels[i]);
                }
            }

            offset += length;
        }
    }

    /// <summary>The weights that the 256 codes stand for: finer near zero, where most weights lie.</summary>
    public static float[] Codebook(float largest)
    {
        var book = new float[256];
        for (int code = 0; code < 256; code++)
        {
            float part = MathF.Abs((sbyte)code) / LargestCode;
            book[code] = MathF.CopySign(part * MathF.Sqrt(part) * largest, (sbyte)code);
        }

        return book;
    }

    /// <summary>Adds the weights of features, each times one, to label scores.</summary>
    public void Add(ReadOnlySpan<ulong> features, Span<float> scores)
    {
        // First look at every slot without a branch, so that the processor fetches many at once from far memory; then find the rows of those taken; then sum.
        Span<int> found = stackalloc int[FeaturesAtOnce];
        for (int start = 0; start < features.Length; start += FeaturesAtOnce)
        {
            ReadOnlySpan<ulong> part = features.Slice(start, Math.Min(FeaturesAtOnce, features.Length - start));
            int count = Find(part, found);
            if (_dense is not null)
            {
                AddDense(_dense, found[..count], scores);
            }
            else
            {
                AddSparse(found[..count], scores);
            }
        }
    }

    /// <summary>The weight a feature gives to a label.</summary>
    public float WeightOf(ulong feature, int label)
    {
        Span<int> slot = stackalloc int[1];
        if (Find([feature], slot) == 0)
        {
            return 0;
        }

        if (_dense is not null)
        {
            return _codebook[(byte)(_dense[slot[0]] >> (8 * label))];
        }

        foreach (ushort weight in Row(slot[0]))
        {
            if (weight >> 8 == label)
            {
                return _codebook[weight & 0xFF];
            }
        }

        return 0;
    }

    // 0 marks an empty slot, so the fingerprint 0 counts as 1.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ushort Tag(ushort fingerprint) => fingerprint == 0 ? (ushort)1 : fingerprint;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ReadOnlySpan<ushort> Row(int slot) => _weights.AsSpan((int)(_rows[slot] >> 8), (int)(_rows[slot] & 0xFF));

    // The slots of the features that have a row, in the features' order.
    private int Find(ReadOnlySpan<ulong> features, Span<int> slots)
    {
        ReadOnlySpan<ushort> tags = _tags;
        int mask = tags.Length - 1;
        int taken = 0;
        for (int i = 0; i < features.Length; i++)
        {
            slots[taken] = i;
            taken += tags[(int)(features[i] >> _shift) & mask] != 0 ? 1 : 0;
        }

        int found = 0;
        for (int i = 0; i < taken; i++)
        {
            ulong feature = features[slots[i]];
            int at = (int)(feature >> _shift) & mask;
            ushort tag = Tag((ushort)feature);
            while (tags[at] != tag && tags[at] != 0)
            {
                at = (at + 1) & mask;
            }

            slots[found] = at;
            found += tags[at] != 0 ? 1 : 0;
        }

        return found;
    }

    private void AddSparse(ReadOnlySpan<int> slots, Span<float> scores)
    {
        ReadOnlySpan<float> codebook = _codebook;
        foreach (int slot in slots)
        {
            foreach (ushort weight in Row(slot))
            {
                scores[weight >> 8] += codebook[weight & 0xFF];
            }
        }
    }

    private void AddDense(ulong[] rows, ReadOnlySpan<int> slots, Span<float> scores)
    {
        Vector256<float> sum = Vector256.Create<float>(scores);
        Vector256<float> scale = Vector256.Create(LargestCode);
        Vector256<float> largest = Vector256.Create(_largest);
        Vector256<float> sign = Vector256.Create(-0f);
        foreach (int slot in slots)
        {
            // The codebook's own steps, eight codes at a time; a label without a weight has the code 0, which adds nothing.
            Vector128<sbyte> codes = Vector128.CreateScalar(rows[slot]).AsSByte();
            Vector256<int> wide = Avx2.IsSupported ? Avx2.ConvertToVector256Int32(codes) : Vector256.WidenLower(Vector128.WidenLower(codes).ToVector256Unsafe());
            Vector256<float> code = Vector256.ConvertToSingle(wide);
            Vector256<float> part = Vector256.Abs(code) / scale;
            sum += (part * Vector256.Sqrt(part) * largest) | (code & sign);
        }

        sum.CopyTo(scores);
    }
}
