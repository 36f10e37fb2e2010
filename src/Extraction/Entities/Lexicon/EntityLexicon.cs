namespace Extraction;

/// <summary>Gazetteers and word clusters as compiled, with the few words that decide which lower-case pieces may be part of a name.</summary>
/// <threadsafety>Immutable; safe from any thread.</threadsafety>
internal sealed class EntityLexicon
{
    private readonly ClusterTable _clusters;
    private readonly HashLexicon _bridges;
    private readonly HashLexicon _particles;
    private readonly HashLexicon _elections;

    public EntityLexicon(ModelFile file, int phrases, int clusters, int bridges, int particles, int elections)
    {
        Phrases = PhraseTable.Read(file, phrases);
        _clusters = ClusterTable.Read(file, clusters);
        _bridges = Hashes(file.Lines(bridges));
        _particles = Hashes(file.Lines(particles));
        _elections = Hashes(file.Lines(elections));
    }

    public PhraseTable Phrases { get; }

    public bool IsBridge(ulong lower) => _bridges.Contains(lower);

    public bool IsParticle(ulong lower) => _particles.Contains(lower);

    public bool IsElectionWord(ulong lower) => _elections.Contains(lower);

    /// <summary>True for words that open text writes small often enough to have clusters.</summary>
    public bool IsKnownLower(ulong lower) => _clusters.Find(lower).Coarse != 0;

    public ClusterPath ClustersOf(ulong hash, ulong lower)
    {
        ClusterPath path = _clusters.Find(hash);
        return path.Coarse != 0 || hash == lower ? path : _clusters.Find(lower);
    }

    private static HashLexicon Hashes(string[] words)
    {
        var hashes = new HashLexicon();
        foreach (string word in words)
        {
            hashes.Set(TextHash.Lower(word), 1);
        }

        return hashes;
    }
}
