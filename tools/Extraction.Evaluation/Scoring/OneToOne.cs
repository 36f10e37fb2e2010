namespace Extraction.Evaluation.Scoring;

/// <summary>Matches units one to one.</summary>
internal static class OneToOne
{
    /// <summary>Pairs of indices: each unit with the first free one that has the same key.</summary>
    public static List<(int Gold, int Found)> Match<TUnit, TKey>(IReadOnlyList<TUnit> gold, IReadOnlyList<TUnit> found, Func<TUnit, TKey> key)
        where TKey : notnull
    {
        var free = new Dictionary<TKey, Queue<int>>();
        for (int j = 0; j < found.Count; j++)
        {
            TKey k = key(found[j]);
            if (!free.TryGetValue(k, out Queue<int>? queue))
            {
                free[k] = queue = new Queue<int>();
            }

            queue.Enqueue(j);
        }

        var matches = new List<(int, int)>();
        for (int i = 0; i < gold.Count; i++)
        {
            if (free.TryGetValue(key(gold[i]), out Queue<int>? queue) && queue.TryDequeue(out int j))
            {
                matches.Add((i, j));
            }
        }

        return matches;
    }
}
