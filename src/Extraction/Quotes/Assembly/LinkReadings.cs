using System.Runtime.InteropServices;

namespace Extraction;

/// <summary>The readings of one piece with their features; kept from piece to piece.</summary>
internal sealed class LinkReadings
{
    private readonly List<LinkOption> _options = [];
    private readonly List<ushort> _features = [];
    private readonly List<int> _starts = [];

    public int Count => _options.Count;

    public ReadOnlySpan<LinkOption> Options => CollectionsMarshal.AsSpan(_options);

    public ReadOnlySpan<ushort> FeaturesOf(int option) =>
        CollectionsMarshal.AsSpan(_features)[_starts[option]..(option + 1 < _starts.Count ? _starts[option + 1] : _features.Count)];

    public void Clear()
    {
        _options.Clear();
        _features.Clear();
        _starts.Clear();
    }

    public void Add(in LinkOption option) => _options.Add(option);

    /// <summary>Begins the features of the next option.</summary>
    public void Begin() => _starts.Add(_features.Count);

    public void Feature(LinkFeature feature) => _features.Add((ushort)feature);

    public void Feature(LinkFeature feature, int value) => _features.Add((ushort)((int)feature + value));

    public void FeatureIf(bool condition, LinkFeature feature)
    {
        if (condition)
        {
            _features.Add((ushort)feature);
        }
    }
}
