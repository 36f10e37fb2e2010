namespace Extraction.Training.Sequences;

internal sealed record TrainingOptions
{
    public int Epochs { get; init; } = 3;

    /// <summary>Runs from different seeds, whose weights are averaged.</summary>
    public int Runs { get; init; } = 1;

    /// <summary>Step of AdaGrad; on noisy gold small steps and few epochs (0.02 to 0.03, 2 to 3) beat convergence.</summary>
    public float Rate { get; init; } = 0.025f;

    /// <summary>The weights are the mean of those at the end of the epochs after this one.</summary>
    public int AverageAfter { get; init; } = 2;

    /// <summary>Share of the features left out at random at each visit.</summary>
    public float Dropout { get; init; } = 0.3f;

    /// <summary>Share of the positions at which a visit hides which word stands there, so that names never seen are learnt from their company.</summary>
    public float Blindness { get; init; }

    /// <summary>Features seen fewer times in the set than this are dropped.</summary>
    public int MinimumCount { get; init; } = 2;

    /// <summary>Weights below this are left out of the file.</summary>
    public float Prune { get; init; } = 0.04f;

    public int Seed { get; init; } = 7;
}
