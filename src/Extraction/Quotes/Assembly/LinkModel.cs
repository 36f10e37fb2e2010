namespace Extraction;

/// <summary>Weights of the ranker of readings: a row for all pieces and one for each kind of quote. Part of <c>quotes.bin</c>.</summary>
/// <threadsafety>Immutable; safe from any thread.</threadsafety>
internal sealed class LinkModel
{
    public const int Width = (int)LinkFeature.Count;
    public const int Rows = 4;

    private readonly GroupedWeights<ushort> _weights;

    public LinkModel(float[] weights) => _weights = new GroupedWeights<ushort>(weights, Width);

    /// <summary>Score of a reading of a piece.</summary>
    public float Score(QuoteKind kind, ReadOnlySpan<ushort> features) => _weights.Score((int)kind, features);

    /// <summary>The feature that speaks most for a reading.</summary>
    public LinkFeature Reason(QuoteKind kind, ReadOnlySpan<ushort> features) => Named((ushort)_weights.Strongest((int)kind, features, from: (int)LinkFeature.CueAfterAtGap));

    /// <summary>The feature that owns a number.</summary>
    private static LinkFeature Named(ushort number)
    {
        int at = Array.BinarySearch(Names, (LinkFeature)number);
        return Names[at >= 0 ? at : ~at - 1];
    }

    private static readonly LinkFeature[] Names = Enum.GetValues<LinkFeature>();

    /// <summary>Puts the readings' probabilities in place of their scores; gives the index of the likeliest.</summary>
    public static int Normalize(Span<float> scores) => GroupedWeights<ushort>.Normalize(scores);
}
