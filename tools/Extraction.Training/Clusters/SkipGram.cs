using System.Runtime.Intrinsics;

namespace Extraction.Training.Clusters;

/// <summary>Word vectors by skip-gram with negative sampling (Mikolov et al. 2013); one thread, seeded.</summary>
internal sealed class SkipGram(int minimum, int window)
{
    private const int Size = 64;
    private const int Negatives = 5;
    private const double Keep = 5e-4;
    private readonly Dictionary<ulong, int> _ids = [];
    private readonly List<string> _words = [];
    private readonly List<int> _counts = [];
    private readonly List<int> _text = []; // -1 ends a line
    private readonly TokenList _tokens = new();
    private int[] _kept = []; // id to row, -1 too rare
    private int[] _order = []; // row to id
    private float[] _in = [];
    private float[] _out = [];
    private ulong _random = 0x9E3779B97F4A7C15;

    public void Read(string line)
    {
        Tokenizer.ReadWords(line, _tokens);
        foreach (Token token in _tokens)
        {
            // All numbers of one length are one word.
            string word = token.Has(TokenFlags.HasDigit) && !token.Has(TokenFlags.HasLetter) ? new string('0', Math.Min(token.Length, 6)) : token.In(line).ToString().Replace('’', '\'');
            ulong hash = TextHash.Exact(word);
            if (!_ids.TryGetValue(hash, out int id))
            {
                id = _words.Count;
                _ids.Add(hash, id);
                _words.Add(word);
                _counts.Add(0);
            }

            _counts[id]++;
            _text.Add(id);
        }

        _text.Add(-1);
    }

    public string WordOf(int row) => _words[_order[row]];

    public ulong HashOf(int row) => TextHash.Exact(WordOf(row));

    public void Train(int epochs, Action<string> log)
    {
        _order = [.. Enumerable.Range(0, _words.Count).Where(id => _counts[id] >= minimum).OrderByDescending(id => _counts[id]).ThenBy(id => id)];
        _kept = new int[_words.Count];
        Array.Fill(_kept, -1);
        for (int row = 0; row < _order.Length; row++)
        {
            _kept[_order[row]] = row;
        }

        _in = new float[_order.Length * Size];
        _out = new float[_order.Length * Size];
        for (int i = 0; i < _in.Length; i++)
        {
            _in[i] = (float)((Uniform() - 0.5) / Size);
        }

        int[] noise = Noise();
        long total = _order.Sum(id => (long)_counts[id]);
        double[] keep = [.. _order.Select(id => Math.Min(1, Math.Sqrt(Keep * total / _counts[id])))];
        long done = 0;
        long all = _text.Count * (long)epochs;
        var line = new List<int>();
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            foreach (int id in _text)
            {
                done++;
                if (id >= 0)
                {
                    int row = _kept[id];
                    if (row >= 0 && Uniform() < keep[row])
                    {
                        line.Add(row);
                    }

                    continue;
                }

                float rate = (float)(0.05 * Math.Max(0.02, 1 - ((double)done / all)));
                Learn(line, rate, noise);
                line.Clear();
            }

            log($"skip-gram epoch {epoch + 1}: {_order.Length} words, {_text.Count} tokens");
        }
    }

    public float[][] UnitVectors()
    {
        var vectors = new float[_order.Length][];
        for (int row = 0; row < vectors.Length; row++)
        {
            float[] v = _in.AsSpan(row * Size, Size).ToArray();
            float norm = MathF.Sqrt(v.Sum(x => x * x));
            for (int i = 0; i < Size; i++)
            {
                v[i] /= norm;
            }

            vectors[row] = v;
        }

        return vectors;
    }

    private void Learn(List<int> line, float rate, int[] noise)
    {
        Span<float> change = stackalloc float[Size];
        for (int i = 0; i < line.Count; i++)
        {
            int reach = 1 + (int)(Next() % (ulong)window);
            for (int j = Math.Max(0, i - reach); j <= Math.Min(line.Count - 1, i + reach); j++)
            {
                if (j == i)
                {
                    continue;
                }

                Span<float> word = _in.AsSpan(line[j] * Size, Size);
                change.Clear();
                Pull(word, line[i], 1, rate, change);
                for (int k = 0; k < Negatives; k++)
                {
                    int other = noise[(int)(Next() % (ulong)noise.Length)];
                    if (other != line[i])
                    {
                        Pull(word, other, 0, rate, change);
                    }
                }

                for (int lane = 0; lane < Size; lane += 8)
                {
                    (Vector256.Create<float>(word.Slice(lane, 8)) + Vector256.Create<float>(change.Slice(lane, 8))).CopyTo(word[lane..]);
                }
            }
        }
    }

    private void Pull(ReadOnlySpan<float> word, int other, float target, float rate, Span<float> change)
    {
        Span<float> context = _out.AsSpan(other * Size, Size);
        Vector256<float> sum = Vector256<float>.Zero;
        for (int lane = 0; lane < Size; lane += 8)
        {
            sum += Vector256.Create(word.Slice(lane, 8)) * Vector256.Create<float>(context.Slice(lane, 8));
        }

        float g = (target - (1 / (1 + MathF.Exp(-Math.Clamp(Vector256.Sum(sum), -8, 8))))) * rate;
        Vector256<float> step = Vector256.Create(g);
        for (int lane = 0; lane < Size; lane += 8)
        {
            Vector256<float> c = Vector256.Create<float>(context.Slice(lane, 8));
            (Vector256.Create<float>(change.Slice(lane, 8)) + (step * c)).CopyTo(change[lane..]);
            (c + (step * Vector256.Create(word.Slice(lane, 8)))).CopyTo(context[lane..]);
        }
    }

    private int[] Noise()
    {
        double[] weights = [.. _order.Select(id => Math.Pow(_counts[id], 0.75))];
        double sum = weights.Sum();
        var table = new List<int>(1 << 20);
        for (int row = 0; row < weights.Length; row++)
        {
            int share = Math.Max(1, (int)(weights[row] / sum * (1 << 20)));
            for (int k = 0; k < share; k++)
            {
                table.Add(row);
            }
        }

        return [.. table];
    }

    private double Uniform() => (Next() >> 11) * (1.0 / (1UL << 53));

    private ulong Next()
    {
        _random ^= _random << 13;
        _random ^= _random >> 7;
        _random ^= _random << 17;
        return _random;
    }
}
