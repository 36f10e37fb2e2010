using System.Runtime.InteropServices;

namespace Extraction.Training.Layout;

/// <summary>
/// Linear-chain conditional random field over the units of pages, trained with a margin (softmax-margin): a wrong kind must lose by its cost, and calling a paragraph
/// junk costs most, since dates, entities and quotes in junk are lost to the reader. Adagrad, one page a step, weight decay.
/// </summary>
internal sealed class LayoutTrainer
{
    private const int Kinds = LayoutModel.Kinds;
    private const int Epochs = 9;
    private const double Rate = 0.15;
    private const double DecayRate = 0.05;
    private const double Impossible = -1e4;
    private const int FewestPages = 3;

    private readonly Dictionary<ulong, int> _ids = [];
    private readonly List<ulong> _keys = [];
    private readonly List<Example> _examples = [];
    private readonly double[] _pairs = new double[(Kinds + 1) * Kinds];
    private double[] _weights = [];

    public int FeatureCount => _keys.Count;

    public int UnitCount => _examples.Sum(e => e.Kinds.Length);

    /// <summary>Turns pages into examples. The features of the first look at a page are counted; those of too few pages are dropped.</summary>
    public void Add(IEnumerable<IEnumerable<LayoutPage>> groups)
    {
        var tokens = new TokenList();
        var scratch = new LayoutScratch();
        var raw = new List<(ulong[][] Features, int[] Kinds, ushort[] Held)>();
        var pages = new Dictionary<ulong, int>();
        foreach (IEnumerable<LayoutPage> group in groups)
        {
            var seen = new HashSet<ulong>();
            foreach (LayoutPage page in group)
            {
                (string text, BlockKind[] kinds) = page.Render();
                Tokenizer.ReadWords(text, tokens);
                PageShape shape = UnitPages.Read(text, tokens, scratch, default);
                ReadOnlySpan<LayoutUnit> units = CollectionsMarshal.AsSpan(scratch.Units);
                ReadOnlySpan<UnitShape> shapes = CollectionsMarshal.AsSpan(scratch.Shapes);
                var features = new ulong[units.Length][];
                var gold = new int[units.Length];
                var held = new ushort[units.Length];
                var buffer = new ulong[LayoutFeatures.Most];
                for (int i = 0; i < units.Length; i++)
                {
                    int count = LayoutFeatures.Write(units, shapes, tokens.Span, shape, i, buffer);
                    features[i] = buffer[..count];
                    seen.UnionWith(features[i]);
                    gold[i] = (int)kinds[(units[i].Start + units[i].End - 1) / 2];
                    held[i] = LayoutRules.Allowed(units, shapes, tokens.Span, shape, i);
                }

                raw.Add((features, gold, held));
            }

            foreach (ulong feature in seen)
            {
                pages[feature] = pages.GetValueOrDefault(feature) + 1;
            }
        }

        foreach ((ulong[][] features, int[] kinds, ushort[] held) in raw)
        {
            _examples.Add(new Example([.. features.Select(f => f.Where(k => pages[k] >= FewestPages).Select(Id).ToArray())], kinds, held));
        }
    }

    public void Train(TextWriter log)
    {
        _weights = new double[_keys.Count * Kinds];
        var squares = new double[_weights.Length];
        var pairSquares = new double[_pairs.Length];
        var random = new Random(1);
        int[] order = [.. Enumerable.Range(0, _examples.Count)];
        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            double loss = 0;
            int units = 0;
            foreach (int e in order)
            {
                loss += Step(_examples[e], squares, pairSquares);
                units += _examples[e].Kinds.Length;
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
    private double Step(Example example, double[] squares, double[] pairSquares)
    {
        int n = example.Kinds.Length;
        for (int i = 0; i < n; i++)
        {
            if ((example.Held[i] >> example.Kinds[i] & 1) == 0)
            {
                // A rule of the library contradicts the page; there is nothing to learn from it.
                return 0;
            }
        }

        double[] node = Scores(example);
        var forward = new double[n * Kinds];
        var backward = new double[n * Kinds];
        Span<double> terms = stackalloc double[Kinds];
        for (int i = 0; i < n; i++)
        {
            for (int k = 0; k < Kinds; k++)
            {
                if (i == 0)
                {
                    forward[k] = node[k] + _pairs[(Kinds * Kinds) + k];
                    continue;
                }

                for (int p = 0; p < Kinds; p++)
                {
                    terms[p] = forward[((i - 1) * Kinds) + p] + _pairs[(p * Kinds) + k];
                }

                forward[(i * Kinds) + k] = node[(i * Kinds) + k] + LogSum(terms);
            }
        }

        for (int i = n - 2; i >= 0; i--)
        {
            for (int p = 0; p < Kinds; p++)
            {
                for (int k = 0; k < Kinds; k++)
                {
                    terms[k] = _pairs[(p * Kinds) + k] + node[((i + 1) * Kinds) + k] + backward[((i + 1) * Kinds) + k];
                }

                backward[(i * Kinds) + p] = LogSum(terms);
            }
        }

        double total = LogSum(forward.AsSpan((n - 1) * Kinds, Kinds));
        var pairGradient = new double[_pairs.Length];
        double gold = 0;
        Span<double> gradient = stackalloc double[Kinds];
        for (int i = 0; i < n; i++)
        {
            int own = example.Kinds[i];
            int before = i == 0 ? Kinds : example.Kinds[i - 1];
            gold += node[(i * Kinds) + own] + _pairs[(before * Kinds) + own];
            pairGradient[(before * Kinds) + own] += 1;
            for (int k = 0; k < Kinds; k++)
            {
                double marginal = Math.Exp(forward[(i * Kinds) + k] + backward[(i * Kinds) + k] - total);
                gradient[k] = (k == own ? 1 : 0) - marginal;
                if (i == 0)
                {
                    pairGradient[(Kinds * Kinds) + k] -= marginal;
                    continue;
                }

                for (int p = 0; p < Kinds; p++)
                {
                    pairGradient[(p * Kinds) + k] -= Math.Exp(forward[((i - 1) * Kinds) + p] + _pairs[(p * Kinds) + k] + node[(i * Kinds) + k] + backward[(i * Kinds) + k] - total);
                }
            }

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

    private static double LogSum(ReadOnlySpan<double> terms)
    {
        double max = terms[0];
        foreach (double term in terms)
        {
            max = Math.Max(max, term);
        }

        double sum = 0;
        foreach (double term in terms)
        {
            sum += Math.Exp(term - max);
        }

        return max + Math.Log(sum);
    }

    private double[] Scores(Example example)
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
        for (int id = 0; id < _keys.Count; id++)
        {
            if (_weights.AsSpan(id * Kinds, Kinds).ToArray().Max(Math.Abs) * scale >= 8)
            {
                keys.Add((_keys[id], id));
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

    private int Id(ulong key)
    {
        ref int id = ref CollectionsMarshal.GetValueRefOrAddDefault(_ids, key, out bool exists);
        if (!exists)
        {
            id = _keys.Count;
            _keys.Add(key);
        }

        return id;
    }

    private sealed record Example(int[][] Features, int[] Kinds, ushort[] Held);
}
