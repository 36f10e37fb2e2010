namespace Extraction;

/// <summary>Features of the readings of a piece.</summary>
internal sealed class ReadingDescriber(QuoteDraft draft, LinkReadings readings)
{
    private readonly PieceDescriber _piece = new(draft, readings);

    public void Describe(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, in QuotePiece piece)
    {
        ReadOnlySpan<LinkOption> options = readings.Options;
        for (int o = 0; o < options.Length; o++)
        {
            LinkOption option = options[o];
            readings.Begin();
            readings.Feature(LinkFeature.Kind, (int)option.Kind);
            switch (option.Kind)
            {
                case LinkKind.Cue:
                    DescribeCue(text, tokens, piece, option);
                    break;
                case LinkKind.GoesOn:
                    DescribeGoingOn(piece);
                    break;
                case LinkKind.Introduced:
                    DescribeIntroduced(piece, option);
                    break;
                case LinkKind.Nobody or LinkKind.NotSpeech:
                    _piece.DescribePiece(text, tokens, piece);
                    break;
            }

            // '_ said "…"' offset from 'nobody' and 'no speech': the two look at the piece, the others at what they hang it on.
            if (option.HasSource)
            {
                DescribeSource(tokens, piece, option);
            }
            else if (option.Kind == LinkKind.Cue)
            {
                readings.Feature(LinkFeature.SourceIsMissing);
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
            int role = draft.Role[i] & 7;
            bool own = i >= option.Source.First && i < option.Source.End;
            gap += own || role == 2 ? 0 : 1;
            content |= role == 1;
            otherCue |= role == 3;
            sourceBetween |= own;
        }

        readings.Feature(after ? LinkFeature.CueAfterAtGap : LinkFeature.CueBeforeAtGap, Bin(gap));
        readings.Feature(LinkFeature.CueRank, Math.Min(3, option.Rank));
        readings.FeatureIf(content, LinkFeature.ContentBetween);
        readings.FeatureIf(otherCue, LinkFeature.OtherCueBetween);
        readings.FeatureIf(sourceBetween, LinkFeature.SourceBetweenCueAndPiece);
        bool crosses = draft.View.SentenceOf[after ? cue.First : piece.First] != draft.View.SentenceOf[after ? piece.End - 1 : cue.End - 1];
        readings.FeatureIf(crosses && after, LinkFeature.CueInSentenceAfter);
        readings.FeatureIf(crosses && !after, LinkFeature.CueInSentenceBefore);
        int strength = 0;
        CueClass kind = CueClass.None;
        ulong word = draft.View.Word[cue.First];
        float certainty = 1;
        for (int i = cue.First; i < cue.End; i++)
        {
            CueWord found = CueLexicon.Find(tokens[i].LowerHash);
            certainty = Math.Min(certainty, draft.Tagged.Certainty[i]);
            if (found.Strength > strength)
            {
                strength = found.Strength;
                kind = found.Class;
                word = draft.View.Word[i];
            }
        }

        readings.Feature(LinkFeature.CueStrength, strength);
        readings.Feature(LinkFeature.CueClassIs, (int)kind);
        readings.Feature(LinkFeature.CueCertainty, certainty > 0.9f ? 3 : certainty > 0.7f ? 2 : certainty > 0.5f ? 1 : 0);
        readings.Feature(LinkFeature.CueWord, (int)((word * 0x9E37_79B9_7F4A_7C15UL) >> 55));
        if (draft.LastPiece >= 0 && draft.Groups[draft.GroupOfPiece[draft.LastPiece]].Cue is >= 0 and int taken && taken == option.CueIndex)
        {
            readings.Feature(LinkFeature.CueOfPieceBefore);
        }

        if (after)
        {
            char inside = _piece.LastInside(text, piece);
            readings.FeatureIf(inside is ',' or '?' or '!', LinkFeature.CueAfterCommaInside);
            readings.FeatureIf(inside == '.', LinkFeature.CueAfterStopInside);
            readings.FeatureIf(piece.End < tokens.Length && text[tokens[piece.End].Start] is ',' or '\u2014' or '-', LinkFeature.CueAfterCommaOutside);
            readings.FeatureIf(option.HasSource && option.Source.First >= cue.End, LinkFeature.CueWithSourceInverted);
        }
        else
        {
            char before = piece.First > 0 ? text[tokens[piece.First - 1].Start] : ' ';
            readings.FeatureIf(before == ':', LinkFeature.CueBeforeColon);
            readings.FeatureIf(before == ',', LinkFeature.CueBeforeComma);
            readings.FeatureIf(gap == 0, LinkFeature.CueBeforeNothing);
            readings.FeatureIf(draft.View.Thats[Math.Min(piece.First + 1, draft.View.Count - 1)] > draft.View.Thats[cue.End], LinkFeature.CueBeforeThat);
        }
    }

    private void DescribeGoingOn(in QuotePiece piece)
    {
        QuotePiece before = draft.Pieces[draft.LastPiece];
        bool same = before.Block == piece.Block;
        readings.Feature(same ? LinkFeature.GoesOnSameBlock : LinkFeature.GoesOnNextBlock);
        int sentences = draft.View.SentenceOf[piece.First] - draft.View.SentenceOf[before.End - 1];
        readings.Feature(LinkFeature.GoesOnSentencesBetween, Math.Clamp(sentences, 0, 3));
        readings.FeatureIf(_piece.IsWholeBlock(piece), LinkFeature.GoesOnWholeBlock);
        QuoteGroup group = draft.Groups[draft.GroupOfPiece[draft.LastPiece]];
        readings.FeatureIf(group.Cue >= 0, LinkFeature.GoesOnAfterCue);
        bool name = false;
        bool cue = false;
        for (int i = before.End; i < piece.First && i < before.End + 60; i++)
        {
            bool own = group.Source >= 0 && i >= draft.Sources[group.Source].First && i < draft.Sources[group.Source].End;
            name |= draft.View.Entity[i] / 2 == 1 && !own;
            cue |= (draft.Role[i] & 7) == 3 && (group.Cue < 0 || i < draft.Cues[group.Cue].First || i >= draft.Cues[group.Cue].End);
        }

        readings.FeatureIf(name, LinkFeature.GoesOnNameBetween);
        readings.FeatureIf(cue, LinkFeature.GoesOnCueNear);
    }

    /// <summary>'Kiara Hale, a student, agreed. "It was fun."': the subject of the sentence before, and nobody else in it.</summary>
    private void DescribeIntroduced(in QuotePiece piece, in LinkOption option)
    {
        int sentence = draft.View.SentenceOf[option.Source.First];
        int first = option.Source.First;
        bool alone = true;
        while (first > 0 && draft.View.SentenceOf[first - 1] == sentence)
        {
            first--;
            alone &= draft.View.Entity[first] / 2 != 1;
        }

        for (int i = option.Source.End; i < piece.First; i++)
        {
            alone &= draft.View.Entity[i] / 2 != 1;
        }

        readings.FeatureIf(option.Source.First - first <= 2, LinkFeature.IntroducedFirst);
        readings.FeatureIf(alone, LinkFeature.IntroducedAlone);
        readings.FeatureIf(piece.First - option.Source.End <= 2, LinkFeature.IntroducedRightBefore);
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
            likely = Math.Max(likely, draft.Tagged.Source[i]);
            comma |= tokens[i].Kind == TokenKind.Punctuation;
            quoted |= draft.View.SpanOf[i] >= 0;
            entity = entity == 1 ? 1 : draft.View.Entity[i] / 2 is var code && code != 0 ? code : entity;
        }

        readings.Feature(LinkFeature.SourceLikelihood, likely > 0.9f ? 4 : likely > 0.6f ? 3 : likely > 0.3f ? 2 : likely > 0.1f ? 1 : 0);
        readings.Feature(LinkFeature.SourceForm, FormOf(tokens, source, entity));
        readings.Feature(LinkFeature.SourceWords, source.Length switch { 1 => 0, <= 3 => 1, <= 8 => 2, _ => 3 });
        readings.FeatureIf(comma, LinkFeature.SourceHasComma);
        readings.FeatureIf(quoted, LinkFeature.SourceInQuotation);
        if (draft.LastPiece >= 0 && option.Kind != LinkKind.GoesOn && draft.Groups[draft.GroupOfPiece[draft.LastPiece]].Source is >= 0 and int last && Same(tokens, draft.Sources[last], source))
        {
            readings.Feature(LinkFeature.SourceRepeatsLast);
        }

        if (option.Kind != LinkKind.Cue)
        {
            return;
        }

        TokenRun cue = option.Cue;
        int gap = source.First >= cue.End ? source.First - cue.End : cue.First - source.End;
        readings.Feature(LinkFeature.SourceGap, gap switch { <= 0 => 0, 1 => 1, <= 3 => 2, <= 7 => 3, <= 15 => 4, _ => 5 });
        readings.Feature(LinkFeature.SourceRank, option.SourceRank);
        readings.FeatureIf(gap <= 0 && draft.View.SentenceOf[source.First] == draft.View.SentenceOf[piece.First], LinkFeature.SourceTouchesCue);
        bool behind = false;
        for (int i = Math.Min(cue.End, source.End); i < Math.Max(cue.First, source.First) && !behind; i++)
        {
            behind = (draft.Role[i] & 7) == 3;
        }

        readings.FeatureIf(behind, LinkFeature.SourceBehindOtherCue);
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
}
