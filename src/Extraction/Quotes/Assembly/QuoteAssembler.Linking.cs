namespace Extraction;

internal sealed partial class QuoteAssembler
{
    private const int TooFar = 1000;

    private readonly List<float> _scores = [];
    private int _lastPiece;
    private int _groupCount;
    private int _sortedSources;

    /// <summary>For each cue the nearest source of its sentence that no other cue stands before.</summary>
    private void FindSources(ReadOnlySpan<Token> tokens)
    {
        _sourceOfCue.Clear();
        _sortedSources = _sources.Count;
        int s = 0;
        for (int c = 0; c < _cues.Count; c++)
        {
            TokenRun cue = _cues[c];
            int sentence = _view.SentenceOf[cue.First];
            while (s < _sources.Count && _view.SentenceOf[_sources[s].First] < sentence)
            {
                s++;
            }

            int best = -1;
            int bestCost = int.MaxValue;
            for (int k = s; k < _sources.Count && k < s + 40 && _view.SentenceOf[_sources[k].First] == sentence; k++)
            {
                TokenRun source = _sources[k];
                int gap = source.First >= cue.End ? source.First - cue.End : cue.First - source.End;
                int cost = gap * 2;
                cost += source.First >= cue.End && gap > 0 ? 3 : 0;
                if (c > 0 && _cues[c - 1].First >= source.End && source.End <= cue.First)
                {
                    cost += 4;
                }

                // 'an architect who said he was stiffed …, saying': a relative pronoun speaks the next verb alone.
                cost += gap > 1 && source.Length == 1 && SourceWords.Is(tokens[source.First].LowerHash, WordRole.Relative) ? 20 : 0;
                if (c + 1 < _cues.Count && _cues[c + 1].End <= source.First)
                {
                    cost += 30;
                }

                if (cost < bestCost)
                {
                    bestCost = cost;
                    best = k;
                }
            }

            _sourceOfCue.Add(best >= 0 ? best : SourceBeside(cue));
        }
    }

    /// <summary>
    /// A source that the tagger doubted, for a cue without one: the stretch beside the cue where sources are likeliest, else the name or pronoun beside it.
    /// </summary>
    private int SourceBeside(TokenRun cue)
    {
        int sentence = _view.SentenceOf[cue.First];
        int block = _view.BlockOf[cue.First];
        int best = -1;
        float bestScore = 0.08f;
        for (int side = -1; side <= 1; side += 2)
        {
            int i = side < 0 ? cue.First - 1 : cue.End;
            for (int steps = 0; steps < 25 && i >= 0 && i < _view.Count && _view.SentenceOf[i] == sentence && _view.BlockOf[i] == block; steps++, i += side)
            {
                if ((_roles[i] & 7) is 1 or 3)
                {
                    break;
                }

                float distance = 1f / (1 + (steps * 0.1f));
                float likely = _tagged.Source[i] + (_view.Entity[i] != 0 ? 0.1f : 0);
                if (likely * distance > bestScore)
                {
                    bestScore = likely * distance;
                    best = i;
                }
            }
        }

        return best < 0 ? -1 : AddSource(best, sentence, block);
    }

    private int AddSource(int at, int sentence, int block) => AddSource(Widen(at, sentence, block));

    private int AddSource(TokenRun run)
    {
        for (int i = run.First; i < run.End; i++)
        {
            _roles[i] = (byte)(i == run.First ? 10 : 2);
        }

        _sources.Add(run);
        return _sources.Count - 1;
    }

    /// <summary>Widens a likely word to the noun phrase around it.</summary>
    private TokenRun Widen(int at, int sentence, int block)
    {
        int first = at;
        int end = at + 1;
        while (first > 0 && Belongs(first - 1, first))
        {
            first--;
        }

        while (end < _view.Count && Belongs(end, end - 1))
        {
            end++;
        }

        return new TokenRun(first, end);

        bool Belongs(int i, int beside) =>
            _view.SentenceOf[i] == sentence && _view.BlockOf[i] == block && _roles[i] == 0 && _view.SpanOf[i] < 0
            && (_tagged.Source[i] > (_view.Commas[Math.Min(i + 1, _view.Count - 1)] > _view.Commas[i] ? 0.3f : 0.06f) || (_view.Entity[i] != 0 && _view.Entity[beside] / 2 == _view.Entity[i] / 2));
    }

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

    private int ExistingSource(int token)
    {
        int low = 0;
        int high = _sortedSources;
        while (low < high)
        {
            int middle = (low + high) >> 1;
            if (_sources[middle].End <= token)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        if (low < _sortedSources && _sources[low].First <= token)
        {
            return low;
        }

        // Those added since stand behind the sorted ones; the last few are the near ones.
        for (int s = _sources.Count - 1; s >= _sortedSources && s > _sources.Count - 32; s--)
        {
            if (_sources[s].First <= token && token < _sources[s].End)
            {
                return s;
            }
        }

        _sources.Add(new TokenRun(token, token + 1));
        return _sources.Count - 1;
    }
}
