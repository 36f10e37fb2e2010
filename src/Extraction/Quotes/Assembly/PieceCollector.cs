namespace Extraction;

/// <summary>Collects the runs of content, sources and cues that the roles make.</summary>
internal sealed class PieceCollector(QuoteDraft draft)
{
    public void CollectRuns(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens)
    {
        Span<byte> roles = draft.Roles;
        int n = roles.Length;
        for (int i = 0; i < n;)
        {
            int role = roles[i] & 7;
            int first = i++;
            while (i < n && (roles[i] & 7) == role && (roles[i] & 8) == 0 && draft.View.BlockOf[i] == draft.View.BlockOf[first] && !(role == 1 && IsSeam(text, tokens, i)))
            {
                i++;
            }

            switch (role)
            {
                case 1:
                    AddPiece(tokens, first, i);
                    break;
                case 2:
                    draft.Sources.Add(new TokenRun(first, i));
                    break;
                case 3:
                    draft.Cues.Add(new TokenRun(first, i));
                    break;
            }
        }
    }

    /// <summary>
    /// Between a quotation of some length and what stands beside it in another sentence, before a colon or behind a verb of speaking: 'examples, including: "Were you asked …?"', '"… two hours." To
    /// "route out" means', 'their own analysis concluded, "Usually …"'.
    /// </summary>
    private bool IsSeam(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, int i)
    {
        int before = draft.View.SpanOf[i - 1];
        int here = draft.View.SpanOf[i];
        if (before == here)
        {
            return false;
        }

        bool otherSentence = draft.View.SentenceOf[i] != draft.View.SentenceOf[i - 1];
        char mark = text[tokens[i - 1].Start];
        bool opens = here >= 0 && draft.View.Spans[here].Words >= 4 && (otherSentence || mark == ':' || (mark == ',' && i > 1 && AdjacentCues.IsVerb(tokens[i - 2])));
        return opens || (before >= 0 && draft.View.Spans[before].Words >= 4 && otherSentence);
    }

    private void AddPiece(ReadOnlySpan<Token> tokens, int first, int end)
    {
        // A run of unquoted content begins and ends with a word; a lone mark is none.
        while (first < end && draft.View.SpanOf[first] < 0 && IsLoose(tokens[first]))
        {
            first++;
        }

        while (end > first && draft.View.SpanOf[end - 1] < 0 && IsLoose(tokens[end - 1]))
        {
            end--;
        }

        int words = 0;
        int quoted = 0;
        for (int i = first; i < end; i++)
        {
            if (tokens[i].Kind is not (TokenKind.Punctuation or TokenKind.Symbol or TokenKind.Clitic))
            {
                words++;
                quoted += draft.View.SpanOf[i] >= 0 ? 1 : 0;
            }
        }

        if (words > 0)
        {
            draft.Pieces.Add(new QuotePiece(first, end, draft.View.BlockOf[first], quoted, words));
        }
    }

    private static bool IsLoose(in Token token) => token.Kind == TokenKind.Punctuation && token.Length == 1;
}
