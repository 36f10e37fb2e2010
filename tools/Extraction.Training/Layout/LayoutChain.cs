namespace Extraction.Training.Layout;

/// <summary>
/// The chain of the line labeller in training: weights of neighbouring states, and forward and backward sums over all labellings of a page. The sums are kept as numbers
/// that are scaled to one at each unit, not as logarithms: a page then costs multiplications instead of exponentials.
/// </summary>
internal sealed class LayoutChain
{
    private const int Kinds = LayoutModel.Kinds;
    private const int States = HeadlineStates.Count;
    private const double Negligible = 1e-12;

    private readonly double[] _factors = new double[HeadlineStates.PairCount];
    private double[] _forward = [];
    private double[] _backward = [];
    private double[] _nodes = [];

    /// <summary>The weights: see <see cref="HeadlineStates"/>.</summary>
    public double[] Weights { get; } = new double[HeadlineStates.PairCount];

    /// <summary>What the weights' gradient is on the page of the last <see cref="Step"/>.</summary>
    public double[] Gradient { get; } = new double[HeadlineStates.PairCount];

    /// <summary>How likely the true labelling of a page is, and in which direction each weight makes it likelier.</summary>
    /// <param name="example">The page.</param>
    /// <param name="path">Its true states.</param>
    /// <param name="scores">For each unit what the features say of each kind; taken over by the gradient.</param>
    /// <returns>The loss: minus the logarithm of the likelihood.</returns>
    public double Step(LayoutExample example, int[] path, Span<double> scores)
    {
        int n = path.Length;
        Reserve(n);
        for (int i = 0; i < _factors.Length; i++)
        {
            _factors[i] = Math.Exp(Weights[i]);
        }

        double gold = Gold(example, path, scores);
        double total = Nodes(scores, n) + Forward(example, n);
        double end = Backward(example, n);
        Array.Clear(Gradient);
        Gradients(example, path, scores);
        return total + Math.Log(end) - gold;
    }

    private void Reserve(int units)
    {
        if (_forward.Length < units * States)
        {
            _forward = new double[units * States];
            _backward = new double[units * States];
            _nodes = new double[units * Kinds];
        }
    }

    private double Gold(LayoutExample example, int[] path, ReadOnlySpan<double> scores)
    {
        double gold = Weights[HeadlineStates.End(path[^1], example.Furniture)];
        for (int i = 0; i < path.Length; i++)
        {
            int kind = HeadlineStates.Kind(path[i]);
            gold += scores[(i * Kinds) + kind] + Weights[Pair(path, i)];
        }

        return gold;
    }

    private static int Pair(int[] path, int i) => ((i == 0 ? HeadlineStates.StartRow : path[i - 1]) * Kinds) + HeadlineStates.Kind(path[i]);

    // Scores to factors, the highest of a unit being one; returns the logarithm of what was taken out.
    private double Nodes(ReadOnlySpan<double> scores, int n)
    {
        double taken = 0;
        for (int i = 0; i < n; i++)
        {
            ReadOnlySpan<double> own = scores.Slice(i * Kinds, Kinds);
            double highest = own[0];
            foreach (double score in own)
            {
                highest = Math.Max(highest, score);
            }

            taken += highest;
            for (int k = 0; k < Kinds; k++)
            {
                _nodes[(i * Kinds) + k] = Math.Exp(own[k] - highest);
            }
        }

        return taken;
    }

    private double Forward(LayoutExample example, int n)
    {
        double taken = 0;
        for (int i = 0; i < n; i++)
        {
            Span<double> own = _forward.AsSpan(i * States, States);
            ReadOnlySpan<double> before = i == 0 ? default : _forward.AsSpan((i - 1) * States, States);
            double sum = 0;
            for (int t = 0; t < States; t++)
            {
                int k = HeadlineStates.Kind(t);
                double ways = 0;
                if (i == 0)
                {
                    ways = HeadlineStates.Starts(t) ? _factors[(HeadlineStates.StartRow * Kinds) + k] : 0;
                }
                else
                {
                    foreach (byte s in HeadlineStates.Before(t, example.Repeats[i]))
                    {
                        ways += before[s] * _factors[(s * Kinds) + k];
                    }
                }

                own[t] = ways * _nodes[(i * Kinds) + k];
                sum += own[t];
            }

            taken += Math.Log(sum);
            Scale(own, 1 / sum);
        }

        return taken;
    }

    // Returns the sum over the last unit's states.
    private double Backward(LayoutExample example, int n)
    {
        double end = 0;
        Span<double> last = _backward.AsSpan((n - 1) * States, States);
        for (int t = 0; t < States; t++)
        {
            last[t] = _factors[HeadlineStates.End(t, example.Furniture)];
            end += last[t] * _forward[((n - 1) * States) + t];
        }

        for (int i = n - 1; i > 0; i--)
        {
            Span<double> before = _backward.AsSpan((i - 1) * States, States);
            before.Clear();
            for (int t = 0; t < States; t++)
            {
                int k = HeadlineStates.Kind(t);
                double after = _nodes[(i * Kinds) + k] * _backward[(i * States) + t];
                foreach (byte s in HeadlineStates.Before(t, example.Repeats[i]))
                {
                    before[s] += _factors[(s * Kinds) + k] * after;
                }
            }

            double sum = 0;
            foreach (double value in before)
            {
                sum += value;
            }

            Scale(before, 1 / sum);
        }

        return end;
    }

    private void Gradients(LayoutExample example, int[] path, Span<double> scores)
    {
        int n = path.Length;
        Span<double> marginals = stackalloc double[States];
        Gradient[HeadlineStates.End(path[n - 1], example.Furniture)] += 1;
        for (int i = 0; i < n; i++)
        {
            double sum = 0;
            for (int t = 0; t < States; t++)
            {
                marginals[t] = _forward[(i * States) + t] * _backward[(i * States) + t];
                sum += marginals[t];
            }

            Span<double> own = scores.Slice(i * Kinds, Kinds);
            own.Clear();
            for (int t = 0; t < States; t++)
            {
                double marginal = marginals[t] / sum;
                if (marginal < Negligible)
                {
                    continue;
                }

                int k = HeadlineStates.Kind(t);
                own[k] -= marginal;
                if (i == n - 1)
                {
                    Gradient[HeadlineStates.End(t, example.Furniture)] -= marginal;
                }

                if (i == 0)
                {
                    Gradient[(HeadlineStates.StartRow * Kinds) + k] -= marginal;
                    continue;
                }

                // The state's share by the states before it.
                ReadOnlySpan<byte> sources = HeadlineStates.Before(t, example.Repeats[i]);
                double all = 0;
                foreach (byte s in sources)
                {
                    all += _forward[((i - 1) * States) + s] * _factors[(s * Kinds) + k];
                }

                foreach (byte s in sources)
                {
                    Gradient[(s * Kinds) + k] -= marginal * _forward[((i - 1) * States) + s] * _factors[(s * Kinds) + k] / all;
                }
            }

            own[HeadlineStates.Kind(path[i])] += 1;
            Gradient[Pair(path, i)] += 1;
        }
    }

    private static void Scale(Span<double> values, double factor)
    {
        foreach (ref double value in values)
        {
            value *= factor;
        }
    }
}
