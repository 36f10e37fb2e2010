using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Extraction;

/// <summary>
/// Sparse weights of hashed features, in eight bits each: a bucketed table from a feature to its row, which holds a weight for some of the columns. A column is a label of a chain; chains that
/// ask for the same features share a table, each with columns of its own. A feature is known by its bucket and sixteen more bits of its hash.
/// Weights are summed column by column in the features' order, so that results do not depend on the width of the machine's vectors.
/// </summary>
/// <threadsafety>Immutable; safe from any thread.</threadsafety>
internal sealed class FeatureTable
{
    /// <summary>How many consecutive sections of a model file a table takes: its head, tags, row lengths, columns and codes.</summary>
    public const int SectionCount = 5;

    /// <summary>Slots of a bucket: one vector of tags, so that one comparison answers whether a feature is there.</summary>
    public const int BucketSize = 8;

    /// <summary>Rows of at most so many columns are kept whole.</summary>
    public const int MostDenseColumns = 16;

    private const int FeaturesAtOnce = 64;

    // Rows this long are kept as a float a column: whole vectors are quicker than so many single weights. Few rows are, but those that every word asks for.
    private const int ShortestWhole = 16;
    private const uint Whole = byte.MaxValue;
    private const int LargestOffset = 1 << 24;
    private const float LargestCode = 127f;

    private readonly int _buckets;
    private readonly float _largest;

    // A tag a slot, 0 where the slot is empty. Most features have no row, and that shows here, in memory small enough to stay near the processor.
    private readonly ushort[] _tags;

    // Few columns: the row itself, a code a column, so that one look brings it and one vector adds it; the weight is the code times largest / 127, so that sums are of whole numbers.
    private readonly Vector128<sbyte>[]? _dense;

    // Many: row offset << 8 | row length, and the rows apart; the weights that the codes stand for are finer near zero, where most lie. Whole rows: row number << 8 | 255.
    private readonly uint[] _rows = [];
    private readonly float[] _whole = [];
    private readonly ushort[] _weights = []; // column << 8 | code
    private readonly float[] _codebook = [];

    private FeatureTable(int columns, float largest, ReadOnlySpan<ushort> tags, ReadOnlySpan<byte> lengths, ReadOnlySpan<byte> rowColumns, ReadOnlySpan<byte> rowCodes)
    {
        if (rowColumns.Length > LargestOffset)
        {
            throw new InvalidDataException("The model has more weights than its rows can point to.");
        }

        if (tags.IsEmpty || tags.Length % BucketSize != 0 || lengths.Length != tags.Length || rowCodes.Length != rowColumns.Length)
        {
            throw new InvalidDataException("The model's features are not laid out as this version reads them: train it again.");
        }

        Width = (columns + LinearChainModel.LaneCount - 1) & ~(LinearChainModel.LaneCount - 1);
        _buckets = tags.Length / BucketSize;
        _largest = largest;
        _tags = tags.ToArray();
        if (columns <= MostDenseColumns)
        {
            _dense = new Vector128<sbyte>[lengths.Length];
            Span<sbyte> cells = MemoryMarshal.Cast<Vector128<sbyte>, sbyte>(_dense.AsSpan());
            int next = 0;
            for (int slot = 0; slot < lengths.Length; slot++)
            {
                for (int end = next + lengths[slot]; next < end; next++)
                {
                    cells[(slot * MostDenseColumns) + rowColumns[next]] = (sbyte)rowCodes[next];
                }
            }
        }
        else
        {
            _codebook = Codebook(largest);
            _weights = new ushort[rowColumns.Length];
            for (int i = 0; i < _weights.Length; i++)
            {
                _weights[i] = (ushort)((rowColumns[i] << 8) | rowCodes[i]);
            }

            _rows = new uint[lengths.Length];
            _whole = new float[Count(lengths, ShortestWhole) * Width];
            int offset = 0;
            int whole = 0;
            for (int slot = 0; slot < lengths.Length; slot++)
            {
                int length = lengths[slot];
                _rows[slot] = ((uint)offset << 8) | (uint)length;
                if (length >= ShortestWhole)
                {
                    foreach (ushort weight in _weights.AsSpan(offset, length))
                    {
                        _whole[(whole * Width) + (weight >> 8)] = _codebook[weight & 0xFF];
                    }

                    _rows[slot] = ((uint)whole++ << 8) | Whole;
                }

                offset += length;
            }
        }
    }

    /// <summary>Number of columns, rounded up to whole vectors of eight: the room that <see cref="Add"/> needs.</summary>
    public int Width { get; }

    public static FeatureTable Read(ModelFile file, int firstSection)
    {
        ReadOnlySpan<int> head = file.As<int>(firstSection);
        return new FeatureTable(
            head[0], BitConverter.Int32BitsToSingle(head[1]), file.As<ushort>(firstSection + 1), file.Bytes(firstSection + 2), file.Bytes(firstSection + 3), file.Bytes(firstSection + 4));
    }

    /// <summary>The weights that the 256 codes of a table of many columns stand for.</summary>
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

    /// <summary>The bucket of a feature in a table of so many.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int BucketOf(ulong feature, int buckets) => (int)(((feature >> 32) * (uint)buckets) >> 32);

    /// <summary>What a slot knows a feature by; never 0, which marks an empty slot.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort TagOf(ulong feature) => (ushort)((ushort)feature == 0 ? 1 : feature);

    /// <summary>Adds the weights of features, each times one, to the columns' scores.</summary>
    /// <param name="features">From <see cref="FeatureHash"/>, or any hashes whose high and low bits are well mixed.</param>
    /// <param name="scores">At least <see cref="Width"/> long.</param>
    public void Add(ReadOnlySpan<ulong> features, Span<float> scores)
    {
        // First look into every bucket without a branch, so that the processor fetches many at once from far memory; then sum the rows of those found.
        Span<int> found = stackalloc int[FeaturesAtOnce];
        for (int start = 0; start < features.Length; start += FeaturesAtOnce)
        {
            int count = Find(features.Slice(start, Math.Min(FeaturesAtOnce, features.Length - start)), found);
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

    /// <summary>The weight a feature gives to a column.</summary>
    public float WeightOf(ulong feature, int column)
    {
        Span<int> slot = stackalloc int[1];
        if (Find([feature], slot) == 0)
        {
            return 0;
        }

        if (_dense is not null)
        {
            return _dense[slot[0]].GetElement(column) * (_largest / LargestCode);
        }

        uint row = _rows[slot[0]];
        if ((row & Whole) == Whole)
        {
            return _whole[((row >> 8) * Width) + column];
        }

        foreach (ushort weight in _weights.AsSpan((int)(row >> 8), (int)(row & 0xFF)))
        {
            if (weight >> 8 == column)
            {
                return _codebook[weight & 0xFF];
            }
        }

        return 0;
    }

    // The slots of the features that have a row, in the features' order; the room takes one for each feature.
    private int Find(ReadOnlySpan<ulong> features, Span<int> slots)
    {
        ref ushort tags = ref MemoryMarshal.GetArrayDataReference(_tags);
        int found = 0;
        foreach (ulong feature in features)
        {
            int first = BucketOf(feature, _buckets) * BucketSize;
            uint match = Vector128.Equals(Vector128.LoadUnsafe(ref tags, (nuint)first), Vector128.Create(TagOf(feature))).ExtractMostSignificantBits();
            slots[found] = first + BitOperations.TrailingZeroCount(match);
            found += (int)((match + byte.MaxValue) >> 8); // 1 where any slot matches
        }

        return found;
    }

    private void AddDense(Vector128<sbyte>[] rows, ReadOnlySpan<int> slots, Span<float> scores)
    {
        // 64 codes fit a sum of sixteen bits.
        Vector128<short> lower = Vector128<short>.Zero;
        Vector128<short> upper = Vector128<short>.Zero;
        foreach (int slot in slots)
        {
            Vector128<sbyte> row = rows[slot];
            lower += Vector128.WidenLower(row);
            upper += Vector128.WidenUpper(row);
        }

        AddScaled(lower, scores);
        if (Width > LinearChainModel.LaneCount)
        {
            AddScaled(upper, scores[LinearChainModel.LaneCount..]);
        }
    }

    private void AddScaled(Vector128<short> sum, Span<float> scores)
    {
        Vector256<float> whole = Vector256.ConvertToSingle(Vector256.Create(Vector128.WidenLower(sum), Vector128.WidenUpper(sum)));
        (Vector256.Create<float>(scores) + (whole * (_largest / LargestCode))).CopyTo(scores);
    }

    private void AddSparse(ReadOnlySpan<int> slots, Span<float> scores)
    {
        // Rows and weights lie in far memory: all rows are asked for before the first weight, and the first weight of each before any sum, so that the waits overlap.
        Span<uint> rows = stackalloc uint[FeaturesAtOnce];
        Span<ushort> heads = stackalloc ushort[FeaturesAtOnce];
        for (int i = 0; i < slots.Length; i++)
        {
            rows[i] = _rows[slots[i]];
        }

        ReadOnlySpan<ushort> weights = _weights;
        for (int i = 0; i < slots.Length; i++)
        {
            heads[i] = weights[(int)(rows[i] >> 8)];
        }

        ReadOnlySpan<float> codebook = _codebook;
        for (int i = 0; i < slots.Length; i++)
        {
            uint row = rows[i];
            if ((row & Whole) == Whole)
            {
                ReadOnlySpan<float> whole = _whole.AsSpan((int)(row >> 8) * Width, Width);
                for (int lane = 0; lane < whole.Length; lane += LinearChainModel.LaneCount)
                {
                    (Vector256.Create<float>(scores.Slice(lane, LinearChainModel.LaneCount)) + Vector256.Create(whole.Slice(lane, LinearChainModel.LaneCount))).CopyTo(scores[lane..]);
                }

                continue;
            }

            scores[heads[i] >> 8] += codebook[heads[i] & 0xFF];
            foreach (ushort weight in weights.Slice((int)(row >> 8) + 1, (int)(row & 0xFF) - 1))
            {
                scores[weight >> 8] += codebook[weight & 0xFF];
            }
        }
    }

    private static int Count(ReadOnlySpan<byte> lengths, int atLeast)
    {
        int count = 0;
        foreach (byte length in lengths)
        {
            count += length >= atLeast ? 1 : 0;
        }

        return count;
    }
}
