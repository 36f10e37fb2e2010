namespace Extraction;

/// <summary>
/// One run's working memory for a <see cref="LinearChainModel"/>: label scores of each position, and the lattices of decoding. Grows to the longest sequence seen and is then reused.
/// Take it from <c>context.Scratch&lt;T&gt;()</c> inside a type of the stage's own.
/// </summary>
internal sealed class LinearChainScratch
{
    internal float[] Scores = [];
    internal float[] Best = [];
    internal int[] Back = [];
    internal float[] Emission = [];
    internal float[] Forward = [];
    internal float[] Backward = [];
    internal float[] Norm = [];

    /// <summary>Number of positions in the sequence begun last.</summary>
    public int Length { get; private set; }

    internal int Stride { get; private set; }

    /// <summary>Begins a sequence: all scores zero.</summary>
    public void Begin(LinearChainModel model, int length)
    {
        Length = length;
        Stride = model.Stride;
        int size = length * Stride;
        if (Scores.Length < size)
        {
            int room = Math.Max(size, Scores.Length * 2);
            Scores = new float[room];
            Best = new float[room];
            Back = new int[room];
            Emission = new float[room];
            Forward = new float[room];
            Backward = new float[room];
        }

        if (Norm.Length < length)
        {
            Norm = new float[Math.Max(length, Norm.Length * 2)];
        }

        Scores.AsSpan(0, size).Clear();
    }

    /// <summary>The label scores of a position, to be filled by <see cref="LinearChainModel.Add"/> and read or changed by the caller.</summary>
    public Span<float> Row(int position) => Scores.AsSpan(position * Stride, Stride);

    /// <summary>After <see cref="LinearChainModel.ComputeMarginals"/>: the probability that the position bears the label.</summary>
    public float Probability(int position, int label) => Forward[(position * Stride) + label] * Backward[(position * Stride) + label];
}
