namespace Extraction;

/// <summary>
/// Finds the roles that stand beside people's names: before them ('US Secretary of State Antony Blinken'), after them ('Blinken, the secretary of state,') and before
/// them with a comma ('Its mill manager, Peni Qoro, said').
/// </summary>
internal static class RoleFinder
{
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
        while (!comma && last >= 0 && (lexicons.IsHonorific(tokens[last].LowerHash, out _) || (RolePhrase.IsStop(text, tokens[last]) && last > 0 && lexicons.IsHonorific(tokens[last - 1].LowerHash, out _))))
        {
            last--;
        }

        // The stop of 'Sen.' where the tokenizer splits it off.
        int end = last + 1;
        if (last > 0 && RolePhrase.IsStop(text, tokens[last]) && !tokens[last].Has(TokenFlags.SpaceBefore) && lexicons.TryGetRole(tokens[last - 1].LowerHash, out RoleWord shortRole) && shortRole.IsAbbreviation)
        {
            last--;
        }

        int head = -1;
        RoleWord noun = default;
        int start = last + 1;

        // Words that no list knows count only up to a determiner: 'its mill manager'.
        int unknown = 0;
        for (int t = last; t >= 0 && t > last - RolePhrase.MostTokens; t--)
        {
            Token token = tokens[t];
            if (t + 1 < tokens.Count && scratch.Opens[t + 1])
            {
                break;
            }

            if (head < 0)
            {
                if (scratch.MentionAt[t] < 0 && RolePhrase.IsRoleWord(lexicons, token, out noun) && (t == last || RolePhrase.IsComplementOpener(text, tokens[t + 1])))
                {
                    head = t;
                    start = t;
                    continue;
                }

                // 'a top strategist in Gates's campaign': a preposition right before the name makes it part of something else.
                if ((t == last && RolePhrase.IsComplementOpener(text, token)) || !RolePhrase.MayComplement(scratch, token, t, comma))
                {
                    return false;
                }
            }
            else if (JoinsAnother(scratch, lexicons, t))
            {
                break;
            }
            else if (RolePhrase.MayModify(scratch, lexicons, t))
            {
                start = t;
            }
            else if (!RolePhrase.IsUnknownNoun(tokens[t], text) || unknown++ >= (comma ? 3 : 1) || scratch.MentionAt[t] >= 0 || IsVerb(scratch, t))
            {
                if (RolePhrase.IsDeterminer(text, token))
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
        while (start < head && (!RolePhrase.MayStart(scratch, start) || lexicons.IsHonorific(tokens[start].LowerHash, out told)))
        {
            start++;
        }

        noun = noun.Gender == Gender.Unknown ? noun with { Gender = told } : noun;

        if (comma && !(start > 0 && RolePhrase.IsDeterminer(text, tokens[start - 1])))
        {
            return false;
        }

        Add(scratch, mention, noun, start, end);
        return true;
    }

    // 'a trip to Asia and Secretary Joan Weir', 'the council and Secretary Joan Weir': what stands before 'and' is a thing of its own; 'the banker and Lemvik poet Joan Weir' is both.
    private static bool JoinsAnother(LinkScratch scratch, LinkingLexicons lexicons, int t)
    {
        if (t == 0 || scratch.MentionAt[t] >= 0 || !RolePhrase.IsJoiner(scratch.Text, scratch.Tokens[t]))
        {
            return false;
        }

        Token before = scratch.Tokens[t - 1];
        Token after = scratch.Tokens[t + 1];
        return scratch.MentionAt[t - 1] >= 0
            || (after.Has(TokenFlags.Capitalized) && !before.Has(TokenFlags.Capitalized) && (RolePhrase.IsRoleWord(lexicons, after, out _) || !RolePhrase.IsRoleWord(lexicons, before, out _)));
    }

    // 'Reporters covering singer Ana Reyes', but 'the slighted singer Ana Reyes'.
    private static bool IsVerb(LinkScratch scratch, int t)
    {
        ReadOnlySpan<char> word = scratch.Tokens[t].In(scratch.Text);
        return (word.EndsWith("ing", StringComparison.Ordinal) || word.EndsWith("ed", StringComparison.Ordinal))
            && !(t > 0 && RolePhrase.IsDeterminer(scratch.Text, scratch.Tokens[t - 1]));
    }

    private static void BeforeComma(LinkScratch scratch, LinkingLexicons lexicons, int mention, in Mention name)
    {
        TokenList tokens = scratch.Tokens;
        ReadOnlySpan<char> text = scratch.Text;
        int comma = name.FirstToken - 1;
        if (comma > 0 && text[tokens[comma].Start] == ',' && (name.EndToken >= tokens.Count || RolePhrase.IsPunctuation(tokens[name.EndToken])))
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

        if (RolePhrase.IsDeterminer(text, tokens[t]))
        {
            t++;
        }

        int start = t;
        int head = -1;
        RoleWord noun = default;
        int unknown = 0;
        for (; t < tokens.Count && t < comma + RolePhrase.MostTokens; t++)
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

            if (head < 0 && token.Kind == TokenKind.Clitic && RolePhrase.IsPossessive(text, token))
            {
                start = t + 1;
                continue;
            }

            if (RolePhrase.IsRoleWord(lexicons, token, out RoleWord role))
            {
                head = t;
                noun = role;
                continue;
            }

            if (head >= 0)
            {
                break;
            }

            if (token.Kind is not (TokenKind.Word or TokenKind.Number) || RolePhrase.IsFunctionWord(token, text) || (!token.Has(TokenFlags.Capitalized) && !lexicons.IsRoleModifier(token.LowerHash) && ++unknown > 3))
            {
                if (!(RolePhrase.IsJoiner(text, token) && t > start))
                {
                    return;
                }
            }
        }

        if (head < start)
        {
            return;
        }

        int end = RolePhrase.Complement(scratch, head + 1);
        if (end < tokens.Count && scratch.MentionAt[end] >= 0 && scratch.Mentions[scratch.MentionAt[end]].Type == EntityType.Person)
        {
            // 'Blinken, Defense Secretary Lloyd Austin and others': the next one's title.
            return;
        }

        Add(scratch, mention, noun, start, end);
    }

    private static void Add(LinkScratch scratch, int mention, in RoleWord noun, int start, int end)
    {
        var span = new TextSpan(scratch.Tokens[start].Start, scratch.Tokens[end - 1].End);
        scratch.Roles.Add(new RoleSpan(mention, span, noun.Noun, start, end, noun.IsRole));
        scratch.RoleGenders.Add(noun.Gender);
    }
}
