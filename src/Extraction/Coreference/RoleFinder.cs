namespace Extraction;

/// <summary>
/// Finds the roles that stand beside people's names: before them ('US Secretary of State Antony Blinken'), after them ('Blinken, the secretary of state,') and before
/// them with a comma ('Its mill manager, Peni Qoro, said').
/// </summary>
internal static class RoleFinder
{
    private const int MostTokens = 12;

    public static void Find(LinkScratch scratch, LinkingLexicons lexicons)
    {
        for (int m = 0; m < scratch.Mentions.Count; m++)
        {
            Mention mention = scratch.Mentions[m];
            if (mention.Type == EntityType.Person && mention.FirstToken < mention.EndToken)
            {
                if (!Before(scratch, lexicons, m, mention.FirstToken - 1, comma: false))
                {
                    BeforeComma(scratch, lexicons, m, mention);
                }

                After(scratch, lexicons, m, mention.EndToken);
            }
        }
    }

    /// <summary>Reads a role from right to left that ends at token <paramref name="last"/>.</summary>
    private static bool Before(LinkScratch scratch, LinkingLexicons lexicons, int mention, int last, bool comma)
    {
        TokenList tokens = scratch.Tokens;
        ReadOnlySpan<char> text = scratch.Text;

        // 'Foreign Minister Dr S Jaishankar': the honorific stands between.
        while (!comma && last >= 0 && (lexicons.IsHonorific(tokens[last].LowerHash, out _) || (IsStop(text, tokens[last]) && last > 0 && lexicons.IsHonorific(tokens[last - 1].LowerHash, out _))))
        {
            last--;
        }

        // The stop of 'Sen.' where the tokenizer splits it off.
        int end = last + 1;
        if (last > 0 && IsStop(text, tokens[last]) && !tokens[last].Has(TokenFlags.SpaceBefore) && lexicons.TryGetRole(tokens[last - 1].LowerHash, out RoleWord shortRole) && shortRole.IsAbbreviation)
        {
            last--;
        }

        int head = -1;
        RoleWord noun = default;
        int start = last + 1;

        // Words that no list knows count only up to a determiner: 'its mill manager'.
        int unknown = 0;
        for (int t = last; t >= 0 && t > last - MostTokens; t--)
        {
            Token token = tokens[t];
            if (t + 1 < tokens.Count && scratch.Opens[t + 1])
            {
                break;
            }

            if (head < 0)
            {
                if (scratch.MentionAt[t] < 0 && IsRoleWord(lexicons, token, out noun) && (t == last || IsComplementOpener(text, tokens[t + 1])))
                {
                    head = t;
                    start = t;
                    continue;
                }

                if (!MayComplement(scratch, token, t, comma))
                {
                    return false;
                }
            }
            else if (MayModify(scratch, lexicons, t))
            {
                start = t;
            }
            else if (!IsUnknownNoun(tokens[t], text) || unknown++ >= (comma ? 3 : 1) || scratch.MentionAt[t] >= 0)
            {
                if (IsDeterminer(text, token))
                {
                    start = t + 1;
                }

                break;
            }
        }

        if (head < 0)
        {
            return false;
        }

        // 'Mr Justice Tsang': the honorific is no part of the role, but tells the gender.
        Gender told = Gender.Unknown;
        while (start < head && (!MayStart(scratch, start) || lexicons.IsHonorific(tokens[start].LowerHash, out told)))
        {
            start++;
        }

        noun = noun.Gender == Gender.Unknown ? noun with { Gender = told } : noun;

        if (comma && !(start > 0 && IsDeterminer(text, tokens[start - 1])))
        {
            return false;
        }

        Add(scratch, mention, noun, start, end);
        return true;
    }

    private static void BeforeComma(LinkScratch scratch, LinkingLexicons lexicons, int mention, in Mention name)
    {
        TokenList tokens = scratch.Tokens;
        ReadOnlySpan<char> text = scratch.Text;
        int comma = name.FirstToken - 1;
        if (comma > 0 && text[tokens[comma].Start] == ',' && (name.EndToken >= tokens.Count || IsPunctuation(tokens[name.EndToken])))
        {
            Before(scratch, lexicons, mention, comma - 1, comma: true);
        }
    }

    /// <summary>Reads an apposition from left to right, from the comma after a name.</summary>
    private static void After(LinkScratch scratch, LinkingLexicons lexicons, int mention, int comma)
    {
        TokenList tokens = scratch.Tokens;
        ReadOnlySpan<char> text = scratch.Text;
        if (comma + 1 >= tokens.Count || text[tokens[comma].Start] != ',')
        {
            return;
        }

        int t = comma + 1;

        // 'Ram Sharan, 63, a farmer'
        if (tokens[t].Has(TokenFlags.AllDigits) && t + 2 < tokens.Count && text[tokens[t + 1].Start] == ',')
        {
            t += 2;
        }

        if (IsDeterminer(text, tokens[t]))
        {
            t++;
        }

        int start = t;
        int head = -1;
        RoleWord noun = default;
        int unknown = 0;
        for (; t < tokens.Count && t < comma + MostTokens; t++)
        {
            Token token = tokens[t];
            if (scratch.Opens[t])
            {
                break;
            }

            int inside = scratch.MentionAt[t];
            if (inside >= 0)
            {
                if (scratch.Mentions[inside].Type == EntityType.Person)
                {
                    return;
                }

                if (head >= 0)
                {
                    break;
                }

                continue;
            }

            if (head < 0 && token.Kind == TokenKind.Clitic && IsPossessive(text, token))
            {
                start = t + 1;
                continue;
            }

            if (IsRoleWord(lexicons, token, out RoleWord role))
            {
                head = t;
                noun = role;
                continue;
            }

            if (head >= 0)
            {
                break;
            }

            if (token.Kind is not (TokenKind.Word or TokenKind.Number) || IsFunctionWord(token, text) || (!token.Has(TokenFlags.Capitalized) && !lexicons.IsRoleModifier(token.LowerHash) && ++unknown > 3))
            {
                if (!(IsJoiner(text, token) && t > start))
                {
                    return;
                }
            }
        }

        if (head < start)
        {
            return;
        }

        int end = Complement(scratch, head + 1);
        if (end < tokens.Count && scratch.MentionAt[end] >= 0 && scratch.Mentions[scratch.MentionAt[end]].Type == EntityType.Person)
        {
            // 'Blinken, Defense Secretary Lloyd Austin and others': the next one's title.
            return;
        }

        Add(scratch, mention, noun, start, end);
    }

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

    // 'PM Modi', but '5 pm'.
    private static bool IsRoleWord(LinkingLexicons lexicons, in Token token, out RoleWord role) =>
        lexicons.TryGetRole(token.LowerHash, out role) && (!role.IsAbbreviation || token.Has(TokenFlags.Capitalized));

    private static void Add(LinkScratch scratch, int mention, in RoleWord noun, int start, int end)
    {
        var span = new TextSpan(scratch.Tokens[start].Start, scratch.Tokens[end - 1].End);
        scratch.Roles.Add(new RoleSpan(mention, span, noun.Noun, start, end, noun.IsRole));
        scratch.RoleGenders.Add(noun.Gender);
    }

    // Between the noun and the name, read backwards: 'of State', 'for External Affairs', and before a comma also 'of the agency'.
    private static bool MayComplement(LinkScratch scratch, in Token token, int t, bool comma)
    {
        int inside = scratch.MentionAt[t];
        ReadOnlySpan<char> text = scratch.Text;
        return inside >= 0 ? scratch.Mentions[inside].Type != EntityType.Person
            : token.Kind == TokenKind.Word && (IsComplementOpener(text, token) || IsJoiner(text, token) || (!IsFunctionWord(token, text) && (comma || token.Has(TokenFlags.Capitalized))) || (comma && IsDeterminer(text, token)));
    }

    private static bool MayModify(LinkScratch scratch, LinkingLexicons lexicons, int t)
    {
        int inside = scratch.MentionAt[t];
        ReadOnlySpan<char> text = scratch.Text;
        Token token = scratch.Tokens[t];
        return inside >= 0 ? scratch.Mentions[inside].Type != EntityType.Person
            : token.Kind == TokenKind.Word
                && (lexicons.IsRoleModifier(token.LowerHash)
                    || IsRoleWord(lexicons, token, out _)
                    || IsJoiner(text, token)
                    || (token.Has(TokenFlags.Capitalized) && !IsFunctionWord(token, text)));
    }

    // A role does not start with 'and' or 'of', nor inside a name.
    private static bool MayStart(LinkScratch scratch, int t)
    {
        Token token = scratch.Tokens[t];
        if (scratch.MentionAt[t] >= 0)
        {
            return t == 0 || scratch.MentionAt[t - 1] != scratch.MentionAt[t];
        }

        return !IsJoiner(scratch.Text, token) && !IsComplementOpener(scratch.Text, token);
    }

    private static bool IsStop(ReadOnlySpan<char> text, in Token token) => token.Length == 1 && text[token.Start] == '.';

    private static bool IsPunctuation(in Token token) => token.Kind == TokenKind.Punctuation;

    private static bool IsPossessive(ReadOnlySpan<char> text, in Token token) => token.In(text) is "'s" or "’s" or "'" or "’" or "'S" or "’S";

    private static bool IsJoiner(ReadOnlySpan<char> text, in Token token) => token.In(text) is "and" or "&";

    private static bool IsComplementOpener(ReadOnlySpan<char> text, in Token token) => token.In(text) is "of" or "for" or "to" or "at" or "in" or "on" or "with";

    private static bool IsDeterminer(ReadOnlySpan<char> text, in Token token) =>
        token.In(text) is "the" or "The" or "a" or "A" or "an" or "An" or "its" or "Its" or "his" or "His" or "her" or "Her" or "their" or "Their" or "our" or "Our" or "my" or "My" or "'s" or "’s";

    private static bool IsUnknownNoun(in Token token, ReadOnlySpan<char> text) => token.Kind == TokenKind.Word && !token.Has(TokenFlags.Capitalized) && !IsFunctionWord(token, text) && !IsDeterminer(text, token);

    // 'us', but 'US'.
    private static bool IsFunctionWord(in Token token, ReadOnlySpan<char> text) => (FunctionWords.Contains(token.LowerHash) && token.In(text) is not "US") || IsComplementOpener(text, token);
}
