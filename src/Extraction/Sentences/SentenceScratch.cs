namespace Extraction;

/// <summary>What the splitter reuses from text to text.</summary>
internal sealed class SentenceScratch
{
    /// <summary>Offsets in the paragraph at hand after which sentences end, ascending.</summary>
    public List<int> Cuts { get; } = [];

    /// <summary>Memory for a second version of <see cref="Cuts"/>.</summary>
    public List<int> OtherCuts { get; } = [];

    /// <summary>The sentences so far.</summary>
    public List<TextSpan> Sentences { get; } = [];

    /// <summary>For each sentence the index of its block, or of its paragraph where there is no layout.</summary>
    public List<int> Units { get; } = [];

    /// <summary>Words that this text uses as abbreviations.</summary>
    public KeyNumbers SeenAbbreviations { get; } = new();

    /// <summary>The text begins many sentences in lower case.</summary>
    public bool LowerCaseText { get; set; }

    /// <summary>Where the page's dateline ends, its last stop left out; no sentence ends there. -1 where there is none.</summary>
    public int DatelineEnd { get; set; } = -1;

    /// <summary>Index of the block or paragraph at hand.</summary>
    public int Unit { get; set; }

    public void Clear()
    {
        Cuts.Clear();
        Sentences.Clear();
        Units.Clear();
        SeenAbbreviations.Clear(expected: 0);
        LowerCaseText = false;
        DatelineEnd = -1;
    }
}
