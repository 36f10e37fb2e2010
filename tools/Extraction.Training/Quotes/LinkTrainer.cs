using System.Runtime.InteropServices;
using Extraction.Corpora;

namespace Extraction.Training.Quotes;

/// <summary>Trains the ranker of readings: runs the assembler over documents tagged by models that never saw them, and notes for each piece which readings agree with the gold.</summary>
internal sealed class LinkTrainer
{
    private const float Rate = 0.1f;

    private readonly List<Example> _examples = [];

    public int Count => _examples.Count;

    /// <summary>Collects the choices of a document; its tagging must be out of fold.</summary>
    public void Read(TrainingDocument document, QuoteVocabulary vocabulary)
    {
        var view = new QuoteView();
        document.Fill(view, vocabulary);
        var teacher = new GoldTeacher(document, _examples);
        new QuoteAssembler().Assemble(document.Text, document.Tokens, view, document.Tagged!, new LinkModel([]), new QuoteSettings(true), teacher);
    }

    /// <summary>Weights that make the right readings likely: AdaGrad on the log-likelihood of all right readings together, shuffled with a fixed seed, averaged over the later epochs.</summary>
    public float[] Train(int epochs, float decay)
    {
        var weights = new float[LinkModel.Rows * LinkModel.Width];
        var squares = new float[weights.Length];
        var mean = new double[weights.Length];
        var model = new LinkModel(weights);
        var random = new Random(7);
        Example[] order = [.. _examples];
        var p = new List<float>();
        int averaged = 0;
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (Example example in order)
            {
                p.Clear();
                foreach (ushort[] features in example.Features)
                {
                    p.Add(model.Score(example.Kind, features));
                }

                LinkModel.Normalize(CollectionsMarshal.AsSpan(p));
                float right = 0;
                for (int o = 0; o < p.Count; o++)
                {
                    right += example.Right[o] ? p[o] : 0;
                }

                for (int o = 0; o < p.Count; o++)
                {
                    float gradient = example.Weight * ((example.Right[o] ? p[o] / Math.Max(right, 1e-6f) : 0) - p[o]);
                    if (MathF.Abs(gradient) < 1e-4f)
                    {
                        continue;
                    }

                    int row = (1 + (int)example.Kind) * LinkModel.Width;
                    foreach (ushort feature in example.Features[o])
                    {
                        Step(feature, gradient);
                        Step(row + feature, gradient);
                    }
                }
            }

            if (epoch >= epochs / 2)
            {
                averaged++;
                for (int i = 0; i < weights.Length; i++)
                {
                    mean[i] += weights[i];
                }
            }
        }

        return [.. mean.Select(m => (float)(m / averaged))];

        void Step(int at, float gradient)
        {
            gradient -= decay * weights[at];
            squares[at] += gradient * gradient;
            weights[at] += Rate * gradient / (MathF.Sqrt(squares[at]) + 1);
        }
    }

    /// <summary>How often the likeliest reading is right, by kind of quote.</summary>
    public IEnumerable<string> Report(float[] weights)
    {
        var model = new LinkModel(weights);
        foreach (IGrouping<QuoteKind, Example> kind in _examples.GroupBy(e => e.Kind).OrderBy(g => g.Key))
        {
            int right = 0;
            int nearest = 0;
            foreach (Example example in kind)
            {
                int best = 0;
                float top = float.MinValue;
                for (int o = 0; o < example.Features.Length; o++)
                {
                    float score = model.Score(kind.Key, example.Features[o]);
                    (top, best) = score > top ? (score, o) : (top, best);
                }

                right += example.Right[best] ? 1 : 0;
                nearest += example.Right[0] ? 1 : 0;
            }

            yield return $"{kind.Key}: {right} of {kind.Count()} readings right ({100.0 * right / kind.Count():F1} %); the nearest cue with the nearest source {100.0 * nearest / kind.Count():F1} %";
        }
    }

    private sealed record Example(QuoteKind Kind, ushort[][] Features, bool[] Right, float Weight);

    /// <summary>Chooses what the gold says.</summary>
    private sealed class GoldTeacher(TrainingDocument document, List<Example> examples) : LinkTeacher
    {
        private CorpusQuote? _last;

        public override int Choose(in QuotePiece piece, LinkReadings readings)
        {
            CorpusQuote? gold = Match(piece);
            var right = new bool[readings.Count];
            int chosen = Judge(gold, readings, right);
            if (right.Contains(true))
            {
                var features = new ushort[readings.Count][];
                for (int o = 0; o < features.Length; o++)
                {
                    features[o] = readings.FeaturesOf(o).ToArray();
                }

                examples.Add(new Example(piece.Kind, features, right, document.Weight));
            }

            _last = gold ?? _last;
            return chosen;
        }

        /// <summary>Marks the right readings and gives the one to go on with.</summary>
        private int Judge(CorpusQuote? gold, LinkReadings readings, bool[] right)
        {
            ReadOnlySpan<LinkOption> options = readings.Options;
            if (gold is null)
            {
                // A signed quotation that the gold passes over teaches nothing.
                right[^1] = options[^1].Kind == LinkKind.NotSpeech;
                return right[^1] ? right.Length - 1 : 0;
            }

            bool cueMet = false;
            for (int o = 0; o < options.Length; o++)
            {
                bool source = gold.Source.Count == 0 ? !options[o].HasSource : options[o].HasSource && Meets(options[o].Source, gold.Source);
                source |= options[o].Kind == LinkKind.GoesOn && GoesOn(gold);
                right[o] = source && options[o].Kind != LinkKind.NotSpeech;
                cueMet |= right[o] && Meets(options[o].Cue, gold.Cue);
            }

            for (int o = 0; o < options.Length && cueMet; o++)
            {
                right[o] &= Meets(options[o].Cue, gold.Cue);
            }

            int first = Array.IndexOf(right, true);
            return first >= 0 ? first : 0;
        }

        private bool GoesOn(CorpusQuote gold) =>
            _last is not null && (_last == gold || (gold.Speakers.Count > 0 && _last.Speakers.Count > 0 && gold.Speakers[0] == _last.Speakers[0] && gold.Cue.Count == 0));

        private bool Meets(TokenRun run, IReadOnlyList<TextSpan> spans)
        {
            if (run.Length == 0)
            {
                return false;
            }

            int start = document.Tokens[run.First].Start;
            int end = document.Tokens[run.End - 1].End;
            return spans.Any(s => s.Start < end && start < s.End);
        }

        /// <summary>The gold quote that holds at least half of the piece's words; of a quoted one, of its quoted words.</summary>
        private CorpusQuote? Match(in QuotePiece piece)
        {
            CorpusQuote? best = null;
            int most = 0;
            int words = 0;
            for (int i = piece.First; i < piece.End; i++)
            {
                words += IsWord(document.Tokens[i]) ? 1 : 0;
            }

            foreach (CorpusQuote quote in document.Gold.Quotes)
            {
                int met = 0;
                foreach (TextSpan span in quote.Content)
                {
                    for (int i = piece.First; i < piece.End; i++)
                    {
                        met += IsWord(document.Tokens[i]) && document.Tokens[i].Start < span.End && span.Start < document.Tokens[i].End ? 1 : 0;
                    }
                }

                (best, most) = met > most ? (quote, met) : (best, most);
            }

            return most * 2 >= words ? best : null;
        }

        private static bool IsWord(in Token token) => token.Kind is not (TokenKind.Punctuation or TokenKind.Symbol or TokenKind.Clitic);
    }
}
