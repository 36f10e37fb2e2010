namespace Extraction.Training.Layout;

/// <summary>
/// Linear-chain conditional random field over the units of pages, trained with a margin (softmax-margin): a wrong kind must lose by its cost, and calling a paragraph
/// junk costs most, since dates, entities and quotes in junk are lost to the reader. Adagrad, one page a step, weight decay.
/// </summary>
internal sealed class LayoutTrainer
{
    private const int Kinds = LayoutModel.Kinds;
    private const int States = HeadlineStates.Count;
    private const int Epochs = 9;
    private const double Rate = 0.15;
    private const double DecayRate = 0.05;
    private const double Impossible = -1e4;
    private const double Negligible = 1e-9;

    private readonly LayoutExamples _examples;
    private readonly double[] _pairs = new double[HeadlineStates.PairCount];
    private readonly double[] _weights;

    public LayoutTrainer(LayoutExamples examples)
    {
        _examples = examples;
        _weights = new double[examples.Keys.Count * Kinds];
    }

    public void Train(TextWriter log)
    {
        var squares = new double[_weights.Length];
        var pairSquares = new double[_pairs.Length];
        var random = new Random(1);
        int[] order = [.. Enumerable.Range(0, _examples.Pages.Count)];
        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            double loss = 0;
            int units = 0;
            foreach (int e in order)
            {
                loss += Step(_examples.Pages[e], squares, pairSquares);
                units += _examples.Pages[e].Kinds.Length;
            }

            // Weight decay once an epoch, in place of a penalty in each step: features are sparse.
            Decay(_weights);
            Decay(_pairs);
            log.WriteLine($"epoch {epoch + 1}: loss {loss / units:F4} a unit");
        }
    }

    private static void Decay(double[] weights)
    {
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] *= 1 - DecayRate;
        }
    }

    // One step of softmax-margin: forward and backward sums over all labellings, each wrong kind raised by its cost; returns the loss.
    private double Step(LayoutExample example, double[] squares, double[] pairSquares)
    {
        int n = example.Kinds.Length;
        int[]? path = example.Path();
        if (path is null)
        {
            // A rule of the library contradicts the page; there is nothing to learn from it.
            return 0;
        }

        double[] node = Scores(example);
        var forward = new double[n * States];
        var backward = new double[n * States];
        Array.Fill(forward, double.NegativeInfinity);
        Array.Fill(backward, double.NegativeInfinity);
        Span<double> terms = stackalloc double[States];
        for (int i = 0; i < n; i++)
        {
            for (int t = 0; t < States; t++)
            {
                int k = HeadlineStates.Kind(t);
                if (i == 0)
                {
                    forward[t] = HeadlineStates.Starts(t) ? node[k] + _pairs[(HeadlineStates.StartRow * Kinds) + k] : double.NegativeInfinity;
                    continue;
                }

                int count = 0;
                foreach (byte s in HeadlineStates.Before(t, example.Repeats[i]))
                {
                    terms[count++] = forward[((i - 1) * States) + s] + _pairs[(s * Kinds) + k];
                }

                forward[(i * States) + t] = node[(i * Kinds) + k] + LogSum(terms[..count]);
            }
        }

        for (int t = 0; t < States; t++)
        {
            backward[((n - 1) * States) + t] = _pairs[HeadlineStates.End(t, example.Furniture)];
        }

        for (int i = n - 1; i > 0; i--)
        {
            for (int t = 0; t < States; t++)
            {
                int k = HeadlineStates.Kind(t);
                double after = node[(i * Kinds) + k] + backward[(i * States) + t];
                foreach (byte s in HeadlineStates.Before(t, example.Repeats[i]))
                {
                    ref double sum = ref backward[((i - 1) * States) + s];
                    sum = LogAdd(sum, _pairs[(s * Kinds) + k] + after);
                }
            }
        }

        for (int t = 0; t < States; t++)
        {
            terms[t] = forward[((n - 1) * States) + t] + backward[((n - 1) * States) + t];
        }

        double total = LogSum(terms);
        var pairGradient = new double[_pairs.Length];
        double gold = _pairs[HeadlineStates.End(path[n - 1], example.Furniture)];
        pairGradient[HeadlineStates.End(path[n - 1], example.Furniture)] += 1;
        for (int t = 0; t < States; t++)
        {
            pairGradient[HeadlineStates.End(t, example.Furniture)] -= Math.Exp(terms[t] - total);
        }

        Span<double> gradient = stackalloc double[Kinds];
        for (int i = 0; i < n; i++)
        {
            int own = example.Kinds[i];
            int before = ((i == 0 ? HeadlineStates.StartRow : path[i - 1]) * Kinds) + own;
            gold += node[(i * Kinds) + own] + _pairs[before];
            pairGradient[before] += 1;
            gradient.Clear();
            for (int t = 0; t < States; t++)
            {
                int k = HeadlineStates.Kind(t);
                double marginal = Math.Exp(forward[(i * States) + t] + backward[(i * States) + t] - total);
                if (marginal < Negligible)
                {
                    continue;
                }

                gradient[k] -= marginal;
                if (i == 0)
                {
                    pairGradient[(HeadlineStates.StartRow * Kinds) + k] -= marginal;
                    continue;
                }

                double after = node[(i * Kinds) + k] + backward[(i * States) + t] - total;
                foreach (byte s in HeadlineStates.Before(t, example.Repeats[i]))
                {
                    pairGradient[(s * Kinds) + k] -= Math.Exp(forward[((i - 1) * States) + s] + _pairs[(s * Kinds) + k] + after);
                }
            }

            gradient[own] += 1;
            foreach (int feature in example.Features[i])
            {
                for (int k = 0; k < Kinds; k++)
                {
                    Adapt(_weights, squares, (feature * Kinds) + k, gradient[k]);
                }
            }
        }

        for (int k = 0; k < pairGradient.Length; k++)
        {
            Adapt(_pairs, pairSquares, k, pairGradient[k]);
        }

        return total - gold;
    }

    // Adagrad: features that are seen often move in smaller and smaller steps.
    private static void Adapt(double[] weights, double[] squares, int at, double gradient)
    {
        if (Math.Abs(gradient) > 1e-6)
        {
            squares[at] += gradient * gradient;
            weights[at] += Rate * gradient / Math.Sqrt(squares[at] + 1);
        }
    }

    private static double LogAdd(double one, double other) =>
        double.IsNegativeInfinity(one) ? other
        : double.IsNegativeInfinity(other) ? one
        : one > other ? one + Math.Log(1 + Math.Exp(other - one)) : other + Math.Log(1 + Math.Exp(one - other));

    private static double LogSum(ReadOnlySpan<double> terms)
    {
        double max = double.NegativeInfinity;
        foreach (double term in terms)
        {
            max = Math.Max(max, term);
        }

        if (double.IsNegativeInfinity(max))
        {
            return max;
        }

        double sum = 0;
        foreach (double term in terms)
        {
            sum += Math.Exp(term - max);
        }

        return max + Math.Log(sum);
    }

    private double[] Scores(LayoutExample example)
    {
        var scores = new double[example.Kinds.Length * Kinds];
        for (int i = 0; i < example.Kinds.Length; i++)
        {
            Span<double> own = scores.AsSpan(i * Kinds, Kinds);
            foreach (int feature in example.Features[i])
            {
                ReadOnlySpan<double> row = _weights.AsSpan(feature * Kinds, Kinds);
                for (int k = 0; k < Kinds; k++)
                {
                    own[k] += row[k];
                }
            }

            for (int k = 0; k < Kinds; k++)
            {
                own[k] += (example.Held[i] >> k & 1) == 0 ? Impossible : Cost(example.Kinds[i], k);
            }
        }

        return scores;
    }

    /// <summary>The model as the library would read it.</summary>
    public LayoutModel ToModel()
    {
        (ulong[] keys, short[] weights, short[] pairs) = Quantize();
        return new LayoutModel(keys, weights, pairs);
    }

    /// <summary>Writes the weights as 16-bit numbers; features that weigh nothing are left out.</summary>
    public void Save(string path, string header)
    {
        (ulong[] keys, short[] weights, short[] pairs) = Quantize();
        var writer = new ModelFile.Writer(header);
        writer.Add<ulong>(LayoutModel.KeySection, keys);
        writer.Add<short>(LayoutModel.WeightSection, weights);
        writer.Add<short>(LayoutModel.PairSection, pairs);
        writer.Save(path, compress: false);
    }

    private (ulong[] Keys, short[] Weights, short[] Pairs) Quantize()
    {
        double highest = Math.Max(_weights.Max(Math.Abs), _pairs.Max(Math.Abs));
        double scale = 8000 / highest;
        var keys = new List<(ulong Key, int Id)>();
        for (int id = 0; id < _examples.Keys.Count; id++)
        {
            if (_weights.AsSpan(id * Kinds, Kinds).ToArray().Max(Math.Abs) * scale >= 8)
            {
                keys.Add((_examples.Keys[id], id));
            }
        }

        keys.Sort();
        return (
            [.. keys.Select(k => k.Key)],
            [.. keys.SelectMany(k => Enumerable.Range(0, Kinds).Select(c => Round(_weights[(k.Id * Kinds) + c] * scale)))],
            [.. _pairs.Select(p => Round(p * scale))]);
    }

    // To a multiple of 8: three bits less to store after compression, and no difference to be measured.
    private static short Round(double value) => (short)(Math.Round(value / 8) * 8);

    private static double Cost(int gold, int guess) =>
        gold == guess ? 0 : gold == (int)BlockKind.Paragraph && guess == (int)BlockKind.Other ? 3 : gold == (int)BlockKind.Paragraph ? 1.5 : 1;
}
