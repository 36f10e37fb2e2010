using System.Runtime.CompilerServices;

namespace Extraction;

/// <summary>
/// A set of words keyed by <see cref="TextHash"/>, each with a number of 16 bits above 0, in one open-addressing table at most half full. Words are told apart by 64 bits alone.
/// A type of our own rather than the framework's generic tables: these would be compiled anew at every start of a process.
/// </summary>
/// <threadsafety>Its maker fills it; from then on it is not changed and safe from any thread.</threadsafety>
internal sealed class HashLexicon
{
    private const int Smallest = 16;
    private ulong[] _keys = new ulong[Smallest];
    private ushort[] _values = new ushort[Smallest];
    private int _mask = Smallest - 1;

    public int Count { get; private set; }

    /// <summary>The words of a string, separated by blanks, each with one number.</summary>
    public static HashLexicon OfWords(string words, ushort value = 1) => new HashLexicon().AddWords(words, value);

    /// <summary>The lines of an embedded list, each with the number 1.</summary>
    public static HashLexicon OfFile(string name)
    {
        var lexicon = new HashLexicon();
        foreach (string line in LexiconFile.Lines(name))
        {
            lexicon.Set(TextHash.Lower(line), 1);
        }

        return lexicon;
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Contains(ulong hash) => Find(hash) != 0;

    /// <summary>Adds a word or gives it another number.</summary>
    public void Set(ulong hash, ushort value)
    {
        int slot = Place(hash); // may move the arrays
        _values[slot] = value;
    }

    /// <summary>Adds a word unless it is there; false where it is.</summary>
    public bool TryAdd(ulong hash, ushort value)
    {
        bool added = Find(hash) == 0;
        if (added)
        {
            Set(hash, value);
        }

        return added;
    }

    /// <summary>Adds bits to a word's number.</summary>
    public void Mark(ulong hash, ushort bits)
    {
        int slot = Place(hash);
        _values[slot] |= bits;
    }

    /// <summary>Adds bits to the numbers of words separated by blanks.</summary>
    public HashLexicon AddWords(string words, ushort bits)
    {
        foreach (string word in words.Split(' '))
        {
            Mark(TextHash.Lower(word), bits);
        }

        return this;
    }

    // The word's slot, taken for it if it had none.
    private int Place(ulong hash)
    {
        if ((Count + 1) * 2 > _keys.Length)
        {
            Grow();
        }

        int slot = (int)hash & _mask;
        while (_keys[slot] != 0 && _keys[slot] != hash)
        {
            slot = (slot + 1) & _mask;
        }

        Count += _keys[slot] == 0 ? 1 : 0;
        _keys[slot] = hash;
        return slot;
    }

    private void Grow()
    {
        (ulong[] keys, ushort[] values) = (_keys, _values);
        _keys = new ulong[keys.Length * 2];
        _values = new ushort[keys.Length * 2];
        _mask = _keys.Length - 1;
        Count = 0;
        for (int i = 0; i < keys.Length; i++)
        {
            if (keys[i] != 0)
            {
                Set(keys[i], values[i]);
            }
        }
    }
}
