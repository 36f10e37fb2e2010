using System.Runtime.InteropServices;

namespace Extraction.Training.Sequences;

/// <summary>
/// Training sequences, flat in memory: for each position its features and the labels it may bear (one bit a label: one bit set is a sure label, several a partial one),
/// for each sequence a weight. Optionally fixed scores a position, for a model stacked on another.
/// </summary>
internal sealed class SequenceSet
{
    private readonly List<int> _features = [];
    private readonly List<long> _offsets = [0];
    private readonly List<ulong> _allowed = [];
    private readonly List<byte> _lexical = [];
    private readonly List<float> _base = [];
    private readonly List<int> _starts = [0];
    private readonly List<float> _weights = [];
    private readonly List<int> _groups = [];

    public FeatureIndex Index { get; } = new();

    public int Count => _weights.Count;

    public int PositionCount => _allowed.Count;

    public bool HasBase => _base.Count > 0;

    /// <summary>Appends a position to the sequence that <see cref="End"/> will close.</summary>
    public void Add(ReadOnlySpan<ulong> features, ulong allowed) => Add(features, allowed, []);

    /// <summary>Appends a position.</summary>
    /// <param name="features">Its features.</param>
    /// <param name="allowed">The labels it may bear.</param>
    /// <param name="baseScores">Fixed scores, or none.</param>
    /// <param name="lexical">How many of the features, the first ones, tell which word it is; training hides them now and then (<see cref="TrainingOptions.Blindness"/>).</param>
    public void Add(ReadOnlySpan<ulong> features, ulong allowed, ReadOnlySpan<float> baseScores, int lexical = 0)
    {
        foreach (ulong feature in features)
        {
            _features.Add(Index.Add(feature));
        }

        _offsets.Add(_features.Count);
        _lexical.Add((byte)lexical);
        _allowed.Add(allowed);
        _base.AddRange(baseScores);
    }

    /// <summary>Closes a sequence.</summary>
    /// <param name="weight">How many visits a sequence gets an epoch.</param>
    /// <param name="group">Number of its group, for training on some groups only.</param>
    public void End(float weight, int group = 0)
    {
        if (_allowed.Count > _starts[^1])
        {
            _starts.Add(_allowed.Count);
            _weights.Add(weight);
            _groups.Add(group);
        }
    }

    internal float WeightOf(int sequence) => _weights[sequence];

    internal int GroupOf(int sequence) => _groups[sequence];

    internal (int Start, int End) PositionsOf(int sequence) => (_starts[sequence], _starts[sequence + 1]);

    internal ReadOnlySpan<int> FeaturesAt(int position) =>
        CollectionsMarshal.AsSpan(_features).Slice((int)_offsets[position], (int)(_offsets[position + 1] - _offsets[position]));

    internal int LexicalAt(int position) => _lexical[position];

    internal ulong AllowedAt(int position) => _allowed[position];

    internal ReadOnlySpan<float> BaseAt(int position, int labels) => HasBase ? CollectionsMarshal.AsSpan(_base).Slice(position * labels, labels) : [];
}
