using System.Runtime.InteropServices;

namespace Extraction.Training.Layout;

/// <summary>
/// Averaged structured perceptron over the units of pages, with a margin: a wrong kind must lose by its cost, and calling a paragraph junk costs most,
/// since dates, entities and quotes in junk are lost to the reader.
/// </summary>
internal sealed class LayoutTrainer
{
    private const int Kinds = LayoutModel.Kinds;
    private const int Epochs = 12;
    private const int FewestPages = 2;

    private readonly Dictionary<ulong, int> _ids = [];
    private readonly List<ulong> _keys = [];
    private readonly List<Example> _examples = [];
    private readonly double[] _pairs = new double[(Kinds + 1) * Kinds];
    private readonly double[] _pairTotals = new double[(Kinds + 1) * Kinds];
    private double[] _weights = [];
    private double[] _totals = [];

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
                Tokenizer.Tokenize(text, tokens);
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
        _totals = new double[_keys.Count * Kinds];
        var random = new Random(1);
        int[] order = [.. Enumerable.Range(0, _examples.Count)];
        double step = 0;
        double steps = (double)Epochs * _examples.Count;
        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            int wrong = 0;
            int all = 0;
            foreach (int e in order)
            {
                Example example = _examples[e];
                int[] guess = Decode(example, withCost: true);
                // What is added now counts in all steps that are left: the average without a second pass.
                double weight = 1 - (step++ / steps);
                int before = Kinds;
                int guessBefore = Kinds;
                for (int i = 0; i < guess.Length; i++)
                {
                    all++;
                    bool possible = (example.Held[i] >> example.Kinds[i] & 1) != 0;
                    if (possible && guess[i] != example.Kinds[i])
                    {
                        wrong++;
                        foreach (int feature in example.Features[i])
                        {
                            Update(_weights, _totals, (feature * Kinds) + example.Kinds[i], 1, weight);
                            Update(_weights, _totals, (feature * Kinds) + guess[i], -1, weight);
                        }
                    }

                    if (possible && (guess[i] != example.Kinds[i] || guessBefore != before))
                    {
                        Update(_pairs, _pairTotals, (before * Kinds) + example.Kinds[i], 1, weight);
                        Update(_pairs, _pairTotals, (guessBefore * Kinds) + guess[i], -1, weight);
                    }

                    (before, guessBefore) = (example.Kinds[i], guess[i]);
                }
            }

            log.WriteLine($"epoch {epoch + 1}: {100.0 * wrong / all:F2} % of {all} units wrong or within the margin");
        }
    }

    /// <summary>Writes the averaged weights as 16-bit numbers; features that weigh nothing are left out.</summary>
    public void Save(string path, string header)
    {
        double highest = Math.Max(_totals.Max(Math.Abs), _pairTotals.Max(Math.Abs));
        double scale = 8000 / highest;
        var keys = new List<(ulong Key, int Id)>();
        for (int id = 0; id < _keys.Count; id++)
        {
            if (_totals.AsSpan(id * Kinds, Kinds).ToArray().Max(Math.Abs) * scale >= 8)
            {
                keys.Add((_keys[id], id));
            }
        }

        keys.Sort();
        var writer = new ModelFile.Writer(header);
        writer.Add<ulong>(LayoutModel.KeySection, keys.Select(k => k.Key).ToArray());
        writer.Add<short>(LayoutModel.WeightSection, keys.SelectMany(k => Enumerable.Range(0, Kinds).Select(c => Round(_totals[(k.Id * Kinds) + c] * scale))).ToArray());
        writer.Add<short>(LayoutModel.PairSection, _pairTotals.Select(p => Round(p * scale)).ToArray());
        writer.Save(path, compress: false);
    }

    // To a multiple of 8: three bits less to store after compression, and no difference to be measured.
    private static short Round(double value) => (short)(Math.Round(value / 8) * 8);

    private static void Update(double[] weights, double[] totals, int at, double by, double weight)
    {
        weights[at] += by;
        totals[at] += by * weight;
    }

    private static double Cost(int gold, int guess) =>
        gold == guess ? 0 : gold == (int)BlockKind.Paragraph && guess == (int)BlockKind.Other ? 8 : gold == (int)BlockKind.Paragraph || guess == (int)BlockKind.Paragraph ? 4 : 2;

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

    private int[] Decode(Example example, bool withCost)
    {
        int n = example.Kinds.Length;
        var best = new double[n * Kinds];
        var back = new int[n * Kinds];
        Span<double> scores = stackalloc double[Kinds];
        for (int i = 0; i < n; i++)
        {
            scores.Clear();
            foreach (int feature in example.Features[i])
            {
                ReadOnlySpan<double> row = _weights.AsSpan(feature * Kinds, Kinds);
                for (int k = 0; k < Kinds; k++)
                {
                    scores[k] += row[k];
                }
            }

            for (int k = 0; k < Kinds; k++)
            {
                double top = double.MinValue;
                int from = 0;
                for (int p = i == 0 ? Kinds : 0; p < (i == 0 ? Kinds + 1 : Kinds); p++)
                {
                    double value = (i == 0 ? 0 : best[((i - 1) * Kinds) + p]) + _pairs[(p * Kinds) + k];
                    if (value > top)
                    {
                        (top, from) = (value, p);
                    }
                }

                double held = (example.Held[i] >> k & 1) == 0 ? -1e9 : withCost ? Cost(example.Kinds[i], k) : 0;
                best[(i * Kinds) + k] = top + scores[k] + held;
                back[(i * Kinds) + k] = from;
            }
        }

        var result = new int[n];
        int kind = n == 0 ? 0 : best.AsSpan((n - 1) * Kinds).IndexOf(best.AsSpan((n - 1) * Kinds).ToArray().Max());
        for (int i = n - 1; i >= 0; i--)
        {
            result[i] = kind;
            kind = back[(i * Kinds) + kind];
        }

        return result;
    }

    private sealed record Example(int[][] Features, int[] Kinds, ushort[] Held);
}
