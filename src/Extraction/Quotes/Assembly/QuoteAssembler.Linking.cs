namespace Extraction;

internal sealed partial class QuoteAssembler
{
    private const int TooFar = 1000;

    private readonly List<float> _scores = [];
    private int _lastPiece;
    private int _groupCount;
    private int _sortedSources;

    /// <summary>Takes for each piece the likeliest of its readings.</summary>
    private void Join(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, LinkModel model, LinkTeacher? teacher)
    {
        _groupCount = 0;
        _groupOfPiece.Clear();
        _lastPiece = -1;
        int firstCue = 0;
        for (int p = 0; p < _pieces.Count; p++)
        {
            QuotePiece piece = _pieces[p];
            while (firstCue < _cues.Count && _view.BlockOf[_cues[firstCue].First] < piece.Block)
            {
                firstCue++;
            }

            int span = _view.SpanOf[piece.First];
            int continued = span >= 0 && _view.Spans[span].Continues && _view.Spans[span].FirstToken == piece.First && _lastPiece >= 0 && _pieces[_lastPiece].Block == piece.Block - 1 ? _groupOfPiece[_lastPiece] : -1;
            if (continued >= 0 && _groups[continued].Source >= 0)
            {
                Give(p, continued);
                continue;
            }

            Collect(text, tokens, p, firstCue);
            Describe(text, tokens, piece);
            int best = Choose(piece, model, teacher);
            LinkOption option = _readings.Options[best];
            if (option.Kind == LinkKind.NotSpeech && continued < 0)
            {
                Give(p, -1);
                continue;
            }

            int group = option.Kind == LinkKind.NotSpeech ? continued : GroupOf(option, piece, model, best, continued);
            if (continued < 0 && piece.Kind == QuoteKind.Direct && _groups[group].Pieces.Count > 0 && StandsApart(_pieces[_groups[group].Pieces[^1]], piece))
            {
                // Smith said the vote was a farce. "I will not go.": a quotation of its own, the source that of the sentence before.
                int apart = NewGroup();
                _groups[apart].Source = _groups[group].Source;
                _groups[apart].Cue = _view.SentenceOf[_pieces[_groups[group].Pieces[^1]].End - 1] == _view.SentenceOf[piece.First] ? _groups[group].Cue : -1;
                _groups[apart].Confidence = _groups[group].Confidence * 0.95f;
                _groups[apart].Reason = "goes on after an indirect quote";
                group = apart;
            }

            Give(p, group);
        }
    }

    private void Give(int p, int group)
    {
        _groupOfPiece.Add(group);
        if (group >= 0)
        {
            _groups[group].Pieces.Add(p);
            _lastPiece = p;
        }
    }

    private int Choose(in QuotePiece piece, LinkModel model, LinkTeacher? teacher)
    {
        if (teacher is not null)
        {
            _scores.Clear();
            return teacher.Choose(piece, _readings);
        }

        _scores.Clear();
        for (int o = 0; o < _readings.Count; o++)
        {
            _scores.Add(model.Score(piece.Kind, _readings.FeaturesOf(o)));
        }

        return LinkModel.Normalize(_scores);
    }

    /// <summary>Probability of the source: that of all readings that share it.</summary>
    private float Likelihood(int chosen)
    {
        if (_scores.Count == 0)
        {
            return 1;
        }

        float sum = 0;
        ReadOnlySpan<LinkOption> options = _readings.Options;
        for (int o = 0; o < options.Length; o++)
        {
            sum += options[o].Source == options[chosen].Source && options[o].Kind != LinkKind.NotSpeech ? _scores[o] : 0;
        }

        return Math.Min(1, sum);
    }

    /// <summary>The quote that a reading makes or joins; <paramref name="continued"/> is the quote over paragraphs that still lacks a source, or -1.</summary>
    private int GroupOf(in LinkOption option, in QuotePiece piece, LinkModel model, int chosen, int continued)
    {
        if (option.Kind == LinkKind.GoesOn)
        {
            _groups[option.Group].Confidence = Math.Min(_groups[option.Group].Confidence, Likelihood(chosen));
            return option.Group;
        }

        int cue = option.CueIndex;
        for (int g = _groupCount - 1; g >= 0 && g > _groupCount - 20 && continued < 0 && cue >= 0; g--)
        {
            if (_groups[g].Cue == cue)
            {
                return g;
            }
        }

        int group = continued >= 0 ? continued : NewGroup();
        if (cue < 0 && option.Cue.Length > 0)
        {
            cue = _cues.Count;
            _cues.Add(option.Cue);
            _sourceOfCue.Add(-1);
        }

        _groups[group].Cue = cue;
        _groups[group].Source = !option.HasSource ? -1 : option.SourceIndex >= 0 ? option.SourceIndex : AddSource(option.Source);
        _groups[group].Reason = $"{NameOf(option)}: {(_scores.Count > 0 ? model.Reason(piece.Kind, _readings.FeaturesOf(chosen)) : default)}";
        _groups[group].Confidence = Likelihood(chosen);
        return group;
    }

    private static string NameOf(in LinkOption option) => option.Kind switch
    {
        LinkKind.Cue => "cue",
        LinkKind.Mark => option.Rank == 0 ? "dash" : "colon",
        LinkKind.ColonBefore => "colon of the paragraph before",
        LinkKind.Introduced => "named in the sentence before",
        _ => "no cue",
    };

    private bool StandsApart(in QuotePiece before, in QuotePiece piece) =>
        before.Kind != QuoteKind.Direct && (piece.Words >= 4 || _view.SentenceOf[before.End - 1] != _view.SentenceOf[piece.First]);

    private int Cost(ReadOnlySpan<Token> tokens, in QuotePiece piece, int c)
    {
        TokenRun cue = _cues[c];
        bool after = cue.First >= piece.End;
        int from = after ? piece.End : cue.End;
        int to = after ? cue.First : piece.First;
        if (to < from)
        {
            return TooFar;
        }

        int gap = 0;
        int content = 0;
        for (int i = from; i < to && i < from + 80; i++)
        {
            int role = _roles[i] & 7;
            gap += role == 2 ? 0 : 1;
            content += role == 1 ? 1 : 0;
        }

        gap += Math.Max(0, to - from - 80);
        int cost = gap;
        cost += content > 0 ? 6 : 0;
        bool crosses = _view.SentenceOf[after ? cue.First : piece.First] != _view.SentenceOf[after ? piece.End - 1 : cue.End - 1];
        cost += crosses ? after ? 12 : 5 : 0;
        if (piece.Kind == QuoteKind.Indirect && crosses)
        {
            // An indirect quote stands in the sentence of its cue.
            return TooFar;
        }

        if (piece.Kind != QuoteKind.Indirect)
        {
            // 'She knows that "…", said Smith': of two cues the verb of speaking wins.
            cost += StrengthOf(tokens, cue) switch { 3 => 0, 2 => 1, 1 => 2, _ => 4 };
            cost += _sourceOfCue[c] < 0 ? 3 : 0;
        }

        return cost;
    }

    private static int StrengthOf(ReadOnlySpan<Token> tokens, TokenRun cue)
    {
        int strength = 0;
        for (int i = cue.First; i < cue.End; i++)
        {
            CueWord word = CueLexicon.Find(tokens[i].LowerHash);
            strength = word.Class == CueClass.Belief ? strength : Math.Max(strength, word.Strength);
        }

        return strength;
    }

    private int NewGroup()
    {
        if (_groupCount == _groups.Count)
        {
            _groups.Add(new Group());
        }

        _groups[_groupCount].Clear();
        return _groupCount++;
    }
}
