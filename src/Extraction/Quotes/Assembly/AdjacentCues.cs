namespace Extraction;

/// <summary>Cues right behind a quotation that the tagger passed over: '"…", it added', '"…," laughed Md Shamim Akhtar'.</summary>
internal sealed class AdjacentCues(QuoteDraft draft)
{
    public void MarkAdjacentCues(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens)
    {
        Span<byte> roles = draft.Roles;
        foreach (QuotedSpan span in draft.View.Spans)
        {
            if (!span.IsClosed || span.EndToken >= tokens.Length || span.EndToken <= span.FirstToken || (roles[span.FirstToken] & 7) != 1 || span.Words < 1)
            {
                continue;
            }

            int i = span.EndToken;
            int block = draft.View.BlockOf[i];
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
    public bool IsFollowedByCue(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, in QuotedSpan span)
    {
        int i = span.EndToken;
        if (i + 1 >= tokens.Length || draft.View.BlockOf[i + 1] != span.Block || text[Math.Max(span.Span.Start, span.Span.End - 2)] is not (',' or '?' or '!'))
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
        for (int i = at; i < roles.Length && i < at + 8 && draft.View.BlockOf[i] == block; i++)
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
        if (i + 1 >= tokens.Length || draft.View.BlockOf[i + 1] != block || (roles[i] & 7) == 1 || (roles[i + 1] & 7) == 1)
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

        if (IsVerb(tokens[i]) && (draft.View.Entity[i + 1] != 0 || tokens[i + 1].Has(TokenFlags.Capitalized)))
        {
            roles[i] = 11;
            int end = i + 1;
            while (end < tokens.Length && end < i + 8 && draft.View.BlockOf[end] == block && (roles[end] & 7) is 0 or 2 && (draft.View.Entity[end] != 0 || tokens[end].Has(TokenFlags.Capitalized)))
            {
                roles[end] = (byte)(end == i + 1 ? 10 : 2);
                end++;
            }

            return;
        }

        if (IsVerb(tokens[i]) && SourceWords.Is(tokens[i + 1].LowerHash, WordRole.Definite) && draft.Role[i] == 0)
        {
            // '"…," retorted the Minister of Culture': how far the source goes, its likelihood tells.
            roles[i] = 11;
            return;
        }

        int name = i;
        while (name < tokens.Length && name < i + 8 && draft.View.BlockOf[name] == block && (draft.View.Entity[name] != 0 || tokens[name].Has(TokenFlags.Capitalized)) && (roles[name] & 7) is 0 or 2)
        {
            name++;
        }

        if (name > i && name < tokens.Length && draft.View.BlockOf[name] == block && IsVerb(tokens[name]) && (roles[name] & 7) == 0)
        {
            for (int k = i; k < name; k++)
            {
                roles[k] = (byte)(k == i ? 10 : 2);
            }

            roles[name] = 11;
        }
    }

    public static bool IsVerb(in Token token)
    {
        CueWord word = CueLexicon.Find(token.LowerHash);
        return word.Strength >= 2 && word.Class != CueClass.Belief && token.Has(TokenFlags.HasLower);
    }
}
