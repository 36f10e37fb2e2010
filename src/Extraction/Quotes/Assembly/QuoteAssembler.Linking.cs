namespace Extraction;

internal sealed partial class QuoteAssembler
{
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

    /// <summary>Widens a likely word to the noun phrase around it.</summary>
    private int AddSource(int at, int sentence, int block)
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

        for (int i = first; i < end; i++)
        {
            _roles[i] = (byte)(i == first ? 10 : 2);
        }

        _sources.Add(new TokenRun(first, end));
        return _sources.Count - 1;

        bool Belongs(int i, int beside) =>
            _view.SentenceOf[i] == sentence && _view.BlockOf[i] == block && _roles[i] == 0 && _view.SpanOf[i] < 0
            && (_tagged.Source[i] > (_view.Commas[Math.Min(i + 1, _view.Count - 1)] > _view.Commas[i] ? 0.3f : 0.06f) || (_view.Entity[i] != 0 && _view.Entity[beside] / 2 == _view.Entity[i] / 2));
    }

    /// <summary>Gives each piece a cue or joins it to the quote before.</summary>
    private void Join(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens)
    {
        _groupCount = 0;
        _groupOfPiece.Clear();
        int firstCue = 0;
        for (int p = 0; p < _pieces.Count; p++)
        {
            QuotePiece piece = _pieces[p];
            while (firstCue < _cues.Count && _view.BlockOf[_cues[firstCue].First] < piece.Block)
            {
                firstCue++;
            }

            int best = -1;
            int bestCost = 1000;
            for (int c = firstCue; c < _cues.Count && c < firstCue + 60 && _view.BlockOf[_cues[c].First] == piece.Block; c++)
            {
                int cost = Cost(tokens, piece, c);
                if (cost < bestCost)
                {
                    bestCost = cost;
                    best = c;
                }
            }

            int joined = p > 0 ? Before(p, best, bestCost) : -1;
            if (joined >= 0 && _groups[joined].Cue < 0 && _groups[joined].Source < 0 && best >= 0 && bestCost < 60)
            {
                // "The first winter was hard. / "By the third we had learned," said Anna Weber: the name comes with the last paragraph.
                _groups[joined].Cue = best;
                _groups[joined].Source = _sourceOfCue[best];
                _groups[joined].Reason = "cue of the last paragraph";
                _groups[joined].Confidence = 0.9f;
            }

            int group = joined >= 0 ? joined : best >= 0 && bestCost < 60 ? GroupOfCue(best) : -1;
            if (group < 0)
            {
                group = WithoutCue(text, tokens, p);
            }

            if (piece.Kind == QuoteKind.Direct && _groups[group].Pieces.Count > 0 && StandsApart(_pieces[_groups[group].Pieces[^1]], piece))
            {
                // Smith said the vote was a farce. "I will not go.": a quotation of its own, the source that of the sentence before.
                int apart = NewGroup();
                _groups[apart].Source = _groups[group].Source;
                _groups[apart].Cue = _view.SentenceOf[_pieces[_groups[group].Pieces[^1]].End - 1] == _view.SentenceOf[piece.First] ? _groups[group].Cue : -1;
                _groups[apart].Confidence = _groups[group].Confidence * 0.95f;
                _groups[apart].Reason = "goes on after an indirect quote";
                group = apart;
            }

            _groups[group].Pieces.Add(p);
            _groupOfPiece.Add(group);
        }
    }

    private bool StandsApart(in QuotePiece before, in QuotePiece piece) =>
        before.Kind != QuoteKind.Direct && (piece.Words >= 4 || _view.SentenceOf[before.End - 1] != _view.SentenceOf[piece.First]);

    /// <summary>The group of the piece before, where this one goes on with it: a split quotation, or one over paragraphs.</summary>
    private int Before(int p, int best, int bestCost)
    {
        QuotePiece piece = _pieces[p];
        QuotePiece before = _pieces[p - 1];
        int span = _view.SpanOf[piece.First];
        if (span >= 0 && _view.Spans[span].Continues)
        {
            return _groupOfPiece[p - 1];
        }

        if (piece.Kind != QuoteKind.Direct || before.Kind == QuoteKind.Indirect || piece.Block != before.Block || best < 0)
        {
            return -1;
        }

        // "We won," he said. "And we shall win again."
        int group = _groupOfPiece[p - 1];
        int cue = _groups[group].Cue;
        return cue == best && bestCost < 60 ? group : -1;
    }

    private int Cost(ReadOnlySpan<Token> tokens, in QuotePiece piece, int c)
    {
        TokenRun cue = _cues[c];
        bool after = cue.First >= piece.End;
        int from = after ? piece.End : cue.End;
        int to = after ? cue.First : piece.First;
        if (to < from)
        {
            return 1000;
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
            return 1000;
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

    private int GroupOfCue(int cue)
    {
        for (int g = _groupCount - 1; g >= 0 && g > _groupCount - 20; g--)
        {
            if (_groups[g].Cue == cue)
            {
                return g;
            }
        }

        int made = NewGroup();
        _groups[made].Cue = cue;
        _groups[made].Source = _sourceOfCue[cue];
        _groups[made].Reason = "nearest cue";
        _groups[made].Confidence = 0.9f;
        return made;
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
