namespace Extraction;

/// <summary>The embedded recogniser: lexicon, weights, and the table that makes its probabilities honest.</summary>
/// <threadsafety>Immutable; safe from any thread.</threadsafety>
internal sealed class EntityModel
{
    public const string Resource = "entities.bin";

    // Sections of the model file.
    public const int Phrases = 1;
    public const int Clusters = 3;
    public const int Bridges = 5;
    public const int Particles = 6;
    public const int Elections = 7;
    public const int Calibration = 8;
    public const int Chain = 10;
    public const int SecondChain = 20;

    private static readonly Lazy<EntityModel> Embedded = new(() => new EntityModel(ModelFile.OpenEmbedded(Resource)));

    public EntityModel(ModelFile file)
    {
        File = file;
        Lexicon = new EntityLexicon(file, Phrases, Clusters, Bridges, Particles, Elections);
        Weights = file.Has(Chain) ? LinearChainModel.Read(file, Chain) : null!;
        Second = file.Has(SecondChain) ? LinearChainModel.Read(file, SecondChain) : null;
        Reliability = file.Has(Calibration) ? file.ToArray<float>(Calibration) : [];
    }

    /// <summary>The model in the package, read once, at first use.</summary>
    public static EntityModel Default => Embedded.Value;

    public ModelFile File { get; }

    public EntityLexicon Lexicon { get; }

    public LinearChainModel Weights { get; }

    /// <summary>The second pass's weights, added to the first's scores; null where the model has none.</summary>
    public LinearChainModel? Second { get; }

    /// <summary>Share of right mentions at raw probability 0, 1/n, … 1, found on development sets.</summary>
    public float[] Reliability { get; }

    /// <summary>The calibrated probability for a raw one.</summary>
    public float Calibrate(float raw)
    {
        if (Reliability.Length < 2)
        {
            return raw;
        }

        float at = Math.Clamp(raw, 0, 1) * (Reliability.Length - 1);
        int low = Math.Min((int)at, Reliability.Length - 2);
        return Reliability[low] + ((at - low) * (Reliability[low + 1] - Reliability[low]));
    }
}
