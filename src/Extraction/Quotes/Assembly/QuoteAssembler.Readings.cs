namespace Extraction;

/// <summary>Collects what a piece may be taken for: each near cue with each near source, and the ways of quoting without a cue.</summary>
internal sealed partial class QuoteAssembler
{
    private const int MostCues = 6;
    private const int MostSources = 3;
    private const int ShortestSigned = 4;

    private readonly LinkReadings _readings = new();

    private void Collect(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, int p, int firstCue)
    {
        QuotePiece piece = _pieces[p];
        _readings.Clear();
        bool speech = IsContinued(piece) || (piece.First > 0 && (_roles[piece.First - 1] & TurnColon) != 0) || (piece.IsDirect && _view.SpanOf[piece.First] is >= 0 and int span && _view.SpanOf[piece.End - 1] == span && IsFollowedByCue(text, tokens, _view.Spans[span]));
        AddCues(tokens, piece, firstCue);
        if (piece.Kind != QuoteKind.Indirect)
        {
            if (AfterMark(text, tokens, piece, out LinkOption mark))
            {
                _readings.Add(mark);
                speech |= piece.Words >= ShortestSigned;
            }

            if (AfterColonParagraph(text, tokens, piece, out LinkOption colon))
            {
                _readings.Add(colon);
            }

            if (_lastPiece >= 0)
            {
                Group before = _groups[_groupOfPiece[_lastPiece]];
                if (before.Source >= 0 && piece.Block - _pieces[_lastPiece].Block <= 1)
                {
                    _readings.Add(new LinkOption(LinkKind.GoesOn, default, _sources[before.Source], before.Cue, before.Source, _groupOfPiece[_lastPiece]));
                }
            }

            if (IntroducedBefore(piece, out LinkOption introduced))
            {
                _readings.Add(introduced);
            }

            _readings.Add(new LinkOption(LinkKind.Nobody, default, default));
        }

        // '"I was there before the wall." — Anna Weber' is signed, and nothing but speech; so is what the next paragraph takes up with a mark.
        if (!speech || _readings.Count == 0)
        {
            _readings.Add(new LinkOption(LinkKind.NotSpeech, default, default));
        }
    }

    /// <summary>Left open at its paragraph's end, and gone on with in the next.</summary>
    private bool IsContinued(in QuotePiece piece)
    {
        int span = _view.SpanOf[piece.End - 1];
        return span >= 0 && !_view.Spans[span].IsClosed && span + 1 < _view.Spans.Length && _view.Spans[span + 1].Continues;
    }

    private void AddCues(ReadOnlySpan<Token> tokens, in QuotePiece piece, int firstCue)
    {
        Span<int> near = stackalloc int[MostCues];
        Span<int> costs = stackalloc int[MostCues];
        int count = 0;
        for (int c = firstCue; c < _cues.Count && c < firstCue + 60 && _view.BlockOf[_cues[c].First] == piece.Block; c++)
        {
            int cost = Cost(tokens, piece, c);
            if (cost >= TooFar)
            {
                continue;
            }

            int at = count < MostCues ? count++ : MostCues;
            for (; at > 0 && costs[at - 1] > cost; at--)
            {
                if (at < MostCues)
                {
                    (near[at], costs[at]) = (near[at - 1], costs[at - 1]);
                }
            }

            if (at < MostCues)
            {
                (near[at], costs[at]) = (c, cost);
            }
        }

        for (int rank = 0; rank < count; rank++)
        {
            AddSources(tokens, near[rank], rank);
        }
    }

    /// <summary>The cue with the source chosen for it, with others near it, and with none.</summary>
    private void AddSources(ReadOnlySpan<Token> tokens, int c, int rank)
    {
        TokenRun cue = _cues[c];
        int chosen = _sourceOfCue[c];
        if (chosen >= 0)
        {
            _readings.Add(new LinkOption(LinkKind.Cue, cue, _sources[chosen], c, chosen, -1, rank, 0));
        }

        if (rank < 3)
        {
            int sentence = _view.SentenceOf[cue.First];
            int from = FirstSourceOf(cue.First);
            int added = 1;
            for (int step = 0; step < 4 && added < MostSources; step++)
            {
                // Backwards, forwards, backwards again.
                int s = step % 2 == 0 ? from - 1 - (step / 2) : from + (step / 2);
                if (s >= 0 && s < _sortedSources && s != chosen && _view.SentenceOf[_sources[s].First] == sentence && _view.BlockOf[_sources[s].First] == _view.BlockOf[cue.First])
                {
                    _readings.Add(new LinkOption(LinkKind.Cue, cue, _sources[s], c, s, -1, rank, added++));
                }
            }
        }

        _readings.Add(new LinkOption(LinkKind.Cue, cue, default, c, -1, -1, rank, 3));
    }

    /// <summary>Index of the first source that begins at a token or after it.</summary>
    private int FirstSourceOf(int token)
    {
        int low = 0;
        int high = _sortedSources;
        while (low < high)
        {
            int middle = (low + high) >> 1;
            if (_sources[middle].First < token)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>"A diamond is a chunk of coal." — Anonymous; "My village has no cinema": Parviz Qashqavi.</summary>
    private bool AfterMark(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, in QuotePiece piece, out LinkOption option)
    {
        option = default;
        int mark = piece.End;
        if (mark >= tokens.Length)
        {
            return false;
        }

        bool sameBlock = _view.BlockOf[mark] == piece.Block;
        char c = text[tokens[mark].Start];
        bool dash = c is '\u2014' or '\u2013' or '\u2015' or '-' or '~';
        if (!(dash && (sameBlock || tokens[mark].Has(TokenFlags.LineStart))) && !(c == ':' && sameBlock))
        {
            return false;
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
            return false;
        }

        if (end <= first || !(_view.Entity[first] != 0 || tokens[first].Kind == TokenKind.Handle || (dash && tokens[first].Has(TokenFlags.Capitalized))))
        {
            return false;
        }

        option = new LinkOption(LinkKind.Mark, new TokenRun(mark, mark + 1), new TokenRun(first, end), Rank: dash ? 0 : 1);
        return true;
    }

    /// <summary>'Caddell continued:' ends the paragraph before.</summary>
    private bool AfterColonParagraph(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, in QuotePiece piece, out LinkOption option)
    {
        option = default;
        int last = piece.First - 1;
        if (last < 1 || text[tokens[last].Start] != ':')
        {
            return false;
        }

        int sentence = _view.SentenceOf[last];
        int cue = -1;
        for (int i = last - 1; i >= 0 && i > last - 40 && _view.SentenceOf[i] == sentence && cue < 0; i--)
        {
            cue = (_roles[i] & 7) == 3 || CueLexicon.Find(tokens[i].LowerHash).Strength >= 2 ? i : -1;
        }

        int source = -1;
        float best = 0.05f;
        for (int i = last - 1; i >= 0 && i > last - 40 && _view.SentenceOf[i] == sentence && (_roles[i] & 7) != 1; i--)
        {
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
            return false;
        }

        TokenRun run = (_roles[source] & 7) == 2 ? _sources[ExistingSource(source)] : Widen(source, sentence, _view.BlockOf[source]);
        option = new LinkOption(LinkKind.ColonBefore, cue < 0 ? new TokenRun(last, last + 1) : new TokenRun(cue, cue + 1), run);
        return true;
    }

    /// <summary>'The mayor of Huancayo, Basilio Auqui Huaytalla, put it better. "…"': who was named last in the sentence before.</summary>
    private bool IntroducedBefore(in QuotePiece piece, out LinkOption option)
    {
        option = default;
        int last = piece.First - 1;
        if (last < 0 || _view.BlockOf[last] != piece.Block)
        {
            return false;
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
            return false;
        }

        int known = (_roles[best] & 7) == 2 ? ExistingSource(best) : -1;
        option = new LinkOption(LinkKind.Introduced, default, known >= 0 ? _sources[known] : Widen(best, sentence, piece.Block), -1, known);
        return true;
    }

    private int NextOutside(int i)
    {
        while (i < _view.Count && _view.Entity[i] != 0)
        {
            i++;
        }

        return i;
    }
}
