using System.Runtime.CompilerServices;

namespace Extraction;

/// <summary>How much weight each label got. Few of the labels ever get any, so it knows which.</summary>
internal struct LabelVotes
{
    private ulong _told; // one bit a label
    private Weights _weights;

    /// <summary>The labels that got votes, one bit each.</summary>
    public readonly ulong Told => _told;

    public readonly float this[int label] => _weights[label];

    public void Add(int label, float weight)
    {
        _told |= 1UL << label;
        _weights[label] += weight;
    }

    /// <summary>Takes a vote back.</summary>
    public void Remove(int label, float weight) => _weights[label] = MathF.Max(0, _weights[label] - weight);

    [InlineArray(EntityLabels.LabelCount)]
    private struct Weights
    {
        private float _first;
    }
}
