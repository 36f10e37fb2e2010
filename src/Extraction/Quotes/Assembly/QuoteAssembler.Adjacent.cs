namespace Extraction;

/// <summary>Cues right behind a quotation that the tagger passed over: '"…", it added', '"…," laughed Md Shamim Akhtar'.</summary>
internal sealed partial class QuoteAssembler
{
    private void MarkAdjacentCues(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens)
    {
        Span<byte> roles = Roles;
        foreach (QuotedSpan span in _view.Spans)
        {
            if (!span.IsClosed || span.EndToken >= tokens.Length || span.EndToken <= span.FirstToken || (roles[span.FirstToken] & 7) != 1 || span.Words < 2)
            {
                continue;
            }

            int i = span.EndToken;
            int block = _view.BlockOf[i];
            if (block != span.Block || HasCueNear(roles, i, block))
            {
                continue;
            }

            // The comma or the sentence's own mark before the closing one tells a quotation that a verb follows.
            char inner = text[Math.Max(span.Span.Start, span.Span.End - 2)];
            char after = text[tokens[i].Start];
            if (after is ',' or '\u2014' or '\u2013' or '-')
            {
                i++;
            }
            else if (inner is not (',' or '?' or '!' or '\u2026' or '-' or '\u2014'))
            {
                continue;
            }

            TryMark(roles, tokens, i, block);
        }
    }

    /// <summary>'"Enough," snapped Rosa Almeida': however short, what ends in a comma, ? or ! before a verb of speaking and a name is speech.</summary>
    private bool IsFollowedByCue(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, in QuotedSpan span)
    {
        int i = span.EndToken;
        if (i + 1 >= tokens.Length || _view.BlockOf[i + 1] != span.Block || text[Math.Max(span.Span.Start, span.Span.End - 2)] is not (',' or '?' or '!'))
        {
            return false;
        }

        bool verb = IsVerb(tokens[i]) && (tokens[i + 1].Has(TokenFlags.Capitalized) || SourceWords.Is(tokens[i + 1].LowerHash, WordRole.Definite));
        bool pronoun = SourceWords.Is(tokens[i].LowerHash, WordRole.He | WordRole.She | WordRole.They) && !SourceWords.Is(tokens[i].LowerHash, WordRole.Possessive) && IsVerb(tokens[i + 1]);
        bool name = tokens[i].Has(TokenFlags.Capitalized) && (IsVerb(tokens[i + 1]) || (i + 2 < tokens.Length && tokens[i + 1].Has(TokenFlags.Capitalized) && IsVerb(tokens[i + 2])));
        return verb || pronoun || name;
    }

    private bool HasCueNear(Span<byte> roles, int at, int block)
    {
        for (int i = at; i < roles.Length && i < at + 8 && _view.BlockOf[i] == block; i++)
        {
            int role = roles[i] & 7;
            if (role == 3)
            {
                return true;
            }

            if (role == 1)
            {
                return false;
            }
        }

        return false;
    }

    private void TryMark(Span<byte> roles, ReadOnlySpan<Token> tokens, int i, int block)
    {
        if (i + 1 >= tokens.Length || _view.BlockOf[i + 1] != block || (roles[i] & 7) == 1 || (roles[i + 1] & 7) == 1)
        {
            return;
        }

        bool pronoun = SourceWords.Is(tokens[i].LowerHash, WordRole.He | WordRole.She | WordRole.They | WordRole.It | WordRole.I) && !SourceWords.Is(tokens[i].LowerHash, WordRole.Possessive);
        if (pronoun && IsVerb(tokens[i + 1]))
        {
            roles[i] = 10;
            roles[i + 1] = 11;
            return;
        }

        if (IsVerb(tokens[i]) && (_view.Entity[i + 1] != 0 || tokens[i + 1].Has(TokenFlags.Capitalized)))
        {
            roles[i] = 11;
            int end = i + 1;
            while (end < tokens.Length && end < i + 8 && _view.BlockOf[end] == block && (roles[end] & 7) is 0 or 2 && (_view.Entity[end] != 0 || tokens[end].Has(TokenFlags.Capitalized)))
            {
                roles[end] = (byte)(end == i + 1 ? 10 : 2);
                end++;
            }

            return;
        }

        int name = i;
        while (name < tokens.Length && name < i + 8 && _view.BlockOf[name] == block && (_view.Entity[name] != 0 || tokens[name].Has(TokenFlags.Capitalized)) && (roles[name] & 7) is 0 or 2)
        {
            name++;
        }

        if (name > i && name < tokens.Length && _view.BlockOf[name] == block && IsVerb(tokens[name]) && (roles[name] & 7) == 0)
        {
            for (int k = i; k < name; k++)
            {
                roles[k] = (byte)(k == i ? 10 : 2);
            }

            roles[name] = 11;
        }
    }

    /// <summary>'The talks had failed, reported ANI.': verb and name close the sentence; all before is what they say.</summary>
    private void MarkFinalReports(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens)
    {
        Span<byte> roles = Roles;
        foreach (Sentence sentence in _view.Sentences)
        {
            int end = sentence.EndToken;
            if (end - sentence.FirstToken < 8 || text[tokens[end - 1].Start] != '.')
            {
                continue;
            }

            if (IsVerb(tokens[end - 2]) && !HasQuotation(sentence))
            {
                MarkFinalVerb(text, tokens, sentence);
                continue;
            }

            int name = end - 1;
            while (name > sentence.FirstToken && end - name < 8 && (_view.Entity[name - 1] != 0 || tokens[name - 1].Has(TokenFlags.Capitalized)))
            {
                name--;
            }

            int verb = name - 1;
            if (name == end - 1 || verb - 2 < sentence.FirstToken || !IsVerb(tokens[verb]) || text[tokens[verb - 1].Start] != ',' || HasQuotation(sentence))
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
        Span<byte> roles = Roles;
        int verb = sentence.EndToken - 2;
        int first = verb;
        while (first > sentence.FirstToken && verb - first < 6 && tokens[first - 1].Kind is TokenKind.Word or TokenKind.Clitic)
        {
            first--;
        }

        if (first == verb || first - sentence.FirstToken < 4 || text[tokens[first - 1].Start] != ',' || SourceWords.Is(tokens[first].LowerHash, WordRole.Relative | WordRole.Conjunction | WordRole.Preposition))
        {
            return;
        }

        for (int i = sentence.FirstToken; i < verb; i++)
        {
            if ((roles[i] & 7) is 1 or 3 || _view.BlockOf[i] != _view.BlockOf[verb])
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
            if (_view.SpanOf[i] >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsVerb(in Token token)
    {
        CueWord word = CueLexicon.Find(token.LowerHash);
        return word.Strength >= 2 && word.Class != CueClass.Belief && token.Has(TokenFlags.HasLower);
    }
}
