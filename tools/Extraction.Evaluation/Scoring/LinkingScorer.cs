using System.Text.Json.Nodes;

namespace Extraction.Evaluation.Scoring;

/// <summary>B-cubed, MUC, CEAF-e and pairwise over the mentions that both sides have, and B-cubed over all; summed over documents.</summary>
internal sealed class LinkingScorer
{
    private int _shared, _mucFound, _mucFoundAll, _mucGold, _mucGoldAll, _goldClusters, _foundClusters, _goldAll, _foundAll;
    private long _pairsFound, _pairsGold, _pairsBoth;
    private double _b3Precision, _b3Recall, _ceaf, _allPrecision, _allRecall;

    public void Add(Dictionary<TextSpan, string> gold, Dictionary<TextSpan, string> found)
    {
        TextSpan[] shared = [.. gold.Keys.Where(found.ContainsKey)];
        _shared += shared.Length;
        List<HashSet<TextSpan>> g = Groups(shared, gold), p = Groups(shared, found);
        Dictionary<TextSpan, int> inGold = Index(g), inFound = Index(p);
        foreach (TextSpan mention in shared)
        {
            HashSet<TextSpan> a = g[inGold[mention]], b = p[inFound[mention]];
            int both = a.Count(b.Contains);
            _b3Precision += (double)both / b.Count;
            _b3Recall += (double)both / a.Count;
        }

        foreach (HashSet<TextSpan> group in g)
        {
            _mucGoldAll += group.Count - 1;
            _mucGold += group.Count - group.Select(m => inFound[m]).Distinct().Count();
        }

        foreach (HashSet<TextSpan> group in p)
        {
            _mucFoundAll += group.Count - 1;
            _mucFound += group.Count - group.Select(m => inGold[m]).Distinct().Count();
        }

        _ceaf += Assignment.Best(g.Count, p.Count, (i, j) => 2.0 * g[i].Count(p[j].Contains) / (g[i].Count + p[j].Count));
        _goldClusters += g.Count;
        _foundClusters += p.Count;
        _pairsGold += g.Sum(s => Pairs(s.Count));
        _pairsFound += p.Sum(s => Pairs(s.Count));
        _pairsBoth += shared.GroupBy(m => (inGold[m], inFound[m])).Sum(s => Pairs(s.Count()));
        AddAll(gold, found);
    }

    public JsonObject ToJson() => new()
    {
        ["mentions_shared"] = _shared,
        ["b3"] = Prf(_b3Precision, _shared, _b3Recall, _shared),
        ["muc"] = Prf(_mucFound, _mucFoundAll, _mucGold, _mucGoldAll),
        ["ceafe"] = Prf(_ceaf, _foundClusters, _ceaf, _goldClusters),
        ["pairwise"] = Prf(_pairsBoth, _pairsFound, _pairsBoth, _pairsGold),
        ["b3_all"] = Prf(_allPrecision, _foundAll, _allRecall, _goldAll),
    };

    // A mention that one side lacks is wrong there: its precision or recall is nothing.
    private void AddAll(Dictionary<TextSpan, string> gold, Dictionary<TextSpan, string> found)
    {
        Dictionary<string, HashSet<TextSpan>> g = gold.GroupBy(m => m.Value, m => m.Key).ToDictionary(c => c.Key, c => c.ToHashSet());
        Dictionary<string, HashSet<TextSpan>> p = found.GroupBy(m => m.Value, m => m.Key).ToDictionary(c => c.Key, c => c.ToHashSet());
        foreach ((TextSpan mention, string cluster) in gold)
        {
            if (found.TryGetValue(mention, out string? other))
            {
                int both = g[cluster].Count(p[other].Contains);
                _allRecall += (double)both / g[cluster].Count;
                _allPrecision += (double)both / p[other].Count;
            }
        }

        _goldAll += gold.Count;
        _foundAll += found.Count;
    }

    private static List<HashSet<TextSpan>> Groups(TextSpan[] mentions, Dictionary<TextSpan, string> clusters) =>
        [.. mentions.GroupBy(m => clusters[m]).Select(c => c.ToHashSet())];

    private static Dictionary<TextSpan, int> Index(List<HashSet<TextSpan>> groups) =>
        groups.SelectMany((group, i) => group.Select(m => (m, i))).ToDictionary(x => x.m, x => x.i);

    private static long Pairs(int count) => (long)count * (count - 1) / 2;

    private static JsonObject Prf(double a, double x, double c, double y)
    {
        double p = x > 0 ? a / x : 0, r = y > 0 ? c / y : 0;
        return new JsonObject
        {
            ["p"] = PythonText.Round2(100 * p),
            ["r"] = PythonText.Round2(100 * r),
            ["f1"] = PythonText.Round2(p + r > 0 ? 100 * (2 * p * r / (p + r)) : 0),
        };
    }
}
