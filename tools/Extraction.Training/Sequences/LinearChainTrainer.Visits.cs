using System.Runtime.Intrinsics;

namespace Extraction.Training.Sequences;

/// <summary>One visit to a sequence: its scores with some features left out, the gradient, and the step along it.</summary>
internal sealed partial class LinearChainTrainer
{
    /// <summary>Smaller gradients are taken for nothing: most labels of most positions are as good as settled.</summary>
    private const float LeastGradient = 1e-3f;

    private double Visit(int sequence, Workspace work)
    {
        (int start, int end) = _set.PositionsOf(sequence);
        int n = end - start;
        work.Reserve(n);
        Score(start, n, work);
        ExponentiateTransitions();
        Array.Clear(work.Steps);
        double free = Lattice(work, n, start, constrained: false, 1);
        double bound = Lattice(work, n, start, constrained: true, -1);
        if (double.IsNegativeInfinity(bound) || double.IsNegativeInfinity(free))
        {
            return 0;
        }

        StepFeatures(n, work);
        StepTransitions(work);
        return free - bound;
    }

    private void Score(int start, int n, Workspace work)
    {
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
                ReadOnlySpan<float> w = _weights.AsSpan(row * _stride, _stride);
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
    }

    private void ExponentiateTransitions()
    {
        for (int from = 0; from <= _labels; from++)
        {
            for (int to = 0; to < _labels; to++)
            {
                _factors[(from * _stride) + to] = _may[from, to] ? MathF.Exp(_transitions[(from * _labels) + to]) : 0;
            }
        }
    }

    private void StepFeatures(int n, Workspace work)
    {
        for (int i = 0; i < n; i++)
        {
            Span<float> gradient = work.Gradient.AsSpan(i * _stride, _stride);
            float most = 0;
            for (int k = 0; k < _stride; k++)
            {
                gradient[k] = -gradient[k];
                if (MathF.Abs(gradient[k]) < LeastGradient)
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
    }

    private void StepTransitions(Workspace work)
    {
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
}
