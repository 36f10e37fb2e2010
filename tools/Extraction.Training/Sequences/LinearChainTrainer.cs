using System.Diagnostics;

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

    private ulong Next()
    {
        _random ^= _random << 13;
        _random ^= _random >> 7;
        _random ^= _random << 17;
        return _random;
    }
}
