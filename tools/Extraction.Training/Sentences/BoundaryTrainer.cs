namespace Extraction.Training.Sentences;

/// <summary>Logistic regression with AdaGrad over the hashed features, seeded: the same data gives the same weights.</summary>
internal sealed class BoundaryTrainer
{
    public const double DefaultThreshold = 0.35;
    private const int TableSize = 1 << 16;
    private const int Epochs = 8;

    /// <summary>Runs with another order of the examples each, whose weights are averaged: one run alone decides unclear cases by its order.</summary>
    private const int Runs = 10;
    private const int FewestOccurrences = 2;
    private const double Rate = 0.25;
    private const double Decay = 2e-4;
    private const double Scale = 256;
    private const double LargestMargin = 30;

    private readonly List<int[]> _features = [];
    private readonly List<bool> _labels = [];

    public int Examples => _features.Count;

    public int Boundaries => _labels.Count(l => l);

    public static int Quantize(double weight) => (int)Math.Round(Math.Clamp(weight * Scale, short.MinValue, short.MaxValue));

    /// <summary>Adds the candidates of a text, those too that a rule would decide: they teach the model what is ordinary.</summary>
    public void Add(string text, IReadOnlyList<TextSpan> sentences)
    {
        var recorder = new Recorder(this, [.. sentences.Select(s => s.End)]);
        new SentenceSplitter(new SentenceSettings(new SentenceOptions()) { ModelDecidesAll = true }, recorder).Split(text);
    }

    public Result Train(Action<string> log)
    {
        var occurrences = new int[TableSize];
        foreach (int[] features in _features)
        {
            foreach (int feature in features)
            {
                occurrences[feature]++;
            }
        }

        var mean = new double[TableSize];
        for (int seed = 1; seed <= Runs; seed++)
        {
            double[] weights = TrainOnce(occurrences, seed, out int errors);
            log($"run {seed}: {errors} errors");
            for (int i = 0; i < TableSize; i++)
            {
                mean[i] += weights[i] / Runs;
            }
        }

        short[] quantized = [.. mean.Select(w => (short)Quantize(w))];
        return new Result(quantized, quantized.Count(w => w != 0));
    }

    private double[] TrainOnce(int[] occurrences, int seed, out int errors)
    {
        var weights = new double[TableSize];
        var squares = new double[TableSize];
        Array.Fill(squares, 1e-6);
        int[] order = [.. Enumerable.Range(0, _features.Count)];
        var random = new Random(seed);
        errors = 0;
        for (int epoch = 1; epoch <= Epochs; epoch++)
        {
            random.Shuffle(order);
            errors = 0;
            foreach (int example in order)
            {
                double margin = 0;
                foreach (int feature in _features[example])
                {
                    margin += weights[feature];
                }

                double probability = 1 / (1 + Math.Exp(-Math.Clamp(margin, -LargestMargin, LargestMargin)));
                double gradient = probability - (_labels[example] ? 1 : 0);
                errors += (probability > 0.5) != _labels[example] ? 1 : 0;
                foreach (int feature in _features[example])
                {
                    if (occurrences[feature] < FewestOccurrences)
                    {
                        continue;
                    }

                    double g = gradient + (Decay * weights[feature]);
                    squares[feature] += g * g;
                    weights[feature] -= Rate * g / Math.Sqrt(squares[feature]);
                }
            }
        }

        return weights;
    }

    internal sealed record Result(short[] Weights, int NonZero);

    /// <summary>Stands in for the model and writes down what it is asked.</summary>
    private sealed class Recorder(BoundaryTrainer trainer, HashSet<int> ends) : BoundaryModel([0], 0)
    {
        public override bool IsBoundary(in BoundaryCandidate candidate)
        {
            var features = new int[BoundaryFeatures.Count];
            BoundaryFeatures.Write(candidate, TableSize - 1, features);
            bool boundary = false;
            for (int end = candidate.CoreEnd; end <= candidate.End && !boundary; end++)
            {
                boundary = ends.Contains(end);
            }

            trainer._features.Add(features);
            trainer._labels.Add(boundary);
            return boundary;
        }
    }
}
