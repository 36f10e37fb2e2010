namespace Extraction.Training.Sequences;

/// <summary>Numbers features by first appearance and counts them.</summary>
internal sealed class FeatureIndex
{
    private ulong[] _keys = new ulong[1 << 16];
    private int[] _ids = new int[1 << 16];
    private readonly List<ulong> _features = [];
    private readonly List<int> _counts = [];

    public int Count => _features.Count;

    public ulong this[int id] => _features[id];

    public int CountOf(int id) => _counts[id];

    public int Add(ulong feature)
    {
        int mask = _keys.Length - 1;
        int at = (int)(feature >> 20) & mask;
        while (_ids[at] != 0)
        {
            if (_keys[at] == feature)
            {
                int id = _ids[at] - 1;
                _counts[id]++;
                return id;
            }

            at = (at + 1) & mask;
        }

        _keys[at] = feature;
        _features.Add(feature);
        _counts.Add(1);
        _ids[at] = _features.Count;
        if (_features.Count * 2 > _keys.Length)
        {
            Grow();
        }

        return _features.Count - 1;
    }

    private void Grow()
    {
        int size = _keys.Length * 2;
        _keys = new ulong[size];
        _ids = new int[size];
        for (int id = 0; id < _features.Count; id++)
        {
            int at = (int)(_features[id] >> 20) & (size - 1);
            while (_ids[at] != 0)
            {
                at = (at + 1) & (size - 1);
            }

            _keys[at] = _features[id];
            _ids[at] = id + 1;
        }
    }
}
