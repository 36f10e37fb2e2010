using System.Collections.Immutable;

namespace Extraction;

/// <summary>
/// Makes attributions of the tagger's labels: keeps quotations whole, finds for each piece of content its cue and for each cue its source, joins the pieces of split quotations.
/// </summary>
internal sealed partial class QuoteAssembler
{
    /// <summary>Mean probability of its words from which a quotation is handed to the ranker, which may still find it no speech.</summary>
    private const float Doubt = 0.25f;

    /// <summary>Number of words from which a quotation is nearly always speech.</summary>
    private const int SeldomElse = 8;

    private readonly List<QuotePiece> _pieces = [];
    private readonly List<TokenRun> _cues = [];
    private readonly List<TokenRun> _sources = [];
    private readonly List<int> _sourceOfCue = [];
    private readonly List<Group> _groups = [];
    private readonly List<int> _groupOfPiece = [];
    private QuoteView _view = new();
    private TaggerScratch _tagged = new();
    private byte[] _roles = [];

    /// <summary>Content, 1; source, 2; cue, 3; begun anew where the 8 is set.</summary>
    private Span<byte> Roles => _roles.AsSpan(0, _view.Count);

    /// <summary>Builds the attributions of an article.</summary>
    public ImmutableArray<Attribution> Assemble(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, QuoteView view, TaggerScratch tagged, LinkModel model, QuoteSettings settings, LinkTeacher? teacher = null)
    {
        _view = view;
        _tagged = tagged;
        if (_roles.Length < view.Count)
        {
            _roles = new byte[Math.Max(1024, view.Count + (view.Count / 2))];
        }

        ReadRoles();
        KeepQuotationsWhole(text, tokens);
        MarkTranscripts(text, tokens);
        MarkAdjacentCues(text, tokens);
        MarkFinalReports(text, tokens);
        CollectRuns(text, tokens);
        FindSources(tokens);
        Join(text, tokens, model, teacher);
        LeaveOutObjects(tokens);
        return Write(tokens, settings);
    }

    private void ReadRoles()
    {
        Span<byte> roles = Roles;
        for (int i = 0; i < roles.Length; i++)
        {
            int label = _tagged.Labels[i];
            roles[i] = (byte)(label == 0 ? 0 : ((label + 1) / 2) | (label % 2 == 1 ? 8 : 0));
        }
    }

    /// <summary>No quotation is cut: it is speech as a whole, or not at all.</summary>
    private void KeepQuotationsWhole(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens)
    {
        Span<byte> roles = Roles;
        bool before = false;
        foreach (QuotedSpan span in _view.Spans)
        {
            float sum = 0;
            int words = 0;
            for (int i = span.FirstToken; i < span.EndToken; i++)
            {
                if (tokens[i].Kind is not (TokenKind.Punctuation or TokenKind.Symbol))
                {
                    sum += _tagged.Content[i];
                    words++;
                }
            }

            bool speech = words > 0 && (sum >= Doubt * words || span.Words >= SeldomElse || (span.Continues && before) || (span.IsClosed && sum >= 0.02f * words && IsFollowedByCue(text, tokens, span)));
            before = speech;
            if (span.EndToken <= span.FirstToken)
            {
                continue;
            }

            bool goesOn = speech && (roles[span.FirstToken] & 7) == 1 && (roles[span.FirstToken] & 8) == 0;
            for (int i = span.FirstToken; i < span.EndToken; i++)
            {
                if (speech)
                {
                    roles[i] = 1;
                }
                else if ((roles[i] & 7) == 1)
                {
                    roles[i] = 0;
                }
            }

            if (speech && !goesOn)
            {
                roles[span.FirstToken] = 9;
            }
        }
    }

    private void CollectRuns(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens)
    {
        _pieces.Clear();
        _cues.Clear();
        _sources.Clear();
        Span<byte> roles = Roles;
        int n = roles.Length;
        for (int i = 0; i < n;)
        {
            int role = roles[i] & 7;
            int first = i++;
            while (i < n && (roles[i] & 7) == role && (roles[i] & 8) == 0 && _view.BlockOf[i] == _view.BlockOf[first] && !(role == 1 && IsSeam(text, tokens, i)))
            {
                i++;
            }

            switch (role)
            {
                case 1:
                    AddPiece(tokens, first, i);
                    break;
                case 2:
                    _sources.Add(new TokenRun(first, i));
                    break;
                case 3:
                    _cues.Add(new TokenRun(first, i));
                    break;
            }
        }
    }

    /// <summary>
    /// Between a quotation of some length and what stands beside it in another sentence or before a colon: 'examples, including: "Were you asked …?"', '"… two hours." To "route out" means'.
    /// </summary>
    private bool IsSeam(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, int i)
    {
        int before = _view.SpanOf[i - 1];
        int here = _view.SpanOf[i];
        if (before == here)
        {
            return false;
        }

        bool otherSentence = _view.SentenceOf[i] != _view.SentenceOf[i - 1];
        bool opens = here >= 0 && _view.Spans[here].Words >= 4 && (otherSentence || text[tokens[i - 1].Start] == ':');
        return opens || (before >= 0 && _view.Spans[before].Words >= 4 && otherSentence);
    }

    private void AddPiece(ReadOnlySpan<Token> tokens, int first, int end)
    {
        // A run of unquoted content begins and ends with a word; a lone mark is none.
        while (first < end && _view.SpanOf[first] < 0 && IsLoose(tokens[first]))
        {
            first++;
        }

        while (end > first && _view.SpanOf[end - 1] < 0 && IsLoose(tokens[end - 1]))
        {
            end--;
        }

        int words = 0;
        int quoted = 0;
        for (int i = first; i < end; i++)
        {
            if (tokens[i].Kind is not (TokenKind.Punctuation or TokenKind.Symbol or TokenKind.Clitic))
            {
                words++;
                quoted += _view.SpanOf[i] >= 0 ? 1 : 0;
            }
        }

        if (words > 0)
        {
            _pieces.Add(new QuotePiece(first, end, _view.BlockOf[first], quoted, words));
        }
    }

    private static bool IsLoose(in Token token) => token.Kind == TokenKind.Punctuation && token.Length == 1;

    private sealed class Group
    {
        public readonly List<int> Pieces = [];
        public int Cue = -1;
        public int Source = -1;
        public float Confidence;
        public string Reason = "";

        public void Clear()
        {
            Pieces.Clear();
            Cue = -1;
            Source = -1;
            Confidence = 0;
            Reason = "";
        }
    }
}
