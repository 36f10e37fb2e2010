namespace Extraction;

/// <summary>The caller's own names, keyed by the exact hashes of their tokens.</summary>
/// <threadsafety>Immutable; safe from any thread.</threadsafety>
internal sealed class KnownNameTable
{
    private readonly Dictionary<ulong, EntityType?> _entries = []; // null: longer names begin so

    public KnownNameTable(IEnumerable<KnownName> names)
    {
        var tokens = new TokenList();
        foreach (KnownName name in names)
        {
            ArgumentNullException.ThrowIfNull(name);
            ArgumentException.ThrowIfNullOrWhiteSpace(name.Name);
            Tokenizer.ReadWords(name.Name, tokens);
            ulong key = 0;
            for (int i = 0; i < tokens.Count; i++)
            {
                key = PhraseTable.Join(key, tokens[i].Hash);
                if (i + 1 == tokens.Count)
                {
                    _entries[key] = name.Type;
                }
                else
                {
                    _entries.TryAdd(key, null);
                }
            }

            Longest = Math.Max(Longest, tokens.Count);
        }
    }

    public bool IsEmpty => _entries.Count == 0;

    private int Longest { get; }

    /// <summary>The longest name that begins at a token.</summary>
    public bool TryFind(ReadOnlySpan<Token> tokens, int first, int end, out int after, out EntityType type)
    {
        after = first;
        type = default;
        ulong key = 0;
        for (int i = first; i < end && i - first < Longest; i++)
        {
            key = PhraseTable.Join(key, tokens[i].Hash);
            if (!_entries.TryGetValue(key, out EntityType? found))
            {
                break;
            }

            if (found is { } known)
            {
                after = i + 1;
                type = known;
            }
        }

        return after > first;
    }
}
