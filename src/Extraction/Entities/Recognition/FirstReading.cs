using System.Runtime.CompilerServices;

namespace Extraction;

/// <summary>What the first pass made of a piece: its label, the labels it may bear with their probabilities, and where it stands among the mentions found.</summary>
internal struct FirstReading
{
    /// <summary>Labels kept of a piece, in their own order; what is less likely than <see cref="Least"/> is left out, and so is a fifth, which hardly ever is.</summary>
    public const int Most = 4;

    private const float Least = 0.04f;

    /// <summary>The label on the best path.</summary>
    public byte Label;

    /// <summary>How many of <see cref="Labels"/> and <see cref="Parts"/> are in use.</summary>
    public byte Count;

    public FourLabels Labels;
    public FourParts Parts;

    /// <summary>The probability of <see cref="Label"/>.</summary>
    public float Certainty;

    /// <summary>Index of the mention it stands in; outside of any, of the next one.</summary>
    public int Mention;

    public void Read(LinearChainScratch chain, int position, byte label, int mention)
    {
        Label = label;
        Mention = mention;
        Certainty = chain.Probability(position, label);
        Count = 0;
        for (int k = 0; k < EntityLabels.LabelCount; k++)
        {
            float p = chain.Probability(position, k);
            if (p >= Least && Count < Most)
            {
                Labels[Count] = (byte)k;
                Parts[Count++] = p;
            }
        }
    }

    [InlineArray(Most)]
    internal struct FourLabels
    {
        private byte _first;
    }

    [InlineArray(Most)]
    internal struct FourParts
    {
        private float _first;
    }
}
