namespace Extraction;

/// <summary>One run's memory of the tagger.</summary>
internal sealed class TaggerScratch
{
    public QuoteFeatures Features { get; } = new();

    public LinearChainScratch Chain { get; } = new();

    public LinearChainScratch SecondChain { get; } = new();

    /// <summary>For each token its <see cref="QuoteLabel"/>.</summary>
    public byte[] Labels { get; private set; } = [];

    /// <summary>For each token the probability of its label.</summary>
    public float[] Certainty { get; private set; } = [];

    /// <summary>For each token the probability that it belongs to a content.</summary>
    public float[] Content { get; private set; } = [];

    /// <summary>For each token the probability that it belongs to a source.</summary>
    public float[] Source { get; private set; } = [];

    public void Reserve(int tokens)
    {
        if (Labels.Length < tokens)
        {
            int size = Math.Max(1024, tokens + (tokens / 2));
            Labels = new byte[size];
            Certainty = new float[size];
            Content = new float[size];
            Source = new float[size];
        }
    }
}
