using System.Runtime.CompilerServices;

namespace Extraction;

/// <summary>The features of one position, with the template each came from.</summary>
internal sealed class FeatureBuffer
{
    private ulong[] _items = new ulong[256];
    private byte[] _templates = new byte[256];

    public int Count { get; private set; }

    public ReadOnlySpan<ulong> Items => _items.AsSpan(0, Count);

    public ReadOnlySpan<byte> Templates => _templates.AsSpan(0, Count);

    public void Clear() => Count = 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int template, ulong value) => Put(template, FeatureHash.Of(template, value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int template, ulong first, ulong second) => Put(template, FeatureHash.Of(template, first, second));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int template, ulong first, ulong second, ulong third) => Put(template, FeatureHash.Of(template, first, second, third));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Put(int template, ulong feature)
    {
        if (Count == _items.Length)
        {
            Array.Resize(ref _items, Count * 2);
            Array.Resize(ref _templates, Count * 2);
        }

        _templates[Count] = (byte)template;
        _items[Count++] = feature;
    }
}
