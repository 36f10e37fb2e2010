namespace Extraction;

/// <summary>Quotations beside which no cue was found: dashes and colons, paragraphs that go on, speakers introduced in the sentence before.</summary>
internal sealed partial class QuoteAssembler
{
    private int WithoutCue(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, int p)
    {
        QuotePiece piece = _pieces[p];
        int group = -1;
        if (piece.Kind == QuoteKind.Direct)
        {
            group = AfterMark(text, tokens, piece);
            group = group >= 0 ? group : AfterColonParagraph(text, tokens, piece);
            group = group >= 0 ? group : GoesOn(tokens, p);
            group = group >= 0 ? group : IntroducedBefore(tokens, piece);
        }

        if (group < 0)
        {
            group = NewGroup();
            _groups[group].Reason = "no cue";
            _groups[group].Confidence = 0.3f;
        }

        return group;
    }

    /// <summary>"A diamond is a chunk of coal." — Anonymous; "My village has no cinema": Parviz Qashqavi.</summary>
    private int AfterMark(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, in QuotePiece piece)
    {
        int mark = piece.End;
        if (mark >= tokens.Length)
        {
            return -1;
        }

        bool sameBlock = _view.BlockOf[mark] == piece.Block;
        char c = text[tokens[mark].Start];
        bool dash = c is '\u2014' or '\u2013' or '\u2015' or '-' or '~';
        if (!(dash && (sameBlock || tokens[mark].Has(TokenFlags.LineStart))) && !(c == ':' && sameBlock))
        {
            return -1;
        }

        int first = mark + 1;
        int block = _view.BlockOf[mark];
        int end = first;
        while (end < tokens.Length && end < first + 14 && _view.BlockOf[end] == block && _view.SpanOf[end] < 0 && (_roles[end] & 7) != 1
            && !(end > first && tokens[end].Has(TokenFlags.LineStart)) && text[tokens[end].Start] is not ('.' or ';' or '!' or '?' or ':' or '"' or '\u201C'))
        {
            end++;
        }

        while (end > first && tokens[end - 1].Kind == TokenKind.Punctuation && text[tokens[end - 1].Start] is not (')' or ']'))
        {
            end--;
        }

        // '"We are 4 to a room": Arviat families wait' is a headline; a name alone must follow the colon.
        if (!dash && first < tokens.Length && (_view.Entity[first] / 2 != 1 || NextOutside(first) is var next && next < end && tokens[next].Kind == TokenKind.Word))
        {
            return -1;
        }

        if (end <= first || !(_view.Entity[first] != 0 || tokens[first].Kind == TokenKind.Handle || (dash && tokens[first].Has(TokenFlags.Capitalized))))
        {
            return -1;
        }

        return GroupOf(new TokenRun(mark, mark + 1), new TokenRun(first, end), dash ? "dash" : "colon", 0.85f);
    }

    /// <summary>'Caddell continued:' ends the paragraph before.</summary>
    private int AfterColonParagraph(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, in QuotePiece piece)
    {
        int last = piece.First - 1;
        if (last < 1 || text[tokens[last].Start] != ':')
        {
            return -1;
        }

        int sentence = _view.SentenceOf[last];
        int cue = -1;
        for (int i = last - 1; i >= 0 && i > last - 40 && _view.SentenceOf[i] == sentence && cue < 0; i--)
        {
            cue = (_roles[i] & 7) == 3 || CueLexicon.Find(tokens[i].LowerHash).Strength >= 2 ? i : -1;
        }

        int source = -1;
        float best = 0.05f;
        for (int i = last - 1; i >= 0 && i > last - 40 && _view.SentenceOf[i] == sentence; i--)
        {
            if ((_roles[i] & 7) == 1)
            {
                break;
            }

            float likely = _tagged.Source[i] + (_view.Entity[i] != 0 ? 0.3f : 0) + (SourceWords.Is(tokens[i].LowerHash, WordRole.He | WordRole.She | WordRole.They) && !SourceWords.Is(tokens[i].LowerHash, WordRole.Possessive) ? 0.5f : 0);
            likely -= cue >= 0 ? Math.Abs(i - cue) * 0.01f : (last - i) * 0.005f;
            if (likely > best)
            {
                best = likely;
                source = i;
            }
        }

        if (source < 0)
        {
            return -1;
        }

        int s = (_roles[source] & 7) == 2 ? ExistingSource(source) : AddSource(source, sentence, _view.BlockOf[source]);
        return GroupOf(cue < 0 ? new TokenRun(last, last + 1) : new TokenRun(cue, cue + 1), _sources[s], "colon of the paragraph before", 0.8f);
    }

    /// <summary>A paragraph that is one quotation after one of a known speaker: he goes on.</summary>
    private int GoesOn(ReadOnlySpan<Token> tokens, int p)
    {
        if (p == 0)
        {
            return -1;
        }

        QuotePiece piece = _pieces[p];
        QuotePiece before = _pieces[p - 1];
        Group group = _groups[_groupOfPiece[p - 1]];
        bool whole = piece.Block >= _view.Blocks.Length || (piece.First - _view.Blocks[piece.Block].FirstToken <= 1 && _view.Blocks[piece.Block].EndToken - piece.End <= 1);
        bool near = piece.Block - before.Block <= 1 && before.Kind != QuoteKind.Indirect && (piece.Block == before.Block || whole);
        if (!near || group.Source < 0)
        {
            return -1;
        }

        // The same paragraph, another sentence, no cue between: "No," he said. They laughed. "Never."
        group.Confidence = Math.Min(group.Confidence, piece.Block == before.Block ? 0.85f : 0.7f);
        return _groupOfPiece[p - 1];
    }

    /// <summary>'The mayor of Huancayo, Basilio Auqui Huaytalla, put it better. "…"': who was named last in the sentence before.</summary>
    private int IntroducedBefore(ReadOnlySpan<Token> tokens, in QuotePiece piece)
    {
        int last = piece.First - 1;
        if (last < 0 || _view.BlockOf[last] != piece.Block)
        {
            return -1;
        }

        int sentence = _view.SentenceOf[last];
        int best = -1;
        float bestLikely = 0.15f;
        for (int i = last; i >= 0 && i > last - 60 && _view.SentenceOf[i] == sentence && (_roles[i] & 7) != 1; i--)
        {
            float likely = _tagged.Source[i] + (_view.Entity[i] / 2 == 1 ? 0.3f : 0);
            if (likely >= bestLikely)
            {
                bestLikely = likely;
                best = i;
            }
        }

        if (best < 0)
        {
            return -1;
        }

        int s = (_roles[best] & 7) == 2 ? ExistingSource(best) : AddSource(best, sentence, piece.Block);
        int group = NewGroup();
        _groups[group].Source = s;
        _groups[group].Reason = "named in the sentence before";
        _groups[group].Confidence = 0.6f;
        return group;
    }

    private int NextOutside(int i)
    {
        while (i < _view.Count && _view.Entity[i] != 0)
        {
            i++;
        }

        return i;
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

    private int GroupOf(TokenRun cue, TokenRun source, string reason, float confidence)
    {
        for (int g = _groupCount - 1; g >= 0 && g > _groupCount - 4; g--)
        {
            if (_groups[g].Cue >= 0 && _cues[_groups[g].Cue] == cue)
            {
                return g;
            }
        }

        _cues.Add(cue);
        _sources.Add(source);
        _sourceOfCue.Add(_sources.Count - 1);
        int group = NewGroup();
        _groups[group].Cue = _cues.Count - 1;
        _groups[group].Source = _sources.Count - 1;
        _groups[group].Reason = reason;
        _groups[group].Confidence = confidence;
        return group;
    }
}
