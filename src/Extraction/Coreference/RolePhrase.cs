namespace Extraction;

/// <summary>What the words of a role phrase may be: 'former', 'deputy', 'secretary', 'of State', 'for External Affairs'.</summary>
internal static class RolePhrase
{
    // What leads in a role or the sentence it opens and is no part of it.
    private static readonly HashLexicon LeadIns = HashLexicon.OfWords("presently currently formerly previously earlier later meanwhile yesterday today another other fellow colleague also now");
    private static readonly HashLexicon Saying = HashLexicon.OfWords("said says told tells added");

    /// <summary>The longest phrase read, in tokens.</summary>
    public const int MostTokens = 12;

    /// <summary>Index after the complement that may follow a role's noun: 'of state', 'of operations for the north', 'at Acme'.</summary>
    public static int Complement(LinkScratch scratch, int from)
    {
        TokenList tokens = scratch.Tokens;
        ReadOnlySpan<char> text = scratch.Text;
        int end = from;
        int t = from;
        while (t < tokens.Count && t < from + MostTokens && IsComplementOpener(text, tokens[t]))
        {
            t++;
            bool any = false;
            while (t < tokens.Count && t < from + MostTokens && tokens[t].Kind is TokenKind.Word or TokenKind.Clitic)
            {
                int inside = scratch.MentionAt[t];
                if (scratch.Opens[t] || (inside >= 0 && scratch.Mentions[inside].Type == EntityType.Person))
                {
                    return end;
                }

                if (inside >= 0)
                {
                    t = scratch.Mentions[inside].EndToken;
                    end = t;
                    any = true;
                    continue;
                }

                if (inside < 0 && (IsComplementOpener(text, tokens[t]) || (IsFunctionWord(tokens[t], text) && !IsJoiner(text, tokens[t]) && !IsDeterminer(text, tokens[t]))))
                {
                    break;
                }

                // 'reporter for the Lemvik Times arrested in May', 'head of the agency and the director resigned'
                if (t > from + 1 && (IsVerb(text, tokens[t - 1], tokens[t]) || (IsJoiner(text, tokens[t]) && t + 1 < tokens.Count && IsDeterminer(text, tokens[t + 1]))))
                {
                    return end;
                }

                // 'and' alone may open the next clause: it counts only with a word after it.
                if (!IsJoiner(text, tokens[t]) && !IsDeterminer(text, tokens[t]))
                {
                    end = t + 1;
                    any = true;
                }

                t++;
            }

            if (!any)
            {
                break;
            }
        }

        return end;
    }

    /// <summary>'presently', 'earlier', 'another' before a role.</summary>
    public static bool IsLeadIn(in Token token) => LeadIns.Contains(token.LowerHash);

    /// <summary>A verb of saying in its commonest forms.</summary>
    public static bool IsSaying(in Token token) => Saying.Contains(token.LowerHash);

    // Behind a noun, and not behind 'of' or 'the', a word in -ed is a verb: '… arrested in May', but 'of united workers', 'of state-owned mines'.
    private static bool IsVerb(ReadOnlySpan<char> text, in Token before, in Token token) =>
        !token.Has(TokenFlags.Capitalized) && !token.Has(TokenFlags.HasHyphen) && token.Length > 4 && text[token.Start..token.End].EndsWith("ed", StringComparison.Ordinal)
            && !text[token.Start..token.End].EndsWith("eed", StringComparison.Ordinal)
            && before.Kind == TokenKind.Word && !IsComplementOpener(text, before) && !IsDeterminer(text, before) && !IsJoiner(text, before) && !before.In(text).EndsWith("ly", StringComparison.Ordinal);

    // 'PM Modi', but '5 pm'.
    public static bool IsRoleWord(LinkingLexicons lexicons, in Token token, out RoleWord role) =>
        lexicons.TryGetRole(token.LowerHash, out role) && (!role.IsAbbreviation || token.Has(TokenFlags.Capitalized));

    // Between the noun and the name, read backwards: 'of State', 'for External Affairs', and before a comma also 'of the agency'.
    public static bool MayComplement(LinkScratch scratch, in Token token, int t, bool comma)
    {
        int inside = scratch.MentionAt[t];
        ReadOnlySpan<char> text = scratch.Text;
        return inside >= 0 ? scratch.Mentions[inside].Type != EntityType.Person
            : token.Kind == TokenKind.Word && (IsComplementOpener(text, token) || IsJoiner(text, token) || (!IsFunctionWord(token, text) && (comma || token.Has(TokenFlags.Capitalized))) || (comma && IsDeterminer(text, token)));
    }

    public static bool MayModify(LinkScratch scratch, LinkingLexicons lexicons, int t)
    {
        int inside = scratch.MentionAt[t];
        ReadOnlySpan<char> text = scratch.Text;
        Token token = scratch.Tokens[t];
        return inside >= 0 ? scratch.Mentions[inside].Type != EntityType.Person
            : token.Kind == TokenKind.Word
                && (lexicons.IsRoleModifier(token.LowerHash)
                    || token.In(text) is "Under"
                    || IsRoleWord(lexicons, token, out _)
                    || IsJoiner(text, token)
                    || (token.Has(TokenFlags.Capitalized) && !IsFunctionWord(token, text)));
    }

    // A role does not start with 'and' or 'of', nor inside a name.
    public static bool MayStart(LinkScratch scratch, int t)
    {
        Token token = scratch.Tokens[t];
        if (scratch.MentionAt[t] >= 0)
        {
            return t == 0 || scratch.MentionAt[t - 1] != scratch.MentionAt[t];
        }

        return !IsJoiner(scratch.Text, token) && !IsComplementOpener(scratch.Text, token);
    }

    public static bool IsStop(ReadOnlySpan<char> text, in Token token) => token.Length == 1 && text[token.Start] == '.';

    public static bool IsPunctuation(in Token token) => token.Kind == TokenKind.Punctuation;

    public static bool IsPossessive(ReadOnlySpan<char> text, in Token token) => token.In(text) is "'s" or "’s" or "'" or "’" or "'S" or "’S";

    public static bool IsJoiner(ReadOnlySpan<char> text, in Token token) => token.In(text) is "and" or "&";

    public static bool IsComplementOpener(ReadOnlySpan<char> text, in Token token) => token.In(text) is "of" or "for" or "to" or "at" or "in" or "on" or "with";

    public static bool IsDeterminer(ReadOnlySpan<char> text, in Token token) =>
        token.In(text) is "the" or "The" or "a" or "A" or "an" or "An" or "its" or "Its" or "his" or "His" or "her" or "Her" or "their" or "Their" or "our" or "Our" or "my" or "My" or "'s" or "’s";

    public static bool IsUnknownNoun(in Token token, ReadOnlySpan<char> text) => token.Kind == TokenKind.Word && !token.Has(TokenFlags.Capitalized) && !IsFunctionWord(token, text) && !IsDeterminer(text, token);

    // 'us', but 'US'.
    public static bool IsFunctionWord(in Token token, ReadOnlySpan<char> text) => (FunctionWords.Contains(token.LowerHash) && token.In(text) is not "US") || IsComplementOpener(text, token);
}
