using System.Runtime.CompilerServices;

namespace Extraction;

/// <summary>Numbers 64-bit keys 0, 1, 2, … by first appearance, in one open-addressing table that is reused from article to article; what belongs to a key lies in an array of the owner's.</summary>
internal sealed class KeyNumbers
{
    private const int Smallest = 256;
    private int[] _slots = new int[Smallest]; // number + 1; 0 is empty
    private ulong[] _keys = new ulong[Smallest / 2];
    private int _mask = Smallest - 1;

    public int Count { get; private set; }

    /// <summary>Forgets all keys; the cost is that of the keys to come, not of the longest article seen.</summary>
    /// <param name="expected">About how many keys will come.</param>
    public void Clear(int expected)
    {
        int size = Smallest;
        while (size < expected * 2)
        {
            size *= 2;
        }

        Empty(size);
        Count = 0;
    }

    /// <summary>The key's number, or -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(ulong key) => _slots[SlotOf(key)] - 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Contains(ulong key) => Find(key) >= 0;

    /// <summary>The key's number, a new one if it has none yet.</summary>
    public int Add(ulong key, out bool added)
    {
        int slot = SlotOf(key);
        added = _slots[slot] == 0;
        if (!added)
        {
            return _slots[slot] - 1;
        }

        if (Count == _keys.Length)
        {
            Array.Resize(ref _keys, Count * 2);
        }

        if ((Count + 1) * 2 > _mask + 1)
        {
            Grow();
            slot = SlotOf(key);
        }

        _keys[Count] = key;
        _slots[slot] = ++Count;
        return Count - 1;
    }

    // The low bits of word hashes decide where they lie in other tables; these are others.
    private int SlotOf(ulong key)
    {
        int slot = (int)(key >> 24) & _mask;
        while (_slots[slot] != 0 && _keys[_slots[slot] - 1] != key)
        {
            slot = (slot + 1) & _mask;
        }

        return slot;
    }

    // The array of an earlier, longer article is used again, as far as it is needed.
    private void Empty(int size)
    {
        if (_slots.Length < size)
        {
            _slots = new int[size];
        }
        else
        {
            Array.Clear(_slots, 0, size);
        }

        _mask = size - 1;
    }

    private void Grow()
    {
        Empty((_mask + 1) * 2);
        for (int number = 0; number < Count; number++)
        {
            _slots[SlotOf(_keys[number])] = number + 1;
        }
    }
}
