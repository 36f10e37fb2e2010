namespace Extraction;

/// <summary>The recogniser's working memory for one article, reused from run to run.</summary>
internal sealed class EntityScratch
{
    public Piece[] Pieces = new Piece[1024];
    public int Count;

    /// <summary>Sentences as ranges of pieces.</summary>
    public readonly List<(int First, int End)> Sentences = [];

    public readonly DocumentEvidence Evidence = new();
    public readonly LinearChainScratch Chain = new();
    public readonly List<FoundMention> Found = [];
    public readonly FeatureBuffer Features = new();
    public readonly NameMemory Memory = new();

    /// <summary>The first pass's mentions.</summary>
    public readonly List<FoundMention> FirstFound = [];
    public readonly List<Stretch> Stretches = [];
    public byte[] Labels = new byte[256];

    /// <summary>What the first pass made of each piece.</summary>
    public FirstReading[] First = new FirstReading[1024];

    /// <summary>The first pass's scores of all stretches, one after the other.</summary>
    public float[] Kept = [];
    public int KeptCount;

    public void Clear()
    {
        Count = 0;
        Sentences.Clear();
        Found.Clear();
        Stretches.Clear();
        KeptCount = 0;
    }

    public void PreparePasses()
    {
        if (First.Length < Count)
        {
            First = new FirstReading[Pieces.Length];
        }

        First.AsSpan(0, Count).Clear();
    }

    public void Keep(ReadOnlySpan<float> scores)
    {
        if (Kept.Length < KeptCount + scores.Length)
        {
            Array.Resize(ref Kept, Math.Max(Kept.Length * 2, KeptCount + scores.Length));
        }

        scores.CopyTo(Kept.AsSpan(KeptCount));
        KeptCount += scores.Length;
    }

    public ref Piece Add()
    {
        if (Count == Pieces.Length)
        {
            Array.Resize(ref Pieces, Pieces.Length * 2);
        }

        ref Piece piece = ref Pieces[Count++];
        piece = default;
        return ref piece;
    }
}

/// <summary>A mention as ranges of pieces, before it is given out: with the probability of its type, and of a place that it is a place of any kind.</summary>
internal record struct FoundMention(int First, int End, int Type, float Probability, float Support);

/// <summary>A run of candidate pieces in a sentence, labelled as one sequence; where its scores are kept, and which of the first pass's mentions are its own.</summary>
internal readonly record struct Stretch(int SentenceFirst, int SentenceEnd, int Start, int Stop, int Scores, int FirstFound, int EndFound);
