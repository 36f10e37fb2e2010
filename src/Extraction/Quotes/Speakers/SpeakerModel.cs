namespace Extraction;

/// <summary>Weights of the log-linear resolver: a row for all sources and one for each kind. Read from <c>speakers.bin</c>, once.</summary>
/// <threadsafety>Immutable; safe from any thread.</threadsafety>
internal sealed class SpeakerModel
{
    public const string Resource = "speakers.bin";
    public const int WeightSection = 1;
    public const int Width = (int)SpeakerFeature.Count;
    public const int Rows = 1 + (int)SourceKind.Named;

    private static readonly Lazy<SpeakerModel> LazyDefault = new(() => new SpeakerModel(ModelFile.OpenEmbedded(Resource).ToArray<float>(WeightSection)));

    private readonly GroupedWeights<byte> _weights;

    public SpeakerModel(float[] weights) => _weights = new GroupedWeights<byte>(weights, Width);

    public static SpeakerModel Default => LazyDefault.Value;

    /// <summary>Score of a candidate: <paramref name="features"/> are indices below <see cref="Width"/>.</summary>
    public float Score(SourceKind kind, ReadOnlySpan<byte> features) => _weights.Score((int)kind, features);

    /// <summary>Puts the candidates' probabilities in place of their scores; gives the index of the likeliest.</summary>
    public static int Normalize(Span<float> scores) => GroupedWeights<byte>.Normalize(scores);

    /// <summary>The feature that speaks most for the candidate.</summary>
    public SpeakerFeature Reason(SourceKind kind, ReadOnlySpan<byte> features) => (SpeakerFeature)_weights.Strongest((int)kind, features);
}
