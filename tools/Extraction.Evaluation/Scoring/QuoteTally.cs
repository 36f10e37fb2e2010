using System.Text.Json.Nodes;

namespace Extraction.Evaluation.Scoring;

/// <summary>Counts by metric. Precision and recall may have numerators of their own, where matches are partial.</summary>
internal sealed class QuoteTally
{
    private readonly Dictionary<string, double[]> _counts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedDictionary<string, int>> _attributions = new(StringComparer.Ordinal);

    public void Add(string metric, double right, int found, int wanted) => Add(metric, right, found, right, wanted);

    public void Add(string metric, double rightFound, int found, double rightWanted, int wanted)
    {
        if (!_counts.TryGetValue(metric, out double[]? c))
        {
            _counts[metric] = c = new double[4];
        }

        c[0] += rightFound;
        c[1] += found;
        c[2] += wanted;
        c[3] += rightWanted;
    }

    public (double P, double R, double F1, int Found, int Gold) Of(string metric)
    {
        double[] c = _counts.GetValueOrDefault(metric) ?? new double[4];
        double p = c[1] > 0 ? c[0] / c[1] : c[2] > 0 ? 0 : 1;
        double r = c[2] > 0 ? c[3] / c[2] : c[1] > 0 ? 0 : 1;
        return (p, r, p + r > 0 ? 2 * p * r / (p + r) : 0, (int)c[1], (int)c[2]);
    }

    public void Count(string table, string key, bool happened = true)
    {
        if (!_attributions.TryGetValue(table, out SortedDictionary<string, int>? counts))
        {
            _attributions[table] = counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        }

        counts[key] = counts.GetValueOrDefault(key) + (happened ? 1 : 0);
    }

    public int CountOf(string table, string key) => _attributions.TryGetValue(table, out SortedDictionary<string, int>? counts) ? counts.GetValueOrDefault(key) : 0;

    public JsonObject? CountsOf(string table) =>
        _attributions.TryGetValue(table, out SortedDictionary<string, int>? counts) ? new JsonObject(counts.Select(c => KeyValuePair.Create(c.Key, (JsonNode?)c.Value))) : null;
}
