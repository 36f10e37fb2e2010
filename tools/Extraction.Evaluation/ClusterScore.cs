using System.Globalization;

namespace Extraction.Evaluation;

/// <summary>B-cubed, MUC and pairwise scores of clusters over mentions that gold and prediction share, summed over documents.</summary>
internal sealed class ClusterScore
{
    private readonly Dictionary<(string, string), int> _missed = [];
    private readonly Dictionary<(string, string), int> _spurious = [];
    private readonly List<(double Loss, string Id)> _documents = [];
    private readonly List<(string Gold, string Predicted)> _wrongNames = [];
    private int _names;
    private int _mentions;
    private double _b3Precision;
    private double _b3Recall;
    private int _mucPrecision;
    private int _mucPredicted;
    private int _mucRecall;
    private int _mucGold;
    private long _pairs;
    private long _pairsPredicted;
    private long _pairsGold;

    public void Add(string id, IReadOnlyList<(string Text, string Gold, string Predicted)> mentions)
    {
        var gold = mentions.CountBy(m => m.Gold).ToDictionary();
        var predicted = mentions.CountBy(m => m.Predicted).ToDictionary();
        var both = mentions.CountBy(m => (m.Gold, m.Predicted)).ToDictionary();
        _mentions += mentions.Count;
        double loss = 0;
        foreach ((string _, string g, string p) in mentions)
        {
            double precision = (double)both[(g, p)] / predicted[p];
            double recall = (double)both[(g, p)] / gold[g];
            _b3Precision += precision;
            _b3Recall += recall;
            loss += 2 - precision - recall;
        }

        _documents.Add((loss, id));
        _mucGold += mentions.Count - gold.Count;
        _mucPredicted += mentions.Count - predicted.Count;
        _mucRecall += mentions.Count - both.Count;
        _mucPrecision += mentions.Count - both.Count;
        _pairs += both.Values.Sum(Pairs);
        _pairsGold += gold.Values.Sum(Pairs);
        _pairsPredicted += predicted.Values.Sum(Pairs);
        CountWrongPairs(mentions);
    }

    /// <summary>Counts the entities whose fullest name is gold's.</summary>
    public void AddNames(IEnumerable<(string Gold, string Predicted)> names)
    {
        foreach ((string gold, string predicted) in names)
        {
            _names++;
            if (gold != predicted)
            {
                _wrongNames.Add((gold, predicted));
            }
        }
    }

    public void Print(TextWriter output, int errors)
    {
        Row(output, "B3", _b3Precision / _mentions, _b3Recall / _mentions);
        Row(output, "MUC", (double)_mucPrecision / _mucPredicted, (double)_mucRecall / _mucGold);
        Row(output, "pairs", (double)_pairs / _pairsPredicted, (double)_pairs / _pairsGold);
        output.WriteLine($"{_mentions} mentions in {_documents.Count} documents");
        if (_names > 0)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"names  {100.0 * (_names - _wrongNames.Count) / _names:F2} of {_names}"));
        }

        if (errors > 0)
        {
            List(output, "missed (documents, or mentions where many)", _missed, errors);
            List(output, "spurious", _spurious, errors);
            output.WriteLine("names: " + string.Join("; ", _wrongNames.Take(errors).Select(n => $"{n.Gold} -> {n.Predicted}")));
            output.WriteLine("worst: " + string.Join(' ', _documents.OrderByDescending(d => d.Loss).Take(12).Select(d => string.Create(CultureInfo.InvariantCulture, $"{d.Id}:{d.Loss:F1}"))));
        }
    }

    private static long Pairs(int n) => (long)n * (n - 1) / 2;

    private static void Row(TextWriter output, string name, double precision, double recall) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-6} P {100 * precision:F2} R {100 * recall:F2} F1 {200 * precision * recall / (precision + recall):F2}"));

    private static void List(TextWriter output, string title, Dictionary<(string, string), int> pairs, int most)
    {
        output.WriteLine($"{title}: {pairs.Count}");
        foreach (((string a, string b), int count) in pairs.OrderByDescending(p => p.Value).ThenBy(p => p.Key.Item1, StringComparer.Ordinal).Take(most))
        {
            output.WriteLine($"  {count,4}  {a}  |  {b}");
        }
    }

    // Distinct wrong pairs of strings in a document, weighted by the rarer one's number of mentions.
    private void CountWrongPairs(IReadOnlyList<(string Text, string Gold, string Predicted)> mentions)
    {
        var groups = mentions.GroupBy(m => m).Select(g => (g.Key, Count: g.Count())).ToArray();
        for (int i = 0; i < groups.Length; i++)
        {
            for (int j = i + 1; j < groups.Length; j++)
            {
                ((string Text, string Gold, string Predicted) a, int m) = groups[i];
                ((string Text, string Gold, string Predicted) b, int n) = groups[j];
                if (a.Gold == b.Gold != (a.Predicted == b.Predicted))
                {
                    Dictionary<(string, string), int> into = a.Gold == b.Gold ? _missed : _spurious;
                    (string, string) key = string.CompareOrdinal(a.Text, b.Text) < 0 ? (a.Text, b.Text) : (b.Text, a.Text);
                    into[key] = into.GetValueOrDefault(key) + Math.Min(m, n);
                }
            }
        }
    }
}
