namespace Extraction;

/// <summary>Logistic regression over hashed features: weights of 16 bits in one table. Trained by <c>train sentences</c>.</summary>
/// <remarks>Open for the training program, which records the candidates instead.</remarks>
/// <threadsafety>Immutable; safe from any thread.</threadsafety>
internal class BoundaryModel
{
    public const string Resource = "sentences.bin";
    public const int WeightsSection = 1;
    public const int SettingsSection = 2;

    private static readonly Lazy<BoundaryModel> EmbeddedModel = new(() => Read(ModelFile.OpenEmbedded(Resource)));

    private readonly short[] _weights;
    private readonly int _threshold;

    /// <param name="weights">A power of two of them.</param>
    /// <param name="threshold">Least sum of weights that makes a boundary.</param>
    public BoundaryModel(short[] weights, int threshold)
    {
        _weights = weights;
        _threshold = threshold;
    }

    public static BoundaryModel Embedded => EmbeddedModel.Value;

    public static BoundaryModel Read(ModelFile file) => new(file.ToArray<short>(WeightsSection), file.As<int>(SettingsSection)[0]);

    public virtual bool IsBoundary(in BoundaryCandidate candidate)
    {
        Span<int> slots = stackalloc int[BoundaryFeatures.Count];
        BoundaryFeatures.Write(candidate, _weights.Length - 1, slots);
        int sum = 0;
        foreach (int slot in slots)
        {
            sum += _weights[slot];
        }

        return sum >= _threshold;
    }
}
