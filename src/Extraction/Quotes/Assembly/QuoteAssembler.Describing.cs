namespace Extraction;

/// <summary>The features of a piece's readings.</summary>
internal sealed partial class QuoteAssembler
{
    private void Describe(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, in QuotePiece piece)
    {
        ReadOnlySpan<LinkOption> options = _readings.Options;
        for (int o = 0; o < options.Length; o++)
        {
            LinkOption option = options[o];
            _readings.Begin();
            _readings.Feature(LinkFeature.Kind, (int)option.Kind);
            switch (option.Kind)
            {
                case LinkKind.Cue:
                    DescribeCue(text, tokens, piece, option);
                    break;
                case LinkKind.GoesOn:
                    DescribeGoingOn(piece);
                    break;
                case LinkKind.Nobody or LinkKind.NotSpeech:
                    DescribePiece(text, tokens, piece);
                    break;
            }

            // '_ said "…"' offset from 'nobody' and 'no speech': the two look at the piece, the others at what they hang it on.
            if (option.HasSource)
            {
                DescribeSource(tokens, piece, option);
            }
            else if (option.Kind == LinkKind.Cue)
            {
                _readings.Feature(LinkFeature.SourceIsMissing);
            }
        }
    }

    private void DescribeCue(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, in QuotePiece piece, in LinkOption option)
    {
        TokenRun cue = option.Cue;
        bool after = cue.First >= piece.End;
        int from = after ? piece.End : cue.End;
        int to = after ? cue.First : piece.First;
        int gap = 0;
        bool content = false;
        bool otherCue = false;
        bool sourceBetween = false;
        for (int i = from; i < to && i < from + 80; i++)
        {
            int role = _roles[i] & 7;
            bool own = i >= option.Source.First && i < option.Source.End;
            gap += own || role == 2 ? 0 : 1;
            content |= role == 1;
            otherCue |= role == 3;
            sourceBetween |= own;
        }

        _readings.Feature(after ? LinkFeature.CueAfterAtGap : LinkFeature.CueBeforeAtGap, Bin(gap));
        _readings.Feature(LinkFeature.CueRank, Math.Min(3, option.Rank));
        _readings.FeatureIf(content, LinkFeature.ContentBetween);
        _readings.FeatureIf(otherCue, LinkFeature.OtherCueBetween);
        _readings.FeatureIf(sourceBetween, LinkFeature.SourceBetweenCueAndPiece);
        bool crosses = _view.SentenceOf[after ? cue.First : piece.First] != _view.SentenceOf[after ? piece.End - 1 : cue.End - 1];
        _readings.FeatureIf(crosses && after, LinkFeature.CueInSentenceAfter);
        _readings.FeatureIf(crosses && !after, LinkFeature.CueInSentenceBefore);
        int strength = 0;
        CueClass kind = CueClass.None;
        ulong word = _view.Word[cue.First];
        float certainty = 1;
        for (int i = cue.First; i < cue.End; i++)
        {
            CueWord found = CueLexicon.Find(tokens[i].LowerHash);
            certainty = Math.Min(certainty, _tagged.Certainty[i]);
            if (found.Strength > strength)
            {
                strength = found.Strength;
                kind = found.Class;
                word = _view.Word[i];
            }
        }

        _readings.Feature(LinkFeature.CueStrength, strength);
        _readings.Feature(LinkFeature.CueClassIs, (int)kind);
        _readings.Feature(LinkFeature.CueCertainty, certainty > 0.9f ? 3 : certainty > 0.7f ? 2 : certainty > 0.5f ? 1 : 0);
        _readings.Feature(LinkFeature.CueWord, (int)((word * 0x9E37_79B9_7F4A_7C15UL) >> 55));
        if (_lastPiece >= 0 && _groups[_groupOfPiece[_lastPiece]].Cue is >= 0 and int taken && taken == option.CueIndex)
        {
            _readings.Feature(LinkFeature.CueOfPieceBefore);
        }

        if (after)
        {
            char inside = LastInside(text, piece);
            _readings.FeatureIf(inside is ',' or '?' or '!', LinkFeature.CueAfterCommaInside);
            _readings.FeatureIf(inside == '.', LinkFeature.CueAfterStopInside);
            _readings.FeatureIf(piece.End < tokens.Length && text[tokens[piece.End].Start] is ',' or '\u2014' or '-', LinkFeature.CueAfterCommaOutside);
            _readings.FeatureIf(option.HasSource && option.Source.First >= cue.End, LinkFeature.CueWithSourceInverted);
        }
        else
        {
            char before = piece.First > 0 ? text[tokens[piece.First - 1].Start] : ' ';
            _readings.FeatureIf(before == ':', LinkFeature.CueBeforeColon);
            _readings.FeatureIf(before == ',', LinkFeature.CueBeforeComma);
            _readings.FeatureIf(gap == 0, LinkFeature.CueBeforeNothing);
            _readings.FeatureIf(_view.Thats[Math.Min(piece.First + 1, _view.Count - 1)] > _view.Thats[cue.End], LinkFeature.CueBeforeThat);
        }
    }

    private void DescribeGoingOn(in QuotePiece piece)
    {
        QuotePiece before = _pieces[_lastPiece];
        bool same = before.Block == piece.Block;
        _readings.Feature(same ? LinkFeature.GoesOnSameBlock : LinkFeature.GoesOnNextBlock);
        int sentences = _view.SentenceOf[piece.First] - _view.SentenceOf[before.End - 1];
        _readings.Feature(LinkFeature.GoesOnSentencesBetween, Math.Clamp(sentences, 0, 3));
        _readings.FeatureIf(IsWholeBlock(piece), LinkFeature.GoesOnWholeBlock);
        Group group = _groups[_groupOfPiece[_lastPiece]];
        _readings.FeatureIf(group.Cue >= 0, LinkFeature.GoesOnAfterCue);
        bool name = false;
        bool cue = false;
        for (int i = before.End; i < piece.First && i < before.End + 60; i++)
        {
            bool own = group.Source >= 0 && i >= _sources[group.Source].First && i < _sources[group.Source].End;
            name |= _view.Entity[i] / 2 == 1 && !own;
            cue |= (_roles[i] & 7) == 3 && (group.Cue < 0 || i < _cues[group.Cue].First || i >= _cues[group.Cue].End);
        }

        _readings.FeatureIf(name, LinkFeature.GoesOnNameBetween);
        _readings.FeatureIf(cue, LinkFeature.GoesOnCueNear);
    }

    private void DescribeSource(ReadOnlySpan<Token> tokens, in QuotePiece piece, in LinkOption option)
    {
        TokenRun source = option.Source;
        float likely = 0;
        bool comma = false;
        bool quoted = false;
        int entity = 0;
        for (int i = source.First; i < source.End; i++)
        {
            likely = Math.Max(likely, _tagged.Source[i]);
            comma |= tokens[i].Kind == TokenKind.Punctuation;
            quoted |= _view.SpanOf[i] >= 0;
            entity = entity == 1 ? 1 : _view.Entity[i] / 2 is var code && code != 0 ? code : entity;
        }

        _readings.Feature(LinkFeature.SourceLikelihood, likely > 0.9f ? 4 : likely > 0.6f ? 3 : likely > 0.3f ? 2 : likely > 0.1f ? 1 : 0);
        _readings.Feature(LinkFeature.SourceForm, FormOf(tokens, source, entity));
        _readings.Feature(LinkFeature.SourceWords, source.Length switch { 1 => 0, <= 3 => 1, <= 8 => 2, _ => 3 });
        _readings.FeatureIf(comma, LinkFeature.SourceHasComma);
        _readings.FeatureIf(quoted, LinkFeature.SourceInQuotation);
        if (_lastPiece >= 0 && option.Kind != LinkKind.GoesOn && _groups[_groupOfPiece[_lastPiece]].Source is >= 0 and int last && Same(tokens, _sources[last], source))
        {
            _readings.Feature(LinkFeature.SourceRepeatsLast);
        }

        if (option.Kind != LinkKind.Cue)
        {
            return;
        }

        TokenRun cue = option.Cue;
        int gap = source.First >= cue.End ? source.First - cue.End : cue.First - source.End;
        _readings.Feature(LinkFeature.SourceGap, gap switch { <= 0 => 0, 1 => 1, <= 3 => 2, <= 7 => 3, <= 15 => 4, _ => 5 });
        _readings.Feature(LinkFeature.SourceRank, option.SourceRank);
        _readings.FeatureIf(gap <= 0 && _view.SentenceOf[source.First] == _view.SentenceOf[piece.First], LinkFeature.SourceTouchesCue);
        bool behind = false;
        for (int i = Math.Min(cue.End, source.End); i < Math.Max(cue.First, source.First) && !behind; i++)
        {
            behind = (_roles[i] & 7) == 3;
        }

        _readings.FeatureIf(behind, LinkFeature.SourceBehindOtherCue);
    }

    private void DescribePiece(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, in QuotePiece piece)
    {
        float sum = 0;
        int words = 0;
        int capital = 0;
        int single = 0;
        int first = -1;
        int end = piece.End;
        for (int i = piece.First; i < piece.End; i++)
        {
            if (tokens[i].Kind is TokenKind.Punctuation or TokenKind.Symbol || (piece.Quoted > 0 && _view.SpanOf[i] < 0))
            {
                continue;
            }

            first = first < 0 ? i : first;
            sum += _tagged.Content[i];
            words++;
            capital += tokens[i].Has(TokenFlags.Capitalized) ? 1 : 0;
            single += _view.Quoted[i] == 2 ? 1 : 0;
        }

        if (words == 0)
        {
            return;
        }

        float mean = sum / words;
        _readings.Feature(LinkFeature.Likelihood, mean switch { < 0.2f => 0, < 0.35f => 1, < 0.5f => 2, < 0.65f => 3, < 0.8f => 4, < 0.9f => 5, < 0.97f => 6, _ => 7 });
        _readings.Feature(LinkFeature.QuotedWords, piece.Quoted switch { 0 => 0, 1 => 1, 2 => 2, <= 5 => 3, <= 10 => 4, _ => 5 });
        _readings.FeatureIf(words >= 2 && capital >= words - (words >= 4 ? 2 : 0), LinkFeature.TitleCase);
        _readings.FeatureIf(single > 0, LinkFeature.SingleMarks);
        int kind = piece.Block < _view.Blocks.Length ? (int)_view.Blocks[piece.Block].Kind : 0;
        _readings.Feature(LinkFeature.BlockIs, Math.Min(15, kind));
        _readings.FeatureIf(IsWholeBlock(piece), LinkFeature.WholeBlock);
        char inside = LastInside(text, piece);
        _readings.FeatureIf(inside is ',', LinkFeature.EndsWithCommaInside);
        _readings.FeatureIf(inside is '.' or '?' or '!' or '\u2026', LinkFeature.EndsWithStopInside);
        _readings.FeatureIf(end < tokens.Length && _view.BlockOf[end] == piece.Block && tokens[end].Kind == TokenKind.Word && !tokens[end].Has(TokenFlags.Capitalized), LinkFeature.NounFollows);
        if (piece.First > 0 && _view.BlockOf[piece.First - 1] == piece.Block)
        {
            int before = piece.First - 1;
            WordRole role = SourceWords.RoleOf(tokens[before].LowerHash);
            _readings.FeatureIf((role & (WordRole.Definite | WordRole.Indefinite | WordRole.Possessive)) != 0, LinkFeature.DeterminerBefore);
            _readings.FeatureIf(text[tokens[before].Start] == ':', LinkFeature.ColonBefore);
            _readings.FeatureIf(text[tokens[before].Start] == ',', LinkFeature.CommaBefore);
            _readings.Feature(LinkFeature.WordBefore, Bucket(_view.Word[before]));
        }

        _readings.Feature(LinkFeature.WordAfter, end < tokens.Length && _view.BlockOf[end] == piece.Block ? Bucket(_view.Word[end]) : 0);
        _readings.FeatureIf(!tokens[first].Has(TokenFlags.Capitalized), LinkFeature.FirstWordSmall);
        DescribeSentence(tokens, piece);
    }

    private void DescribeSentence(ReadOnlySpan<Token> tokens, in QuotePiece piece)
    {
        bool any = false;
        bool strong = false;
        int sentence = _view.SentenceOf[piece.First];
        for (int i = piece.First - 1; i >= 0 && i > piece.First - 30 && _view.SentenceOf[i] == sentence; i--)
        {
            any |= (_roles[i] & 7) == 3;
            strong |= CueLexicon.Find(tokens[i].LowerHash).Strength >= 2;
        }

        bool follows = false;
        for (int i = piece.End; i < _view.Count && i < piece.End + 12 && _view.BlockOf[i] == piece.Block; i++)
        {
            follows |= (_roles[i] & 7) == 3;
        }

        _readings.FeatureIf(strong, LinkFeature.StrongCueInSentence);
        _readings.FeatureIf(!any && !follows, LinkFeature.NoCueInSentence);
        _readings.FeatureIf(follows, LinkFeature.CueFollows);
    }

    private bool IsWholeBlock(in QuotePiece piece) =>
        piece.Block >= _view.Blocks.Length || (piece.First - _view.Blocks[piece.Block].FirstToken <= 1 && _view.Blocks[piece.Block].EndToken - piece.End <= 1);

    /// <summary>The character before the closing mark that ends the piece.</summary>
    private char LastInside(ReadOnlySpan<char> text, in QuotePiece piece)
    {
        int span = _view.SpanOf[piece.End - 1];
        return span < 0 ? ' ' : text[Math.Max(_view.Spans[span].Span.Start, _view.Spans[span].Span.End - 2)];
    }

    private static int FormOf(ReadOnlySpan<Token> tokens, TokenRun source, int entity)
    {
        WordRole role = SourceWords.RoleOf(tokens[source.First].LowerHash);
        if (source.Length == 1)
        {
            if ((role & (WordRole.He | WordRole.She)) != 0)
            {
                return 0;
            }

            if ((role & (WordRole.They | WordRole.It)) != 0)
            {
                return 1;
            }

            if ((role & (WordRole.I | WordRole.Relative)) != 0)
            {
                return 2;
            }
        }

        return entity switch
        {
            1 => 3,
            2 => 4,
            3 or 4 => 5,
            0 when (role & (WordRole.Definite | WordRole.Possessive)) != 0 => 6,
            0 when (role & WordRole.Indefinite) != 0 => 7,
            0 when (role & WordRole.Preposition) != 0 => 8,
            0 when (role & WordRole.Relative) != 0 => 9,
            0 => 10,
            _ => 11,
        };
    }

    private static bool Same(ReadOnlySpan<Token> tokens, TokenRun a, TokenRun b)
    {
        if (a == b)
        {
            return true;
        }

        return tokens[a.End - 1].LowerHash == tokens[b.End - 1].LowerHash;
    }

    private static int Bin(int gap) => gap switch { <= 0 => 0, 1 => 1, 2 => 2, <= 4 => 3, <= 8 => 4, <= 16 => 5, <= 32 => 6, _ => 7 };

    private static int Bucket(ulong word) => (int)((word * 0x9E37_79B9_7F4A_7C15UL) >> 56);
}
