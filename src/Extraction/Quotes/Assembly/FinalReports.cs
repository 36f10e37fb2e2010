namespace Extraction;

/// <summary>Reports that close their sentence: 'The talks had failed, reported ANI.', 'Two climbers died on Sunday, police said.'</summary>
internal sealed class FinalReports(QuoteDraft draft)
{
    /// <summary>'The talks had failed, reported ANI.': verb and name close the sentence; all before is what they say.</summary>
    public void MarkFinalReports(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens)
    {
        Span<byte> roles = draft.Roles;
        foreach (Sentence sentence in draft.View.Sentences)
        {
            int end = sentence.EndToken;
            if (end - sentence.FirstToken < 8 || text[tokens[end - 1].Start] != '.' || draft.View.BlockOf[sentence.FirstToken] < 0 || draft.View.BlockOf[sentence.FirstToken] != draft.View.BlockOf[end - 1])
            {
                continue;
            }

            if (AdjacentCues.IsVerb(tokens[end - 2]) && !HasQuotation(sentence))
            {
                MarkFinalVerb(text, tokens, sentence);
                continue;
            }

            int name = end - 1;
            while (name > sentence.FirstToken && end - name < 8 && (draft.View.Entity[name - 1] != 0 || tokens[name - 1].Has(TokenFlags.Capitalized)))
            {
                name--;
            }

            int verb = name - 1;
            if (name == end - 1 || verb - 2 < sentence.FirstToken || !AdjacentCues.IsVerb(tokens[verb]) || text[tokens[verb - 1].Start] != ',' || HasQuotation(sentence))
            {
                continue;
            }

            for (int i = sentence.FirstToken; i < verb - 1; i++)
            {
                roles[i] = (byte)(i == sentence.FirstToken ? 9 : 1);
            }

            roles[verb - 1] = 0;
            roles[verb] = 11;
            for (int i = name; i < end - 1; i++)
            {
                roles[i] = (byte)(i == name ? 10 : 2);
            }
        }
    }

    /// <summary>'Two climbers died on Sunday, police said.': where the tagger saw no report at all, a short source and a verb of speaking after the last comma make one.</summary>
    private void MarkFinalVerb(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, in Sentence sentence)
    {
        Span<byte> roles = draft.Roles;
        int verb = sentence.EndToken - 2;
        int first = verb;
        while (first > sentence.FirstToken && verb - first < 6 && tokens[first - 1].Kind is TokenKind.Word or TokenKind.Clitic)
        {
            first--;
        }

        if (first == verb || first - sentence.FirstToken < 4 || text[tokens[first - 1].Start] != ',' || SourceWords.Is(tokens[first].LowerHash, WordRole.Relative | WordRole.Conjunction | WordRole.Preposition)
            || SourceWords.Is(tokens[verb - 1].LowerHash, WordRole.Definite | WordRole.Possessive | WordRole.Preposition))
        {
            // The last also for a noun: 'Ann Lee, a writer in Lemvik, contributed to this report.'
            return;
        }

        for (int i = sentence.FirstToken; i < verb; i++)
        {
            if ((roles[i] & 7) is 1 or 3 || draft.View.BlockOf[i] != draft.View.BlockOf[verb])
            {
                return;
            }
        }

        for (int i = sentence.FirstToken; i < verb; i++)
        {
            roles[i] = i < first - 1 ? (byte)1 : i == first - 1 ? (byte)0 : (byte)2;
        }

        roles[sentence.FirstToken] = 9;
        roles[first] = 10;
        roles[verb] = 11;
    }

    private bool HasQuotation(in Sentence sentence)
    {
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (draft.View.SpanOf[i] >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
