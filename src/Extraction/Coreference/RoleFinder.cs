namespace Extraction;

/// <summary>
/// Finds the roles that stand beside people's names: before them ('US Secretary of State Antony Blinken'), after them ('Blinken, the secretary of state,') and before
/// them with a comma ('Its mill manager, Peni Qoro, said').
/// </summary>
internal static class RoleFinder
{
    private static readonly ulong Retired = TextHash.Lower("retired");

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

                AppositionReader.Read(scratch, lexicons, m, mention.EndToken);
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
            else if (JoinsAnother(scratch, lexicons, t) || IsPredicate(scratch, t))
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
        while (start < head && (!RolePhrase.MayStart(scratch, start) || RolePhrase.IsLeadIn(tokens[start]) || lexicons.IsHonorific(tokens[start].LowerHash, out told)))
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
        if (scratch.MentionAt[t - 1] >= 0 || before.Has(TokenFlags.Capitalized))
        {
            return scratch.MentionAt[t - 1] >= 0;
        }

        // 'injuries took their toll and coach Joan Weir', but 'research and development director Joan Weir'
        bool roleBefore = RolePhrase.IsRoleWord(lexicons, before, out _);
        bool roleAfter = RolePhrase.IsRoleWord(lexicons, after, out _);
        return after.Has(TokenFlags.Capitalized) ? roleAfter || !roleBefore : !roleBefore && !lexicons.IsRoleModifier(before.LowerHash) && (roleAfter || lexicons.IsRoleModifier(after.LowerHash));
    }

    // 'Lemvik recently ousted mayor Joan Weir', 'Guards detained owner Joan Weir': the word is the clause's verb, not 'the ousted mayor'.
    private static bool IsPredicate(LinkScratch scratch, int t)
    {
        Token token = scratch.Tokens[t];
        if (t == 0 || scratch.MentionAt[t] >= 0 || token.Has(TokenFlags.Capitalized) || token.Has(TokenFlags.HasHyphen) || token.LowerHash == Retired
            || !token.In(scratch.Text).EndsWith("ed", StringComparison.Ordinal))
        {
            return false;
        }

        int before = t - 1;
        before -= before > 0 && scratch.Tokens[before].In(scratch.Text).EndsWith("ly", StringComparison.Ordinal) ? 1 : 0;
        return scratch.Tokens[before].Has(TokenFlags.Capitalized) && !RolePhrase.IsDeterminer(scratch.Text, scratch.Tokens[before]);
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

    /// <summary>Notes a role found beside a mention.</summary>
    public static void Add(LinkScratch scratch, int mention, in RoleWord noun, int start, int end)
    {
        var span = new TextSpan(scratch.Tokens[start].Start, scratch.Tokens[end - 1].End);
        scratch.Roles.Add(new RoleSpan(mention, span, noun.Noun, start, end, noun.IsRole));
        scratch.RoleGenders.Add(noun.Gender);
    }
}
