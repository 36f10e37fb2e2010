using System.Runtime.Intrinsics;

namespace Extraction;

/// <summary>
/// A linear-chain conditional random field over hashed features: sparse rows of quantised weights in an open-addressing table, best path (Viterbi) and marginal probabilities
/// (forward-backward). The number of labels (at most 64) and the features are the caller's; forbidden transitions are weights of minus infinity.
/// Sums run label by label in a fixed order, so results do not depend on the width of the machine's vectors.
/// </summary>
/// <threadsafety>Immutable; safe from any thread. A <see cref="LinearChainScratch"/> belongs to one run.</threadsafety>
internal sealed partial class LinearChainModel
{
    /// <summary>How many consecutive sections of a model file one chain takes: its transitions, and the table of its features where it has one of its own.</summary>
    public const int SectionCount = 1 + FeatureTable.SectionCount;

    internal const float Forbidden = -1e30f;
    internal const int LaneCount = 8;

    private readonly float[] _transitions; // [from, to], from = LabelCount is the start; stride wide
    private readonly float[] _factors; // exp of the transitions
    private readonly float[] _factorsBack; // the same, [to, from]
    private readonly float[] _last; // 0 where a label may stand last, else Forbidden
    private readonly float[] _padding; // 0 for a label, Forbidden for the rest of the last vector

    // Most transitions of a chain of many labels are forbidden. For each vector of labels those that any of its own may follow; and for each label the vectors that its own may go on to or come from.
    private readonly byte[][] _sources;
    private readonly uint[] _targets;
    private readonly uint[] _targetsBack;

    private LinearChainModel(FeatureTable features, ReadOnlySpan<float> transitions)
    {
        // Transitions between the labels, from the start, and which may end.
        int labels = (int)MathF.Sqrt(transitions.Length + 1) - 1;
        if (transitions.Length != labels * (labels + 2) || labels > 64)
        {
            throw new InvalidDataException("The model's transitions are not laid out as this version reads them: train it again.");
        }

        LabelCount = labels;
        Stride = (labels + LaneCount - 1) & ~(LaneCount - 1);
        Features = features;
        _transitions = new float[(labels + 1) * Stride];
        _factors = new float[(labels + 1) * Stride];
        _factorsBack = new float[Stride * Stride];
        _last = new float[Stride];
        _transitions.AsSpan().Fill(Forbidden);
        _last.AsSpan().Fill(Forbidden);
        for (int from = 0; from <= labels; from++)
        {
            for (int to = 0; to < labels; to++)
            {
                float weight = transitions[(from * labels) + to];
                _transitions[(from * Stride) + to] = weight;
                float factor = weight <= Forbidden / 2 ? 0 : MathF.Exp(weight);
                _factors[(from * Stride) + to] = factor;
                if (from < labels)
                {
                    _factorsBack[(to * Stride) + from] = factor;
                }
            }
        }

        transitions.Slice((labels + 1) * labels, labels).CopyTo(_last);
        _padding = new float[Stride];
        _padding.AsSpan(labels).Fill(Forbidden);
        _targets = Vectors(_factors);
        _targetsBack = Vectors(_factorsBack);
        _sources = Sources(_targets, Stride / LaneCount);
    }

    public int LabelCount { get; }

    /// <summary>The weights of its features; perhaps another chain's as well.</summary>
    public FeatureTable Features { get; }

    /// <summary>Distance between the scores of two positions: the number of labels rounded up to whole vectors.</summary>
    public int Stride { get; }

    /// <summary>Reads a chain with a table of its own.</summary>
    public static LinearChainModel Read(ModelFile file, int firstSection) => Read(file, firstSection, FeatureTable.Read(file, firstSection + 1));

    /// <summary>Reads a chain whose features' weights are columns of a table that it shares.</summary>
    public static LinearChainModel Read(ModelFile file, int section, FeatureTable shared) => new(shared, file.As<float>(section));

    /// <summary>Adds the weights of features, each times one, to the label scores of a position; of a chain with a table of its own.</summary>
    /// <param name="features">From <see cref="FeatureHash"/>, or any hashes whose high and low bits are well mixed.</param>
    /// <param name="scores">A row of <see cref="LinearChainScratch.Row"/>.</param>
    public void Add(ReadOnlySpan<ulong> features, Span<float> scores) => Features.Add(features, scores);

    /// <summary>The weight a feature gives to a label; of a chain with a table of its own, for explanations.</summary>
    public float WeightOf(ulong feature, int label) => Features.WeightOf(feature, label);

    /// <summary>The best path through the scores in <paramref name="scratch"/>.</summary>
    /// <param name="scratch">The scores, and room for the lattice.</param>
    /// <param name="labels">Receives one label a position.</param>
    /// <returns>The path's score.</returns>
    public float Decode(LinearChainScratch scratch, Span<byte> labels)
    {
        int n = scratch.Length;
        if (n == 0)
        {
            return 0;
        }

        int stride = Stride;
        ReadOnlySpan<float> scores = scratch.Scores;
        Span<float> best = scratch.Best;
        Span<int> back = scratch.Back;
        for (int to = 0; to < stride; to++)
        {
            best[to] = _transitions[(LabelCount * stride) + to] + scores[to];
        }

        for (int i = 1; i < n; i++)
        {
            ReadOnlySpan<float> before = best.Slice((i - 1) * stride, stride);
            Span<float> now = best.Slice(i * stride, stride);
            Span<int> from = back.Slice(i * stride, stride);
            for (int lane = 0; lane < stride; lane += LaneCount)
            {
                Vector256<float> top = Vector256.Create(2 * Forbidden);
                Vector256<int> source = Vector256<int>.Zero;
                foreach (byte j in _sources[lane / LaneCount])
                {
                    Vector256<float> path = Vector256.Create(before[j]) + Vector256.Create<float>(_transitions.AsSpan((j * stride) + lane, LaneCount));
                    Vector256<float> better = Vector256.GreaterThan(path, top);
                    top = Vector256.ConditionalSelect(better, path, top);
                    source = Vector256.ConditionalSelect(better.AsInt32(), Vector256.Create((int)j), source);
                }

                top += Vector256.Create<float>(scores.Slice((i * stride) + lane, LaneCount));
                top = Vector256.Max(top, Vector256.Create(2 * Forbidden));
                top.CopyTo(now[lane..]);
                source.CopyTo(from[lane..]);
            }
        }

        int last = 0;
        float score = 4 * Forbidden;
        for (int label = 0; label < LabelCount; label++)
        {
            float path = best[((n - 1) * stride) + label] + _last[label];
            if (path > score)
            {
                score = path;
                last = label;
            }
        }

        for (int i = n - 1; i >= 0; i--)
        {
            labels[i] = (byte)last;
            last = back[(i * stride) + last];
        }

        return score;
    }

    /// <summary>For each vector the rows that hold anything in it.</summary>
    private static byte[][] Sources(uint[] vectors, int count)
    {
        var sources = new byte[count][];
        Span<byte> rows = stackalloc byte[64];
        for (int v = 0; v < count; v++)
        {
            int n = 0;
            for (int row = 0; row < vectors.Length; row++)
            {
                if ((vectors[row] & (1u << v)) != 0)
                {
                    rows[n++] = (byte)row;
                }
            }

            sources[v] = rows[..n].ToArray();
        }

        return sources;
    }

    /// <summary>For each row of a matrix which of its vectors hold anything.</summary>
    private uint[] Vectors(float[] matrix)
    {
        var vectors = new uint[LabelCount];
        for (int row = 0; row < LabelCount; row++)
        {
            for (int k = 0; k < LabelCount; k++)
            {
                vectors[row] |= matrix[(row * Stride) + k] != 0 ? 1u << (k / LaneCount) : 0;
            }
        }

        return vectors;
    }
}
