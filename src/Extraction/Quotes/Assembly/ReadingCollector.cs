namespace Extraction;

/// <summary>Collects what a piece may be taken for.</summary>
internal sealed class ReadingCollector(QuoteDraft draft, LinkReadings readings, SourceFinder sources, AdjacentCues adjacent)
{
    private const int ShortestSigned = 4;
    private const int LongestReporter = 7;

    // Titles, slogans and words held with tongs are shorter: of a hundred quotations of so many words one is no speech.
    private const int SurelySpeech = 11;

    private readonly CueReadings _cued = new(draft, readings);
    private readonly OtherReadings _others = new(draft, sources);

    public void Collect(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, int p, int firstCue)
    {
        QuotePiece piece = draft.Pieces[p];
        readings.Clear();
        bool speech = IsSpeech(text, tokens, piece);
        _cued.AddCues(tokens, piece, firstCue);
        if (piece.Kind != QuoteKind.Indirect)
        {
            if (_others.AfterMark(text, tokens, piece, out LinkOption mark))
            {
                readings.Add(mark);
                speech |= piece.Words >= ShortestSigned;
            }

            if (_others.AfterColonParagraph(text, tokens, piece, out LinkOption colon))
            {
                readings.Add(colon);
            }

            if (draft.LastPiece >= 0)
            {
                QuoteGroup before = draft.Groups[draft.GroupOfPiece[draft.LastPiece]];
                if (before.Source >= 0 && piece.Block - draft.Pieces[draft.LastPiece].Block <= 1)
                {
                    readings.Add(new LinkOption(LinkKind.GoesOn, default, draft.Sources[before.Source], before.Cue, before.Source, draft.GroupOfPiece[draft.LastPiece]));
                }
            }

            if (_others.IntroducedBefore(tokens, piece, out LinkOption introduced))
            {
                readings.Add(introduced);
            }

            readings.Add(new LinkOption(LinkKind.Nobody, default, default));
        }

        // '"I was there before the wall." — Anna Weber' is signed, and nothing but speech; so is what the next paragraph takes up with a mark. A piece has one reading at least.
        if (!speech || readings.Count == 0)
        {
            readings.Add(new LinkOption(LinkKind.NotSpeech, default, default));
        }
    }

    /// <summary>What cannot be but speech: left open and gone on with, a turn of a transcript, long, a sentence of its own, right before a verb of speaking.</summary>
    private bool IsSpeech(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, in QuotePiece piece)
    {
        if (IsContinued(piece) || (piece.First > 0 && (draft.Role[piece.First - 1] & Transcripts.TurnColon) != 0) || piece.Quoted >= SurelySpeech || IsReported(text, tokens, piece))
        {
            return true;
        }

        int span = draft.View.SpanOf[piece.First];
        return piece.IsDirect && span >= 0 && draft.View.SpanOf[piece.End - 1] == span
            && (draft.IsWholeSentence(text, tokens, draft.View.Spans[span]) || adjacent.IsFollowedByCue(text, tokens, draft.View.Spans[span]));
    }

    /// <summary>'[The bridge will open on Friday], Mayor Asha Rao said.', '[…], said Mayor Asha Rao': behind the comma nothing but who says it and the verb.</summary>
    private bool IsReported(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, in QuotePiece piece)
    {
        int comma = piece.End;
        Sentence sentence = draft.View.Sentences.IsEmpty ? default : draft.View.Sentences[draft.View.SentenceOf[piece.First]];
        if (piece.Kind != QuoteKind.Indirect || comma + 3 > sentence.EndToken || text[tokens[comma].Start] != ',' || draft.View.BlockOf[comma] != piece.Block)
        {
            return false;
        }

        int verb = sentence.EndToken - 2;
        bool last = text[tokens[verb + 1].Start] == '.' && AdjacentCues.IsVerb(tokens[verb]) && verb - comma is >= 2 and <= LongestReporter;
        return last || (AdjacentCues.IsVerb(tokens[comma + 1]) && tokens[comma + 2].Has(TokenFlags.Capitalized));
    }

    /// <summary>Left open at its paragraph's end, and gone on with in the next.</summary>
    private bool IsContinued(in QuotePiece piece)
    {
        int span = draft.View.SpanOf[piece.End - 1];
        return span >= 0 && !draft.View.Spans[span].IsClosed && span + 1 < draft.View.Spans.Length && draft.View.Spans[span + 1].Continues;
    }
}
