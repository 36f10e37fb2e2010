namespace Extraction;

/// <summary>
/// Links a role that stands alone to the one person of the article who bears it: 'the secretary', 'the US secretary of state', 'the Indian EAM'. Precision first: a role that
/// two people bear, or that names more than the person's own role says, stays unlinked.
/// </summary>
internal static class TitleMentions
{
    private const int MostTokens = 8;
    private const int MostWords = 16;

    public static void Find(LinkScratch scratch, LinkingLexicons lexicons)
    {
        if (scratch.Roles.Count == 0)
        {
            return;
        }

        IndexRoles(scratch);
        TokenList tokens = scratch.Tokens;
        ReadOnlySpan<char> text = scratch.Text;
        int role = 0;
        for (int t = 0; t + 1 < tokens.Count; t++)
        {
            if (!(tokens[t].In(text) is "the" or "The"))
            {
                continue;
            }

            // Roles beside names are in text order of the name, not of the role: look a little back.
            while (role < scratch.Roles.Count && scratch.Roles[role].EndToken + 64 < t)
            {
                role++;
            }

            Match(scratch, lexicons, t, role);
        }
    }

    private static void IndexRoles(LinkScratch scratch)
    {
        scratch.RoleIndex.Clear();
        Span<ulong> words = stackalloc ulong[MostWords];
        for (int r = 0; r < scratch.Roles.Count; r++)
        {
            RoleSpan role = scratch.Roles[r];
            if (!role.IsRole)
            {
                continue;
            }

            scratch.RoleIndex.Add(role.Noun, r);
            ulong initials = Initials(scratch, role);
            if (initials != 0)
            {
                scratch.RoleIndex.Add(initials, r);
            }
        }
    }

    // 'External Affairs Minister' is EAM, 'Prime Minister' PM.
    private static ulong Initials(LinkScratch scratch, in RoleSpan role)
    {
        ulong hash = NameFold.Start;
        int count = 0;
        for (int t = role.FirstToken; t < role.EndToken; t++)
        {
            if (scratch.Tokens[t].Has(TokenFlags.Capitalized) && scratch.MentionAt[t] < 0)
            {
                hash = NameFold.Step(hash, NameFold.Fold(scratch.Text[scratch.Tokens[t].Start]));
                count++;
            }
        }

        return count > 1 ? TextHash.Combine(hash, 0xAC) : 0;
    }

    private static void Match(LinkScratch scratch, LinkingLexicons lexicons, int the, int firstRole)
    {
        TokenList tokens = scratch.Tokens;
        ReadOnlySpan<char> text = scratch.Text;
        int head = -1;
        ulong noun = 0;
        ulong initials = 0;
        int t = the + 1;
        for (; t < tokens.Count && t < the + MostTokens; t++)
        {
            Token token = tokens[t];
            int inside = scratch.MentionAt[t];
            if (inside >= 0)
            {
                if (scratch.Mentions[inside].Type == EntityType.Person || head >= 0)
                {
                    break;
                }
            }
            else if (head < 0 && token.Has(TokenFlags.AllCaps) && token.Length is > 1 and < 6)
            {
                head = t;
                initials = TextHash.Combine(NameFold.Hash(token.In(text)), 0xAC);
                noun = lexicons.TryGetRole(token.LowerHash, out RoleWord brief) ? brief.Noun : initials;
            }
            else if (lexicons.TryGetRole(token.LowerHash, out RoleWord role) && role.IsRole)
            {
                head = t;
                noun = role.Noun;
            }
            else if (head >= 0 || !(token.Kind == TokenKind.Word && (lexicons.IsRoleModifier(token.LowerHash) || (token.Has(TokenFlags.Capitalized) && !FunctionWords.Contains(token.LowerHash)))))
            {
                break;
            }
        }

        if (head < 0)
        {
            return;
        }

        int end = RolePhrase.Complement(scratch, head + 1);
        if (!(end > head + 1 && FindOne(scratch, lexicons, noun, the + 1, end, out int entity)))
        {
            end = head + 1;
            if (!FindOne(scratch, lexicons, noun, the + 1, end, out entity) && (initials == 0 || !FindOne(scratch, lexicons, initials, the + 1, end, out entity)))
            {
                return;
            }
        }

        // 'the secretary of state, Antony Blinken': the role beside the name is no mention of its own.
        if (end < tokens.Count && scratch.MentionAt[end] >= 0 && scratch.Mentions[scratch.MentionAt[end]].Type == EntityType.Person)
        {
            return;
        }

        for (int r = firstRole; r < scratch.Roles.Count && r < firstRole + 64; r++)
        {
            if (scratch.Roles[r].FirstToken < end && scratch.Roles[r].EndToken > the)
            {
                return;
            }
        }

        scratch.Titles.Add((new TextSpan(tokens[the].Start, tokens[end - 1].End), entity, the, end));
    }

    /// <summary>The one entity whose role has the noun and all the phrase's words, and that is named before the phrase.</summary>
    private static bool FindOne(LinkScratch scratch, LinkingLexicons lexicons, ulong noun, int first, int end, out int entity)
    {
        entity = -1;
        WordIndex.Reader reader = scratch.RoleIndex.Read(noun);
        while (reader.Next(out int r))
        {
            RoleSpan role = scratch.Roles[r];
            int bearer = scratch.EntityOf[role.Mention];
            if (bearer == entity || !Covers(scratch, lexicons, role, first, end, noun))
            {
                continue;
            }

            if (entity >= 0)
            {
                entity = -1;
                return false;
            }

            entity = bearer;
        }

        return entity >= 0 && scratch.Mentions[scratch.Order[entity]].FirstToken < first;
    }

    // Every content word of the phrase stands in the role; countries, their short names and demonyms count as one: 'the American secretary'.
    private static bool Covers(LinkScratch scratch, LinkingLexicons lexicons, in RoleSpan role, int first, int end, ulong noun)
    {
        for (int t = first; t < end; t++)
        {
            Token token = scratch.Tokens[t];
            if (FunctionWords.Contains(token.LowerHash) || token.Kind != TokenKind.Word)
            {
                continue;
            }

            ulong word = Word(scratch, lexicons, t);
            bool found = word == noun || TextHash.Combine(NameFold.Hash(token.In(scratch.Text)), 0xAC) == noun;
            for (int r = role.FirstToken; r < role.EndToken && !found; r++)
            {
                found = Word(scratch, lexicons, r) == word;
            }

            // "India's External Affairs Minister": the owner before the role counts, too.
            for (int r = role.FirstToken - 1; r >= 0 && r >= role.FirstToken - 3 && !found; r--)
            {
                found = scratch.MentionAt[r] >= 0 && Word(scratch, lexicons, r) == word;
            }

            if (!found)
            {
                return false;
            }
        }

        return true;
    }

    private static ulong Word(LinkScratch scratch, LinkingLexicons lexicons, int t)
    {
        Token token = scratch.Tokens[t];
        ulong folded = NameFold.Hash(token.In(scratch.Text));
        return scratch.MentionAt[t] >= 0 && (lexicons.Country(folded) ?? lexicons.Demonym(folded)) is { } country ? TextHash.Exact(country)
            : lexicons.TryGetRole(token.LowerHash, out RoleWord role) ? role.Noun
            : token.LowerHash;
    }
}
