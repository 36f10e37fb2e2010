namespace Extraction;

/// <summary>
/// An article's quotes in the making: what the tagger says of each token, then the runs of content, cues and sources, then what belongs together. Each step of the assembly reads and writes it; its memory
/// is kept from run to run.
/// </summary>
internal sealed class QuoteDraft
{
    /// <summary>Fewest words of a quotation that stands alone.</summary>
    public const int FewestAlone = 3;

    public QuoteView View { get; private set; } = new();

    public TaggerScratch Tagged { get; private set; } = new();

    /// <summary>For each token: content, 1; source, 2; cue, 3; begun anew where the 8 is set; <see cref="Transcripts.TurnColon"/> besides.</summary>
    public byte[] Role { get; private set; } = [];

    /// <summary>The roles of the article's tokens alone.</summary>
    public Span<byte> Roles => Role.AsSpan(0, View.Count);

    /// <summary>Runs of content, in text order.</summary>
    public List<QuotePiece> Pieces { get; } = [];

    public List<TokenRun> Cues { get; } = [];

    /// <summary>Sources in text order, and behind them those added since.</summary>
    public List<TokenRun> Sources { get; } = [];

    /// <summary>How many of the sources are in text order.</summary>
    public int SortedSources { get; set; }

    /// <summary>For each cue the place of its likeliest source, or -1.</summary>
    public List<int> SourceOfCue { get; } = [];

    /// <summary>Quotes so far: the first <see cref="GroupCount"/>; the others are kept for later.</summary>
    public List<QuoteGroup> Groups { get; } = [];

    public int GroupCount { get; set; }

    /// <summary>For each piece linked so far its group, or -1.</summary>
    public List<int> GroupOfPiece { get; } = [];

    /// <summary>The piece linked last that is speech, or -1.</summary>
    public int LastPiece { get; set; }

    /// <summary>Takes up an article: the roles are the tagger's labels, all else is empty.</summary>
    public void Begin(QuoteView view, TaggerScratch tagged)
    {
        View = view;
        Tagged = tagged;
        if (Role.Length < view.Count)
        {
            Role = new byte[Math.Max(1024, view.Count + (view.Count / 2))];
        }

        Span<byte> roles = Roles;
        for (int i = 0; i < roles.Length; i++)
        {
            int label = tagged.Labels[i];
            roles[i] = (byte)(label == 0 ? 0 : ((label + 1) / 2) | (label % 2 == 1 ? 8 : 0));
        }

        Pieces.Clear();
        Cues.Clear();
        Sources.Clear();
        SourceOfCue.Clear();
        GroupOfPiece.Clear();
        SortedSources = 0;
        GroupCount = 0;
        LastPiece = -1;
    }

    public int NewGroup()
    {
        if (GroupCount == Groups.Count)
        {
            Groups.Add(new QuoteGroup());
        }

        Groups[GroupCount].Clear();
        return GroupCount++;
    }

    public bool IsFirstOfBlock(int token) => token == 0 || View.BlockOf[token - 1] != View.BlockOf[token];

    public bool IsFirstOfSentence(int token) => token == 0 || View.SentenceOf[token - 1] != View.SentenceOf[token];

    /// <summary>A quotation that begins with a sentence and ends with one, its own stop inside the marks.</summary>
    public bool IsWholeSentence(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, in QuotedSpan span)
    {
        bool begins = span.FirstToken == 0 || View.SentenceOf[span.FirstToken - 1] != View.SentenceOf[span.FirstToken] || View.BlockOf[span.FirstToken - 1] != span.Block;
        bool ends = span.EndToken >= tokens.Length || View.SentenceOf[span.EndToken] != View.SentenceOf[span.EndToken - 1] || View.BlockOf[span.EndToken] != span.Block;
        return begins && ends && span.Words >= FewestAlone && text[Math.Max(span.Span.Start, span.Span.End - 2)] is '.' or '?' or '!' or '\u2026';
    }
}
