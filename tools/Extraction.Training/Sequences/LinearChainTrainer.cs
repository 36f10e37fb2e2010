using System.Diagnostics;
using System.Numerics;
using System.Runtime.Intrinsics;

namespace Extraction.Training.Sequences;

/// <summary>
/// Trains the weights of a <see cref="LinearChainModel"/>: conditional likelihood of the allowed labels (constrained against free forward-backward), AdaGrad, feature dropout.
/// One thread, seeded: the same set gives the same bytes.
/// </summary>
internal sealed partial class LinearChainTrainer
{
    private const float Forbidden = -1e30f;
    private readonly SequenceSet _set;
    private readonly TrainingOptions _options;
    private readonly int _labels;
    private readonly int _stride;
    private readonly bool[,] _may;
    private readonly bool[] _mayEnd;
    private readonly int[] _row; // feature id to row, -1 dropped
    private readonly ulong[] _rowFeature;
    private readonly float[] _weights;
    private readonly float[] _squares;
    private readonly float[] _transitions;
    private readonly float[] _start; // transitions each run starts from
    private readonly float[] _transitionSquares;
    private readonly float[] _factors;
    private ulong _random;
    private float[]? _average;
    private float[]? _averageTransitions;
    private int _averaged;

    /// <param name="set">The sequences.</param>
    /// <param name="labels">Number of labels, at most 64.</param>
    /// <param name="may">[from, to]: whether a label may follow another; from = labels is the start of the sequence.</param>
    /// <param name="mayEnd">Whether a label may stand last.</param>
    /// <param name="options">How to train.</param>
    public LinearChainTrainer(SequenceSet set, int labels, bool[,] may, bool[] mayEnd, TrainingOptions options)
    {
        _set = set;
        _options = options;
        _labels = labels;
        _stride = (labels + 7) & ~7;
        _may = may;
        _mayEnd = mayEnd;
        _row = new int[set.Index.Count];
        var kept = new List<ulong>();
        for (int id = 0; id < _row.Length; id++)
        {
            if (set.Index.CountOf(id) >= options.MinimumCount)
            {
                _row[id] = kept.Count;
                kept.Add(set.Index[id]);
            }
            else
            {
                _row[id] = -1;
            }
        }

        _rowFeature = [.. kept];
        _weights = new float[kept.Count * (long)_stride];
        _squares = new float[kept.Count * (long)_stride];
        _transitions = new float[(labels + 1) * labels];
        _transitionSquares = new float[(labels + 1) * labels];
        _factors = new float[(labels + 1) * _stride];
        _start = new float[_transitions.Length];
        _random = SeedOf(options.Seed);
    }

    /// <summary>Trains on all sequences.</summary>
    public void Train(Action<string> log) => Train(log, _ => true);

    /// <summary>Trains on the sequences of the groups that <paramref name="include"/> accepts.</summary>
    public void Train(Action<string> log, Func<int, bool> include)
    {
        int[] sequences = [.. Enumerable.Range(0, _set.Count).Where(s => include(_set.GroupOf(s)))];
        for (int run = 0; run < _options.Runs; run++)
        {
            if (run > 0)
            {
                // The next run starts anew, from another seed; all runs end in one mean.
                Array.Clear(_weights);
                Array.Clear(_squares);
                _start.CopyTo(_transitions, 0);
                Array.Clear(_transitionSquares);
                _random = SeedOf(_options.Seed + run);
            }

            Run((int[])sequences.Clone(), log);
        }

        TakeAverage();
    }

    private static ulong SeedOf(int seed) => ((ulong)seed * 0x9E3779B97F4A7C15) | 1;

    private void Run(int[] order, Action<string> log)
    {
        var clock = Stopwatch.StartNew();
        var work = new Workspace(_stride);
        for (int epoch = 1; epoch <= _options.Epochs; epoch++)
        {
            for (int i = order.Length - 1; i > 0; i--)
            {
                int j = (int)(Next() % (ulong)(i + 1));
                (order[i], order[j]) = (order[j], order[i]);
            }

            double loss = 0;
            foreach (int sequence in order)
            {
                float weight = _set.WeightOf(sequence);

                // A weight of 4 is four visits' worth; whole visits keep AdaGrad's steps small.
                int visits = (int)weight;
                float rest = weight - visits;
                if (rest > 0 && (Next() >> 40) * (1.0 / (1 << 24)) < rest)
                {
                    visits++;
                }

                for (int v = 0; v < visits; v++)
                {
                    loss += Visit(sequence, work);
                }
            }

            if (epoch > _options.AverageAfter)
            {
                AddToAverage();
            }

            log($"epoch {epoch}: {_set.Count} sequences, {_set.PositionCount} positions, {_rowFeature.Length} features, loss {loss / _set.PositionCount:F4} a position, {clock.Elapsed.TotalSeconds:F0} s");
        }
    }

    private void AddToAverage()
    {
        _average ??= new float[_weights.Length];
        _averageTransitions ??= new float[_transitions.Length];
        _averaged++;
        for (int i = 0; i < _weights.Length; i++)
        {
            _average[i] += _weights[i];
        }

        for (int i = 0; i < _transitions.Length; i++)
        {
            _averageTransitions[i] += _transitions[i];
        }
    }

    private void TakeAverage()
    {
        if (_average is null)
        {
            return;
        }

        for (int i = 0; i < _weights.Length; i++)
        {
            _weights[i] = _average[i] / _averaged;
        }

        for (int i = 0; i < _transitions.Length; i++)
        {
            _transitions[i] = _averageTransitions![i] / _averaged;
        }

        _average = null;
        _averageTransitions = null;
        _averaged = 0;
    }

    /// <summary>The transition weights learnt, [from, to], from = labels is the start.</summary>
    public float[] Transitions => _transitions;

    /// <summary>Starts from another model's transitions; for a model stacked on it.</summary>
    public void StartFrom(float[] transitions)
    {
        transitions.CopyTo(_start, 0);
        transitions.CopyTo(_transitions, 0);
    }

    private double Visit(int sequence, Workspace work)
    {
        (int start, int end) = _set.PositionsOf(sequence);
        int n = end - start;
        work.Reserve(n);
        work.Rows.Clear();
        work.RowStarts.Clear();
        float keep = 1 - _options.Dropout;
        ulong threshold = (ulong)(_options.Dropout * (1 << 24));
        for (int i = 0; i < n; i++)
        {
            work.RowStarts.Add(work.Rows.Count);
            Span<float> scores = work.Scores.AsSpan(i * _stride, _stride);
            scores.Clear();
            ReadOnlySpan<int> features = _set.FeaturesAt(start + i);
            if (_options.Blindness > 0 && (Next() >> 40) * (1.0 / (1 << 24)) < _options.Blindness)
            {
                features = features[_set.LexicalAt(start + i)..];
            }

            foreach (int id in features)
            {
                int row = _row[id];
                if (row < 0 || (threshold > 0 && (Next() >> 40) < threshold))
                {
                    continue;
                }

                work.Rows.Add(row);
                ReadOnlySpan<float> w = _weights.AsSpan((int)0, _weights.Length).Slice(row * _stride, _stride);
                for (int lane = 0; lane < _stride; lane += 8)
                {
                    (Vector256.Create<float>(scores.Slice(lane, 8)) + Vector256.Create(w.Slice(lane, 8))).CopyTo(scores[lane..]);
                }
            }

            if (_options.Dropout > 0)
            {
                for (int k = 0; k < _stride; k++)
                {
                    scores[k] /= keep;
                }
            }

            ReadOnlySpan<float> given = _set.BaseAt(start + i, _labels);
            for (int k = 0; k < given.Length; k++)
            {
                scores[k] += given[k];
            }
        }

        work.RowStarts.Add(work.Rows.Count);
        for (int from = 0; from <= _labels; from++)
        {
            for (int to = 0; to < _labels; to++)
            {
                _factors[(from * _stride) + to] = _may[from, to] ? MathF.Exp(_transitions[(from * _labels) + to]) : 0;
            }
        }

        Array.Clear(work.Steps);
        double free = Lattice(work, n, start, constrained: false, 1);
        double bound = Lattice(work, n, start, constrained: true, -1);
        if (double.IsNegativeInfinity(bound) || double.IsNegativeInfinity(free))
        {
            return 0;
        }

        for (int i = 0; i < n; i++)
        {
            Span<float> gradient = work.Gradient.AsSpan(i * _stride, _stride);
            float most = 0;
            for (int k = 0; k < _stride; k++)
            {
                gradient[k] = -gradient[k];
                if (MathF.Abs(gradient[k]) < 1e-3f)
                {
                    gradient[k] = 0;
                }

                most = MathF.Max(most, MathF.Abs(gradient[k]));
            }

            if (most == 0)
            {
                continue;
            }

            for (int r = work.RowStarts[i]; r < work.RowStarts[i + 1]; r++)
            {
                Update(work.Rows[r], gradient);
            }
        }

        for (int t = 0; t < work.Steps.Length; t++)
        {
            int from = t / _stride;
            int to = t % _stride;
            float d = -work.Steps[t];
            if (d != 0 && to < _labels)
            {
                int x = (from * _labels) + to;
                _transitionSquares[x] += d * d;
                _transitions[x] += _options.Rate * d / (MathF.Sqrt(_transitionSquares[x]) + 1f);
            }
        }

        return free - bound;
    }

    private void Update(int row, ReadOnlySpan<float> gradient)
    {
        Span<float> w = _weights.AsSpan(row * _stride, _stride);
        Span<float> g = _squares.AsSpan(row * _stride, _stride);
        Vector256<float> rate = Vector256.Create(_options.Rate);
        Vector256<float> floor = Vector256.Create(0.3f);
        for (int lane = 0; lane < _stride; lane += 8)
        {
            Vector256<float> d = Vector256.Create(gradient.Slice(lane, 8));
            if (d == Vector256<float>.Zero)
            {
                continue;
            }

            Vector256<float> squares = Vector256.Create<float>(g.Slice(lane, 8)) + (d * d);
            squares.CopyTo(g[lane..]);
            (Vector256.Create<float>(w.Slice(lane, 8)) + (rate * d / (Vector256.Sqrt(squares) + floor))).CopyTo(w[lane..]);
        }
    }

    private static void AddScaled(ReadOnlySpan<float> row, float factor, Span<float> to)
    {
        Vector256<float> f = Vector256.Create(factor);
        for (int lane = 0; lane < to.Length; lane += 8)
        {
            (Vector256.Create<float>(to.Slice(lane, 8)) + (f * Vector256.Create(row.Slice(lane, 8)))).CopyTo(to[lane..]);
        }
    }

    private ulong Next()
    {
        _random ^= _random << 13;
        _random ^= _random >> 7;
        _random ^= _random << 17;
        return _random;
    }
}
