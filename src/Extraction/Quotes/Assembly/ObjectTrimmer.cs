namespace Extraction;

/// <summary>Martin Okello called the plan "a gift to the banks": what is said is the quotation; the plan is what it is said of.</summary>
internal sealed class ObjectTrimmer(QuoteDraft draft)
{
    private const int LongestObject = 8;

    private static readonly HashLexicon VerbsWithObject = HashLexicon.OfWords(
        "call calls called calling describe describes described describing dub dubs dubbed dubbing label labels labelled labeled labelling labeling brand brands branded branding "
        + "dismiss dismisses dismissed dismissing praise praises praised praising accuse accuses accused accusing slam slams slammed slamming blast blasts blasted blasting "
        + "denounce denounces denounced denouncing hail hails hailed hailing characterize characterizes characterized characterise characterises characterised thank thanks thanked");

    public void LeaveOutObjects(ReadOnlySpan<Token> tokens)
    {
        for (int g = 0; g < draft.GroupCount; g++)
        {
            QuoteGroup group = draft.Groups[g];
            if (group.Cue < 0)
            {
                continue;
            }

            int p = group.Pieces[0];
            QuotePiece piece = draft.Pieces[p];
            TokenRun cue = draft.Cues[group.Cue];
            if (piece.Kind != QuoteKind.Mixed || cue.End > piece.First || piece.First - cue.End > 1 || VerbsWithObject.Find(tokens[cue.End - 1].LowerHash) == 0)
            {
                continue;
            }

            int first = piece.First;
            while (first < piece.End && draft.View.SpanOf[first] < 0)
            {
                first++;
            }

            // All that follows the object is quoted, and the object has no verb of its own.
            if (first == piece.First || first - piece.First > LongestObject || piece.Words - piece.Quoted > first - piece.First || draft.View.SpanOf[piece.End - 1] < 0)
            {
                continue;
            }

            int words = 0;
            int quoted = 0;
            for (int i = first; i < piece.End; i++)
            {
                if (tokens[i].Kind is not (TokenKind.Punctuation or TokenKind.Symbol or TokenKind.Clitic))
                {
                    words++;
                    quoted += draft.View.SpanOf[i] >= 0 ? 1 : 0;
                }
            }

            if (words > 0 && quoted == words)
            {
                draft.Pieces[p] = new QuotePiece(first, piece.End, piece.Block, quoted, words);
            }
        }
    }
}
