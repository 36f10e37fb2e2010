namespace Extraction;

/// <summary>Reads a source's noun phrase: who is named as its head, or what kind of unnamed source it is.</summary>
internal static class SourceReader
{
    private static readonly ulong Comma = TextHash.Lower(",");
    private static readonly ulong Who = TextHash.Lower("who");
    private static readonly HashLexicon Followers = HashLexicon.OfWords("himself herself itself also later too both alone and");

    // Behind a body's name these say what it is; 'board' or 'office' would be a part of it.
    private static readonly HashLexicon OwnSorts = HashLexicon.OfWords(
        "agency newspaper newspapers daily weekly tabloid magazine paper broadcaster network channel station website portal outlet party group company firm bank airline union charity club chain brand movement alliance coalition");

    public static Source Read(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, SpeakerView view, int first, int end)
    {
        int head = Head(text, tokens, first, end);
        int mention = tokens[first].LowerHash == Who ? -1 : Named(text, tokens, view, first, end);
        return mention >= 0 ? new Source(SourceKind.Named, view.Mentions[mention].First, mention) : new Source(KindOf(text, tokens, first, end, head), head, -1);
    }

    private static int Named(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, SpeakerView view, int first, int end)
    {
        int person = -1;
        int weakPerson = -1;
        int other = -1;
        int apposed = -1;
        int head = Head(text, tokens, first, end);
        bool isBody = SourceWords.NounOf(tokens[head].LowerHash) == NounClass.Organization;
        bool beforeComma = true;
        int at = first;
        ReadOnlySpan<PlacedMention> mentions = view.Mentions;
        for (int m = view.FirstMentionAt(first); m < mentions.Length && mentions[m].First < end; m++)
        {
            PlacedMention mention = mentions[m];
            if (mention.Kind is not (MentionKind.Name or MentionKind.Handle) || mention.End > end)
            {
                continue;
            }

            for (; at < mention.First; at++)
            {
                beforeComma &= tokens[at].Kind != TokenKind.Punctuation;
            }

            bool isPerson = view.IsPerson(mention.Entity);
            bool last = mention.End == end;
            if (!last && mention.Is(MentionPlace.Possessive) && mention.End + 1 < end)
            {
                continue;
            }

            int preposition = PrepositionBefore(tokens, first, mention.First);
            if (preposition >= 0 && !(isPerson && IsOffice(tokens, preposition, mention.First)))
            {
                continue;
            }

            if (!CanSpeak(view.Entities[mention.Entity].Type))
            {
                continue;
            }

            if (last || mention.Is(MentionPlace.Possessive) || IsFree(tokens[mention.End]))
            {
                if (isPerson)
                {
                    person = person < 0 ? m : person;
                }
                else if (beforeComma)
                {
                    other = other < 0 ? m : other;
                }
                else if (last && apposed < 0 && (isBody || (view.Entities[mention.Entity].Type == EntityType.Organization && IsApposed(tokens, first, mention.First))))
                {
                    // 'The operator, Demerara Offshore Energy,', 'its architects, Snøhetta,'
                    apposed = m;
                }
            }
            else if (isBody && beforeComma && mention.End <= head && view.Entities[mention.Entity].Type == EntityType.Organization && OwnSorts.Contains(tokens[head].LowerHash))
            {
                // 'Yonhap news agency', 'the Al-Seyassah daily': the noun says what the name is.
                other = other < 0 ? m : other;
            }
            else if (isPerson && tokens[mention.End].Has(TokenFlags.Capitalized))
            {
                weakPerson = m;
            }
        }

        return person >= 0 ? person : weakPerson >= 0 ? weakPerson : other >= 0 ? other : apposed >= 0 ? apposed : TextAuthor.Find(tokens, view, first, end);
    }

    /// <summary>A comma before the name and nothing but a noun phrase before that: not 'a spokesman for the publisher, Chucklefish'.</summary>
    private static bool IsApposed(ReadOnlySpan<Token> tokens, int first, int at) => at > first + 1 && tokens[at - 1].LowerHash == Comma && PrepositionBefore(tokens, first, at - 1) < 0;

    /// <summary>'Minister of Education Ana Ruiz', 'Secretary of State Tom Hale': what the preposition governs belongs to the office, and the person bears it.</summary>
    public static bool IsOffice(ReadOnlySpan<Token> tokens, int preposition, int at)
    {
        LinkingLexicons lexicons = LinkingLexicons.Shared;
        int last = at - 1;
        while (last > preposition && lexicons.IsHonorific(tokens[last].LowerHash, out _))
        {
            last--;
        }

        // 'a spokesman for Senator Hale', 'the wife of farmer Tom Hale': the person is what the preposition governs.
        return last > preposition && tokens[last].Kind == TokenKind.Word && (SourceWords.RoleOf(tokens[last].LowerHash) & (WordRole.Definite | WordRole.Indefinite | WordRole.Possessive)) == 0
            && !lexicons.TryGetRole(tokens[last].LowerHash, out _) && lexicons.TryGetRole(tokens[preposition - 1].LowerHash, out RoleWord office) && office.IsRole;
    }

    /// <summary>'Clinton campaign', 'Justice Department officials': a name before another noun is not the speaker.</summary>
    public static bool IsFree(in Token next) =>
        next.Kind is not (TokenKind.Word or TokenKind.Number) || Followers.Find(next.LowerHash) != 0
        || (SourceWords.RoleOf(next.LowerHash) & (WordRole.Preposition | WordRole.Relative | WordRole.Conjunction | WordRole.Definite | WordRole.Indefinite | WordRole.Be)) != 0;

    public static bool CanSpeak(EntityType type) =>
        type != EntityType.Norp && type != EntityType.Language && type != EntityType.Event && type != EntityType.Law && type != EntityType.Location;

    /// <summary>The preposition on whose phrase the word depends, within the source, or -1; a comma ends the phrase.</summary>
    public static int PrepositionBefore(ReadOnlySpan<Token> tokens, int first, int at)
    {
        for (int i = at - 1; i > first; i--)
        {
            if (tokens[i].Kind == TokenKind.Punctuation)
            {
                return -1;
            }

            if (SourceWords.Is(tokens[i].LowerHash, WordRole.Preposition))
            {
                return i;
            }
        }

        return -1;
    }

    private static int Head(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, int first, int end)
    {
        int head = first;
        for (int i = first; i < end; i++)
        {
            WordRole role = SourceWords.RoleOf(tokens[i].LowerHash);
            if (i > first && ((role & (WordRole.Preposition | WordRole.Relative)) != 0 || (tokens[i].Kind == TokenKind.Punctuation && text[tokens[i].Start] is ',' or ';' or '(' or '\u2014' or '\u2013')))
            {
                break;
            }

            if (tokens[i].Kind is TokenKind.Word or TokenKind.Number or TokenKind.Handle)
            {
                head = i;
            }
        }

        return head;
    }

    /// <summary>'the Italians', 'the goatherds', 'her policemen': many people, whom no name of one takes up; but not 'the boss'.</summary>
    private static bool IsPlural(ReadOnlySpan<char> text, in Token noun)
    {
        ReadOnlySpan<char> word = noun.In(text);
        return noun.Kind == TokenKind.Word && word.Length > 3 && !LinkingLexicons.Shared.TryGetRole(noun.LowerHash, out _)
            && (word[^1] == 's' ? word[^2] is not ('s' or 'u') : word.EndsWith("men", StringComparison.OrdinalIgnoreCase));
    }

    private static SourceKind KindOf(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, int first, int end, int head)
    {
        WordRole role = SourceWords.RoleOf(tokens[first].LowerHash);
        bool alone = true;
        for (int i = first + 1; i < end; i++)
        {
            alone &= tokens[i].Kind == TokenKind.Punctuation || Followers.Find(tokens[i].LowerHash) != 0;
        }

        if (alone)
        {
            switch (role & (WordRole.He | WordRole.She | WordRole.It | WordRole.They | WordRole.I | WordRole.Relative))
            {
                case WordRole.He: return SourceKind.He;
                case WordRole.She: return SourceKind.She;
                case WordRole.It: return SourceKind.It;
                case WordRole.They: return SourceKind.They;
                case WordRole.I: return SourceKind.I;
                case WordRole.Relative: return SourceKind.Who;
            }
        }

        if ((role & WordRole.Relative) != 0 && tokens[first].LowerHash == Who)
        {
            return SourceKind.Who;
        }

        if ((role & WordRole.Indefinite) != 0)
        {
            return SourceKind.Indefinite;
        }

        switch (SourceWords.NounOf(tokens[head].LowerHash))
        {
            case NounClass.Plural: return SourceKind.Plural;
            case NounClass.Organization: return SourceKind.DefiniteOrganization;
            case NounClass.Text: return SourceKind.Text;
            case NounClass.Other when (role & (WordRole.Definite | WordRole.Possessive)) != 0 && IsPlural(text, tokens[head]): return SourceKind.Plural;
        }

        return (role & WordRole.Possessive) != 0 ? SourceKind.PossessivePerson
            : (role & WordRole.Definite) != 0 ? SourceKind.DefinitePerson
            : SourceKind.Bare;
    }
}
