namespace Extraction;

/// <summary>Reads the role that follows a person's name after a comma: 'Blinken, the secretary of state,', 'Ram Sharan, 63, a farmer'.</summary>
internal static class AppositionReader
{
    private static readonly ulong Chief = TextHash.Lower("chief");
    private static readonly ulong Vice = TextHash.Lower("vice");

    /// <summary>Reads from left to right, from the comma after the name.</summary>
    /// <param name="scratch">The run's mentions and tokens; takes the role.</param>
    /// <param name="lexicons">Roles and their modifiers.</param>
    /// <param name="mention">Index of the person's mention.</param>
    /// <param name="comma">The token after it.</param>
    public static void Read(LinkScratch scratch, LinkingLexicons lexicons, int mention, int comma)
    {
        TokenList tokens = scratch.Tokens;
        ReadOnlySpan<char> text = scratch.Text;
        if (comma + 1 >= tokens.Count || text[tokens[comma].Start] != ',')
        {
            return;
        }

        int start = Begin(scratch, comma + 1);
        int head = Head(scratch, lexicons, ref start, comma + RolePhrase.MostTokens, out RoleWord noun);
        if (head < start)
        {
            return;
        }

        int end = RolePhrase.Complement(scratch, head + 1);
        if (end < tokens.Count && end == head + 1 && IsIndefinite(text, tokens[start - 1]) && RolePhrase.IsSaying(tokens[end]) && !OpensSentence(scratch, scratch.Mentions[mention].FirstToken))
        {
            // 'during the visit of Ann Weir, a spokesman said': somebody else.
            return;
        }

        if (end < tokens.Count && scratch.MentionAt[end] >= 0 && scratch.Mentions[scratch.MentionAt[end]].Type == EntityType.Person)
        {
            // 'Blinken, Defense Secretary Lloyd Austin and others': the next one's title.
            return;
        }

        RoleFinder.Add(scratch, mention, noun, start, end);
    }

    // Past the age of 'Ram Sharan, 63, a farmer', past 'the' and 'currently'.
    private static int Begin(LinkScratch scratch, int t)
    {
        TokenList tokens = scratch.Tokens;
        ReadOnlySpan<char> text = scratch.Text;
        if (tokens[t].Has(TokenFlags.AllDigits) && t + 2 < tokens.Count && text[tokens[t + 1].Start] == ',')
        {
            t += 2;
        }

        // 'Ann Weir, A and P vice president': 'A' is no article here.
        while (t + 1 < tokens.Count && (RolePhrase.IsLeadIn(tokens[t]) || (RolePhrase.IsDeterminer(text, tokens[t]) && !RolePhrase.IsJoiner(text, tokens[t + 1]))))
        {
            t++;
        }

        return t;
    }

    /// <summary>The last noun of the role, or -1; the start moves behind an owner: 'its rival's chairman'.</summary>
    private static int Head(LinkScratch scratch, LinkingLexicons lexicons, ref int start, int limit, out RoleWord noun)
    {
        TokenList tokens = scratch.Tokens;
        ReadOnlySpan<char> text = scratch.Text;
        int head = -1;
        int unknown = 0;
        noun = default;
        for (int t = start; t < tokens.Count && t < limit && !scratch.Opens[t]; t++)
        {
            Token token = tokens[t];
            int inside = scratch.MentionAt[t];
            if (inside >= 0)
            {
                if (scratch.Mentions[inside].Type == EntityType.Person)
                {
                    return -1;
                }

                if (head >= 0)
                {
                    break;
                }
            }
            else if (head < 0 && token.Kind == TokenKind.Clitic && RolePhrase.IsPossessive(text, token))
            {
                start = t + 1;
            }
            else if (RolePhrase.IsRoleWord(lexicons, token, out RoleWord role))
            {
                head = t;
                noun = role;
            }
            else if (head >= 0)
            {
                // 'chief investment officer', 'vice finance minister': the noun comes later.
                if (head < t - 1 || t + 1 == tokens.Count || !IsRank(tokens[head]) || !RolePhrase.IsUnknownNoun(token, text) || !RolePhrase.IsRoleWord(lexicons, tokens[t + 1], out _))
                {
                    break;
                }
            }
            else if (!MayPrecede(text, lexicons, token, ref unknown) && !(RolePhrase.IsJoiner(text, token) && t > start))
            {
                return -1;
            }
        }

        return head;
    }

    private static bool MayPrecede(ReadOnlySpan<char> text, LinkingLexicons lexicons, in Token token, ref int unknown) =>
        token.Kind is TokenKind.Word or TokenKind.Number && !RolePhrase.IsFunctionWord(token, text)
            && (token.Has(TokenFlags.Capitalized) || lexicons.IsRoleModifier(token.LowerHash) || ++unknown <= 3);

    private static bool IsRank(in Token token) => token.LowerHash == Chief || token.LowerHash == Vice;

    private static bool IsIndefinite(ReadOnlySpan<char> text, in Token token) => token.In(text) is "a" or "an";

    // The name, or what stands before it back to the sentence's start, is no verb's object: nothing but titles.
    private static bool OpensSentence(LinkScratch scratch, int t)
    {
        while (t > 0 && !scratch.Opens[t] && scratch.Tokens[t - 1].Has(TokenFlags.Capitalized))
        {
            t--;
        }

        return t == 0 || scratch.Opens[t] || scratch.Tokens[t - 1].Kind == TokenKind.Punctuation;
    }
}
