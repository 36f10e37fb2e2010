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
    public byte[] Labels = new byte[256];

    public void Clear()
    {
        Count = 0;
        Sentences.Clear();
        Found.Clear();
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

/// <summary>A mention as ranges of pieces, before it is given out.</summary>
internal record struct FoundMention(int First, int End, int Type, float Probability);
