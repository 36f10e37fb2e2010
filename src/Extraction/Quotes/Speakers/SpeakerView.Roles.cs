namespace Extraction;

internal sealed partial class SpeakerView
{
    /// <summary>
    /// For each entity the words of its titles and appositions: 'pensioner Ndapewa Shikongo', 'Robby Mook, the campaign manager', 'The MP for Boteti East, Mothusi Lekoko', 'Smith is the mayor of'.
    /// </summary>
    private void CollectRoles(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens)
    {
        _roleWords.Clear();
        _roleNext.Clear();
        _roleHead.Clear();
        _roleCount.Clear();
        for (int e = 0; e < Entities.Length; e++)
        {
            _roleHead.Add(-1);
            _roleCount.Add(0);
            foreach (string role in Entities[e].Roles)
            {
                AddWords(e, role);
            }
        }

        foreach (PlacedMention mention in Mentions)
        {
            if (mention.Kind == MentionKind.Name && Entities[mention.Entity].Type != EntityType.Person)
            {
                AddName(tokens, mention);
            }
        }

        foreach (PlacedMention mention in Mentions)
        {
            if (mention.Kind == MentionKind.Pronoun || _roleCount[mention.Entity] >= MostRoleWords)
            {
                continue;
            }

            AddBefore(tokens, mention);
            AddAfter(text, tokens, mention);
        }
    }

    /// <summary>'The union said' after 'Union of Tugboat Captains': the words of the name, and as its head the last of them before a preposition.</summary>
    private void AddName(ReadOnlySpan<Token> tokens, in PlacedMention mention)
    {
        ulong head = 0;
        bool governed = false;
        for (int i = mention.First; i < mention.End; i++)
        {
            ulong word = tokens[i].LowerHash;
            governed |= i > mention.First && SourceWords.Is(word, WordRole.Preposition);
            if (tokens[i].Kind != TokenKind.Word || SourceWords.RoleOf(word) != WordRole.None)
            {
                continue;
            }

            AddHash(mention.Entity, word);
            AddKey(mention.Entity, word ^ InName);
            AddGroup(mention.Entity, WordGroups.Kinds.Of(word), InName);
            AddGroup(mention.Entity, WordGroups.Fields.Of(word), InName);
            head = governed ? head : word;
        }

        AddGroup(mention.Entity, head, HeadOfName);
    }

    private void AddBefore(ReadOnlySpan<Token> tokens, in PlacedMention mention)
    {
        int i = mention.First - 1;
        if (i >= 0 && IsPerson(mention.Entity) && SourceWords.Is(tokens[i].LowerHash, WordRole.Preposition))
        {
            // 'a spokesman for Tomas Berg' says nothing of Berg.
            return;
        }

        int least = Math.Max(0, mention.First - 7);
        if (i >= 0 && tokens[i].Kind == TokenKind.Punctuation)
        {
            // 'his old headmaster, Mwalimu Ezekiel Rotich Kimaiyo'
            i--;
            least = Math.Max(0, mention.First - 10);
        }

        for (; i >= least && _sentence[i] == _sentence[mention.First] && tokens[i].Kind is TokenKind.Word or TokenKind.Clitic or TokenKind.Number; i--)
        {
            if (CueLexicon.Find(tokens[i].LowerHash).Strength >= 2)
            {
                break;
            }

            AddWord(mention.Entity, tokens[i]);
        }
    }

    private void AddAfter(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, in PlacedMention mention)
    {
        int i = mention.End;
        if (i >= tokens.Length)
        {
            return;
        }

        bool comma = tokens[i].Kind == TokenKind.Punctuation && tokens[i].Length == 1;
        bool isThe = SourceWords.Is(tokens[i].LowerHash, WordRole.Be);
        if (!comma && !isThe)
        {
            return;
        }

        if (comma && i + 1 < tokens.Length && tokens[i + 1].Kind == TokenKind.Number)
        {
            // 'Tomas Berg, 34,' is 'the 34-year-old'.
            AddAge(text, tokens[i + 1], mention.Entity);
        }

        int most = Math.Min(tokens.Length, i + (comma ? 12 : 8));
        for (i++; i < most && _sentence[i] == _sentence[mention.First] && tokens[i].Kind != TokenKind.Punctuation; i++)
        {
            if (CueLexicon.Find(tokens[i].LowerHash).Strength >= 3)
            {
                break;
            }

            AddWord(mention.Entity, tokens[i]);
        }
    }

    private void AddAge(ReadOnlySpan<char> text, in Token number, int entity)
    {
        const string Suffix = "-year-old";
        if (number.Length is 1 or 2)
        {
            Span<char> word = stackalloc char[2 + Suffix.Length];
            number.In(text).CopyTo(word);
            Suffix.CopyTo(word[number.Length..]);
            AddKey(entity, TextHash.Lower(word[..(number.Length + Suffix.Length)]));
        }
    }

    private void AddWords(int entity, ReadOnlySpan<char> role)
    {
        while (!role.IsEmpty)
        {
            int space = role.IndexOf(' ');
            ReadOnlySpan<char> word = space < 0 ? role : role[..space];
            if (!word.IsEmpty)
            {
                AddHash(entity, TextHash.Lower(word));
            }

            role = space < 0 ? default : role[(space + 1)..];
        }
    }

    private void AddWord(int entity, in Token token)
    {
        if (token.Kind == TokenKind.Word && SourceWords.RoleOf(token.LowerHash) == WordRole.None)
        {
            AddHash(entity, token.LowerHash);
        }
    }

    private void AddHash(int entity, ulong hash)
    {
        AddKey(entity, hash);
        AddGroup(entity, WordGroups.Kinds.Of(hash), mark: 0);
    }

    private void AddGroup(int entity, ulong key, ulong mark)
    {
        if (key != 0)
        {
            AddKey(entity, key ^ mark);
        }
    }

    private void AddKey(int entity, ulong hash)
    {
        if (_roleCount[entity] < MostRoleWords && !HasRole(entity, hash))
        {
            _roleWords.Add(hash);
            _roleNext.Add(_roleHead[entity]);
            _roleHead[entity] = _roleWords.Count - 1;
            _roleCount[entity]++;
        }
    }
}
