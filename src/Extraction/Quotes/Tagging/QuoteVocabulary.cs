namespace Extraction;

/// <summary>
/// Words that the model may know by name though they are capitalised, how often a word is a cue in the training data (0 to 5), and which words are used alike. Made by the training program.
/// </summary>
internal sealed class QuoteVocabulary
{
    private readonly ulong[] _keys;
    private readonly byte[] _values;
    private readonly ClusterTable _clusters;
    private readonly int _mask;

    /// <param name="keys">Lower-case hashes, distinct.</param>
    /// <param name="values">For each the cue bin; the bit 8 where the word may be known by name.</param>
    /// <param name="clusters">Words by the company they keep, a copy of the recogniser's as it was at training.</param>
    public QuoteVocabulary(ReadOnlySpan<ulong> keys, ReadOnlySpan<byte> values, ClusterTable clusters)
    {
        _clusters = clusters;
        int size = 16;
        while (size < keys.Length * 2)
        {
            size *= 2;
        }

        _mask = size - 1;
        _keys = new ulong[size];
        _values = new byte[size];
        for (int i = 0; i < keys.Length; i++)
        {
            int at = (int)keys[i] & _mask;
            while (_values[at] != 0)
            {
                at = (at + 1) & _mask;
            }

            _keys[at] = keys[i];
            _values[at] = (byte)(values[i] | 16);
        }
    }

    public bool Knows(ulong lowerHash) => (Value(lowerHash) & 8) != 0;

    public int CueBin(ulong lowerHash) => Value(lowerHash) & 7;

    public ClusterPath ClustersOf(ulong lowerHash) => _clusters.Find(lowerHash);

    private byte Value(ulong key)
    {
        int at = (int)key & _mask;
        while (_values[at] != 0 && _keys[at] != key)
        {
            at = (at + 1) & _mask;
        }

        return _values[at];
    }
}
