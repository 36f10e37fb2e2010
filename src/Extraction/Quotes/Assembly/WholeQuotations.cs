namespace Extraction;

/// <summary>Keeps quotations whole: what stands between marks is speech from mark to mark, or not at all.</summary>
internal sealed class WholeQuotations(QuoteDraft draft, AdjacentCues adjacent)
{
    /// <summary>Mean probability of its words from which a quotation is handed to the ranker, which may still find it no speech.</summary>
    private const float Doubt = 0.25f;

    /// <summary>Number of words from which a quotation is nearly always speech.</summary>
    private const int SeldomElse = 8;

    /// <summary>No quotation is cut: it is speech as a whole, or not at all.</summary>
    public void KeepQuotationsWhole(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens)
    {
        Span<byte> roles = draft.Roles;
        bool before = false;
        ReadOnlySpan<QuotedSpan> spans = draft.View.Spans;
        for (int s = 0; s < spans.Length; s++)
        {
            QuotedSpan span = spans[s];
            float sum = 0;
            int words = 0;
            for (int i = span.FirstToken; i < span.EndToken; i++)
            {
                if (tokens[i].Kind is not (TokenKind.Punctuation or TokenKind.Symbol))
                {
                    sum += draft.Tagged.Content[i];
                    words++;
                }
            }

            bool speech = words > 0 && (sum >= Doubt * words || span.Words >= SeldomElse || (span.Continues && before) || (!span.IsClosed && s + 1 < spans.Length && spans[s + 1].Continues) || (span.IsClosed && (StandsAlone(text, tokens, span) || (sum >= 0.02f * words && adjacent.IsFollowedByCue(text, tokens, span)))));
            before = speech;
            if (span.EndToken <= span.FirstToken)
            {
                continue;
            }

            bool goesOn = speech && (roles[span.FirstToken] & 7) == 1 && (roles[span.FirstToken] & 8) == 0;
            for (int i = span.FirstToken; i < span.EndToken; i++)
            {
                if (speech)
                {
                    roles[i] = 1;
                }
                else if ((roles[i] & 7) == 1)
                {
                    roles[i] = 0;
                }
            }

            if (speech && !goesOn)
            {
                roles[span.FirstToken] = 9;
            }
        }
    }

    /// <summary>A quotation that is a sentence of its own ('"It is what it is." That was how he put it.') may be speech, however little the tagger saw in it; so may one that opens a headline ('"I will stay": coach defiant').</summary>
    private bool StandsAlone(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, in QuotedSpan span)
    {
        if (span.Words < QuoteDraft.FewestAlone || span.EndToken <= span.FirstToken)
        {
            return false;
        }

        bool last = span.EndToken >= tokens.Length || draft.View.BlockOf[span.EndToken] != span.Block;
        return draft.IsWholeSentence(text, tokens, span) || (draft.IsFirstOfBlock(span.FirstToken) && (last || text[tokens[span.EndToken].Start] == ':'));
    }
}
