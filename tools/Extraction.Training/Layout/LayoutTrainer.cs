using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Extraction.Training.Layout;

/// <summary>
/// Linear-chain conditional random field over the units of pages, trained with a margin (softmax-margin): a wrong kind must lose by its cost, and calling a paragraph
/// junk costs most, since dates, entities and quotes in junk are lost to the reader. Adagrad, one page a step, weight decay.
/// </summary>
internal sealed class LayoutTrainer
{
    private const int Kinds = LayoutModel.Kinds;

    // A feature's weights are padded to two vectors.
    private const int Row = 16;
    private const int Epochs = 9;
    private const float Rate = 0.08f;
    private const float DecayRate = 0.3f;
    private const double LeastWeight = 200;
    private const double Impossible = -1e4;
    private const double Negligible = 1e-6;

    private readonly LayoutExamples _examples;
    private readonly int _seed;
    private readonly LayoutChain _chain = new();
    private readonly double[] _pairSquares = new double[HeadlineStates.PairCount];
    private readonly float[] _weights;
    private readonly float[] _squares;

    /// <param name="examples">What to learn from.</param>
    /// <param name="seed">Decides the order of the pages.</param>
    public LayoutTrainer(LayoutExamples examples, int seed)
    {
        _examples = examples;
        _seed = seed;
        _weights = new float[examples.Keys.Count * Row];
        _squares = new float[examples.Keys.Count * Row];
    }

    /// <summary>The mean of several runs over the same examples: the order of pages alone moves a development set by some tenths, their mean by few hundredths.</summary>
    public static LayoutTrainer Mean(IReadOnlyList<LayoutTrainer> runs)
    {
        var mean = new LayoutTrainer(runs[0]._examples, runs[0]._seed);
        foreach (LayoutTrainer run in runs)
        {
            for (int i = 0; i < run._weights.Length; i++)
            {
                mean._weights[i] += run._weights[i] / runs.Count;
            }

            for (int i = 0; i < run._chain.Weights.Length; i++)
            {
                mean._chain.Weights[i] += run._chain.Weights[i] / runs.Count;
            }
        }

        return mean;
    }

    public void Train(TextWriter log)
    {
        var random = new Random(_seed);
        int[] order = [.. Enumerable.Range(0, _examples.Pages.Count)];
        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            double loss = 0;
            int units = 0;
            foreach (int e in order)
            {
                loss += Step(_examples.Pages[e]);
                units += _examples.Pages[e].Kinds.Length;
            }

            // Weight decay once an epoch, in place of a penalty in each step: features are sparse.
            for (int i = 0; i < _weights.Length; i++)
            {
                _weights[i] *= 1 - DecayRate;
            }

            for (int i = 0; i < _chain.Weights.Length; i++)
            {
                _chain.Weights[i] *= 1 - DecayRate;
            }

            log.WriteLine($"run {_seed}, epoch {epoch + 1}: loss {loss / units:F4} a unit");
        }
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

    // One step of softmax-margin: each wrong kind is raised by its cost; returns the loss.
    private double Step(LayoutExample example)
    {
        int[]? path = example.Path();
        if (path is null)
        {
            // A rule of the library contradicts the page; there is nothing to learn from it.
            return 0;
        }

        double[] scores = Scores(example);
        double loss = _chain.Step(example, path, scores);
        Span<float> gradient = stackalloc float[Row];
        for (int i = 0; i < path.Length; i++)
        {
            gradient.Clear();
            bool moves = false;
            for (int k = 0; k < Kinds; k++)
            {
                double value = scores[(i * Kinds) + k];
                bool counts = Math.Abs(value) > Negligible;
                gradient[k] = counts ? (float)value : 0;
                moves |= counts;
            }

            if (moves)
            {
                Adapt(example.Features[i], gradient);
            }
        }

        for (int k = 0; k < _pairSquares.Length; k++)
        {
            double value = _chain.Gradient[k];
            _pairSquares[k] += value * value;
            _chain.Weights[k] += Rate * value / Math.Sqrt(_pairSquares[k] + 1);
        }

        return loss;
    }

    // Adagrad: features that are seen often move in smaller and smaller steps.
    private void Adapt(int[] features, ReadOnlySpan<float> gradient)
    {
        ref float weights = ref MemoryMarshal.GetArrayDataReference(_weights);
        ref float squares = ref MemoryMarshal.GetArrayDataReference(_squares);
        var low = Vector256.Create(gradient[..8]);
        var high = Vector256.Create(gradient[8..]);
        Vector256<float> lowSquares = low * low;
        Vector256<float> highSquares = high * high;
        low *= Rate;
        high *= Rate;
        foreach (int feature in features)
        {
            nuint at = (nuint)(feature * Row);
            Vector256<float> sum = Vector256.LoadUnsafe(ref squares, at) + lowSquares;
            sum.StoreUnsafe(ref squares, at);
            (Vector256.LoadUnsafe(ref weights, at) + (low / Vector256.Sqrt(sum + Vector256<float>.One))).StoreUnsafe(ref weights, at);
            at += 8;
            sum = Vector256.LoadUnsafe(ref squares, at) + highSquares;
            sum.StoreUnsafe(ref squares, at);
            (Vector256.LoadUnsafe(ref weights, at) + (high / Vector256.Sqrt(sum + Vector256<float>.One))).StoreUnsafe(ref weights, at);
        }
    }

    private double[] Scores(LayoutExample example)
    {
        ref float weights = ref MemoryMarshal.GetArrayDataReference(_weights);
        var scores = new double[example.Kinds.Length * Kinds];
        Span<float> sums = stackalloc float[Row];
        for (int i = 0; i < example.Kinds.Length; i++)
        {
            Vector256<float> low = Vector256<float>.Zero;
            Vector256<float> high = Vector256<float>.Zero;
            foreach (int feature in example.Features[i])
            {
                low += Vector256.LoadUnsafe(ref weights, (nuint)(feature * Row));
                high += Vector256.LoadUnsafe(ref weights, (nuint)(feature * Row) + 8);
            }

            low.CopyTo(sums);
            high.CopyTo(sums[8..]);
            for (int k = 0; k < Kinds; k++)
            {
                scores[(i * Kinds) + k] = sums[k] + ((example.Held[i] >> k & 1) == 0 ? Impossible : Cost(example.Kinds[i], k));
            }
        }

        return scores;
    }

    private (ulong[] Keys, short[] Weights, short[] Pairs) Quantize()
    {
        double highest = Math.Max(_weights.Max(Math.Abs), _chain.Weights.Max(Math.Abs));
        double scale = 8000 / highest;
        var keys = new List<(ulong Key, int Id)>();
        for (int id = 0; id < _examples.Keys.Count; id++)
        {
            if (_weights.AsSpan(id * Row, Kinds).ToArray().Max(Math.Abs) * scale >= LeastWeight)
            {
                keys.Add((_examples.Keys[id], id));
            }
        }

        keys.Sort();
        return (
            [.. keys.Select(k => k.Key)],
            [.. keys.SelectMany(k => Enumerable.Range(0, Kinds).Select(c => Round(_weights[(k.Id * Row) + c] * scale)))],
            [.. _chain.Weights.Select(p => Round(p * scale))]);
    }

    // To a multiple of 8: three bits less to store after compression, and no difference to be measured.
    private static short Round(double value) => (short)(Math.Round(value / 8) * 8);

    private static double Cost(int gold, int guess) =>
        gold == guess ? 0 : gold == (int)BlockKind.Paragraph && guess == (int)BlockKind.Other ? 3 : gold == (int)BlockKind.Paragraph ? 1.5 : 1;
}
