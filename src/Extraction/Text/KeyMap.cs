namespace Extraction;

/// <summary>A number for each 64-bit key, reused from article to article: <see cref="KeyNumbers"/> with values that the owner chooses.</summary>
internal sealed class KeyMap
{
    private readonly KeyNumbers _keys = new();
    private int[] _values = new int[64];

    /// <inheritdoc cref="KeyNumbers.Clear"/>
    public void Clear(int expected) => _keys.Clear(expected);

    /// <summary>The key's number, or <paramref name="missing"/>.</summary>
    public int Find(ulong key, int missing = -1)
    {
        int at = _keys.Find(key);
        return at >= 0 ? _values[at] : missing;
    }

    /// <summary>The key's place, to be filled where it is new; valid until the next key comes.</summary>
    public ref int Place(ulong key, out bool added)
    {
        int at = _keys.Add(key, out added);
        if (at >= _values.Length)
        {
            Array.Resize(ref _values, _values.Length * 2);
        }

        return ref _values[at];
    }
}
