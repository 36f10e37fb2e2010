using System.Numerics;
using System.Runtime.CompilerServices;

namespace Extraction;

/// <summary>A fixed set of words keyed by <see cref="TextHash"/>, each with a number of 16 bits, in one open-addressing table. Words are told apart by 64 bits alone.</summary>
/// <threadsafety>Immutable once filled; safe from any thread.</threadsafety>
internal sealed class HashLexicon
{
    private readonly ulong[] _keys;
    private readonly ushort[] _values;
    private readonly int _mask;

    public HashLexicon(IReadOnlyCollection<KeyValuePair<ulong, ushort>> entries)
    {
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(8, entries.Count * 2));
        _keys = new ulong[size];
        _values = new ushort[size];
        _mask = size - 1;
        foreach ((ulong key, ushort value) in entries)
        {
            int slot = (int)key & _mask;
            while (_keys[slot] != 0 && _keys[slot] != key)
            {
                slot = (slot + 1) & _mask;
            }

            _keys[slot] = key;
            _values[slot] = value;
        }
    }

    /// <summary>The word's number, or 0 where it is not in the lexicon.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ushort Find(ulong hash)
    {
        int slot = (int)hash & _mask;
        while (_keys[slot] != hash)
        {
            if (_keys[slot] == 0)
            {
                return 0;
            }

            slot = (slot + 1) & _mask;
        }

        return _values[slot];
    }
}
