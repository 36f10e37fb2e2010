namespace Extraction;

/// <summary>The source that each cue most likely has, and sources that the tagger doubted.</summary>
internal sealed partial class QuoteAssembler
{
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
