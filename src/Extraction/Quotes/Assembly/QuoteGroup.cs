namespace Extraction;

/// <summary>Pieces that make one quote; used anew from article to article.</summary>
internal sealed class QuoteGroup
{
    public List<int> Pieces { get; } = [];

    /// <summary>Place of its cue in the draft's list, or -1.</summary>
    public int Cue { get; set; } = -1;

    /// <summary>Place of its source in the draft's list, or -1.</summary>
    public int Source { get; set; } = -1;

    public float Confidence { get; set; }

    public string Reason { get; set; } = "";

    public void Clear()
    {
        Pieces.Clear();
        Cue = -1;
        Source = -1;
        Confidence = 0;
        Reason = "";
    }
}
