using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Extraction;

/// <summary>What the resolver knows of an article: mentions in text order with their places, the words that stand beside each entity's names, sentences and blocks of tokens.</summary>
internal sealed partial class SpeakerView
{
    private const int MostRoleWords = 64;
    private const int LongestDateline = 14;

    // Marks on the keys of words, so that those of names can be asked for apart from those that stand beside names.
    private const ulong InName = 0x5851_F42D_4C95_7F2D;
    private const ulong HeadOfName = 0x1405_7B7E_F767_814F;
    private static readonly ulong Comma = TextHash.Lower(",");
    private static readonly ulong Former = TextHash.Lower("former");

    private readonly List<PlacedMention> _mentions = [];
    private readonly List<ulong> _roleWords = [];
    private readonly List<int> _roleNext = [];
    private readonly List<int> _roleHead = [];
    private readonly List<int> _roleCount = [];
    private byte[] _content = [];
    private int[] _sentence = [];
    private int[] _block = [];

    public ReadOnlySpan<PlacedMention> Mentions => CollectionsMarshal.AsSpan(_mentions);

    public ImmutableArray<Entity> Entities { get; private set; } = [];

    public ImmutableArray<Sentence> Sentences { get; private set; } = [];

    public ImmutableArray<Block> Blocks { get; private set; } = [];

    public int SentenceOf(int token) => _sentence[token];

    public int BlockOf(int token) => _block[token];

    public void Fill(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, ImmutableArray<Sentence> sentences, ImmutableArray<Block> blocks, ImmutableArray<Entity> entities, ImmutableArray<Attribution> attributions)
    {
        Entities = entities;
        Sentences = sentences;
        Blocks = blocks;
        if (_content.Length < tokens.Length)
        {
            int size = Math.Max(1024, tokens.Length + (tokens.Length / 2));
            _content = new byte[size];
            _sentence = new int[size];
            _block = new int[size];
        }

        Array.Clear(_content, 0, tokens.Length);
        Array.Clear(_sentence, 0, tokens.Length);
        Array.Clear(_block, 0, tokens.Length);
        for (int s = 0; s < sentences.Length; s++)
        {
            Array.Fill(_sentence, s, sentences[s].FirstToken, sentences[s].EndToken - sentences[s].FirstToken);
        }

        for (int b = 0; b < blocks.Length; b++)
        {
            Array.Fill(_block, b, blocks[b].FirstToken, blocks[b].EndToken - blocks[b].FirstToken);
        }

        MarkContents(tokens, attributions);
        CollectMentions(text, tokens);
        CollectRoles(text, tokens);
    }

    /// <summary>True where the word stands in a role or apposition of the entity, or in an organisation's name.</summary>
    public bool HasRole(int entity, ulong lowerHash)
    {
        for (int i = _roleHead[entity]; i >= 0; i = _roleNext[i])
        {
            if (_roleWords[i] == lowerHash)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True where a name of the entity, other than a person, has the word or a word of the group.</summary>
    public bool HasInName(int entity, ulong key) => HasRole(entity, key ^ InName);

    /// <summary>True where the head of a name of the entity, other than a person, is one of the words: 'Court' of 'Court of Appeal', 'Council' of 'Dorvan City Council'.</summary>
    public bool HasHeadOfName(int entity, HashLexicon words)
    {
        for (int i = _roleHead[entity]; i >= 0; i = _roleNext[i])
        {
            if (words.Contains(_roleWords[i] ^ HeadOfName))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True where the entity's words name a sort of person or body, and another one: 'Labour Directorate' is no company.</summary>
    public bool HasOtherKind(int entity, ulong kind)
    {
        for (int i = _roleHead[entity]; i >= 0; i = _roleNext[i])
        {
            if (_roleWords[i] != kind && WordGroups.Kinds.IsGroup(_roleWords[i]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True where the entity's words name some sort of person or body.</summary>
    public bool HasAnyKind(int entity) => HasOtherKind(entity, kind: 0);

    /// <summary>Index of the first mention that begins at a token or after it.</summary>
    public int FirstMentionAt(int token) => TokenSearch.FirstFrom(Mentions, token);

    private void MarkContents(ReadOnlySpan<Token> tokens, ImmutableArray<Attribution> attributions)
    {
        foreach (Attribution attribution in attributions)
        {
            byte place = attribution.Kind == QuoteKind.Indirect ? (byte)MentionPlace.Reported : (byte)MentionPlace.Quoted;
            foreach (TextSpan span in attribution.Content)
            {
                for (int i = TokenSearch.TokenAt(tokens, span.Start); i < tokens.Length && tokens[i].Start < span.End; i++)
                {
                    _content[i] |= place;
                }
            }
        }
    }

    private void CollectMentions(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens)
    {
        _mentions.Clear();
        for (int e = 0; e < Entities.Length; e++)
        {
            foreach (Mention mention in Entities[e].Mentions)
            {
                if (mention.Kind != MentionKind.Pronoun && mention.FirstToken < mention.EndToken && mention.EndToken <= tokens.Length)
                {
                    _mentions.Add(new PlacedMention(e, mention.FirstToken, mention.EndToken, mention.Kind, MentionPlace.None));
                }
            }
        }

        _mentions.Sort(static (x, y) => x.First != y.First ? x.First.CompareTo(y.First) : y.End.CompareTo(x.End));
        Span<PlacedMention> mentions = CollectionsMarshal.AsSpan(_mentions);
        int sentence = -1;
        for (int m = 0; m < mentions.Length; m++)
        {
            PlacedMention mention = mentions[m];
            MentionPlace place = (MentionPlace)_content[mention.First];
            if (mention.End < tokens.Length && IsPossessive(text, tokens, mention.End))
            {
                place |= MentionPlace.Possessive;
            }

            if (IsAfterPreposition(tokens, mention.First))
            {
                place |= MentionPlace.AfterPreposition;
            }

            place |= Beside(tokens, mention);
            int block = _block[mention.First];
            if ((block < Blocks.Length && Blocks[block].Kind is not (BlockKind.Paragraph or BlockKind.Standfirst)) || IsInDateline(text, tokens, mention))
            {
                place |= MentionPlace.Furniture;
            }

            if (m > 0 && IsModifierOf(tokens, mentions[m - 1], mention))
            {
                // 'Berg campaign manager Ana Lopes said': Lopes is the subject.
                bool wasSubject = mentions[m - 1].Is(MentionPlace.Subject);
                mentions[m - 1] = mentions[m - 1] with { Place = (mentions[m - 1].Place & ~MentionPlace.Subject) | MentionPlace.Modifier };
                sentence = wasSubject ? -1 : sentence;
            }

            bool animate = IsPersonOrOrganization(mention.Entity);
            if (animate && _sentence[mention.First] != sentence && (place & (MentionPlace.Possessive | MentionPlace.AfterPreposition | MentionPlace.Quoted | MentionPlace.Reported)) == 0)
            {
                place |= MentionPlace.Subject;
                sentence = _sentence[mention.First];
            }

            mentions[m] = mention with { Place = place };
        }
    }

    /// <summary>'KUALA LUMPUR, March 3 (Bernama) --': the wire that sends the news has no part in it.</summary>
    private bool IsInDateline(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, in PlacedMention mention)
    {
        int block = _block[mention.First];
        return block < Blocks.Length && mention.First - Blocks[block].FirstToken is > 0 and <= LongestDateline && mention.End + 1 < tokens.Length
            && text[tokens[mention.First - 1].Start] == '(' && text[tokens[mention.End].Start] == ')' && text[tokens[mention.End + 1].Start] is '-' or '\u2013' or '\u2014' or ':';
    }

    public bool IsPersonOrOrganization(int entity) => IsPerson(entity) || Entities[entity].Type == EntityType.Organization;

    public bool IsPerson(int entity) => Entities[entity].Type == EntityType.Person;

    /// <summary>Nothing but nouns between the two names, a role the last of them.</summary>
    private static bool IsModifierOf(ReadOnlySpan<Token> tokens, in PlacedMention first, in PlacedMention second)
    {
        if (second.First <= first.End || second.First - first.End > 4 || !LinkingLexicons.Shared.TryGetRole(tokens[second.First - 1].LowerHash, out _))
        {
            return false;
        }

        for (int i = first.End; i < second.First; i++)
        {
            if (tokens[i].Kind != TokenKind.Word || SourceWords.RoleOf(tokens[i].LowerHash) != WordRole.None)
            {
                return false;
            }
        }

        return true;
    }

    private static MentionPlace Beside(ReadOnlySpan<Token> tokens, in PlacedMention mention)
    {
        LinkingLexicons lexicons = LinkingLexicons.Shared;
        if (mention.End < tokens.Length)
        {
            Token next = tokens[mention.End];
            if (next.Kind == TokenKind.Word && !next.Has(TokenFlags.Capitalized) && (SourceWords.NounOf(next.LowerHash) != NounClass.Other || lexicons.TryGetRole(next.LowerHash, out _)))
            {
                return MentionPlace.Modifier;
            }

            if (next.LowerHash == Comma && mention.End + 1 < tokens.Length
                && (tokens[mention.End + 1].Kind == TokenKind.Number || SourceWords.Is(tokens[mention.End + 1].LowerHash, WordRole.Definite | WordRole.Indefinite) || lexicons.TryGetRole(tokens[mention.End + 1].LowerHash, out _)))
            {
                return MentionPlace.Introduced;
            }
        }

        return mention.First > 0 && lexicons.TryGetRole(tokens[mention.First - 1].LowerHash, out _) ? MentionPlace.Introduced : MentionPlace.None;
    }

    public static bool IsPossessive(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, int i)
    {
        ReadOnlySpan<char> word = tokens[i].In(text);
        return !tokens[i].Has(TokenFlags.SpaceBefore) && (word is "'s" or "’s" or "'S" or "’S" || (word is "'" or "’" && i > 0 && text[tokens[i - 1].End - 1] is 's' or 'S'));
    }

    /// <summary>of former President Bill Clinton: titles and articles are passed over.</summary>
    private static bool IsAfterPreposition(ReadOnlySpan<Token> tokens, int first)
    {
        for (int i = first - 1; i >= 0 && i >= first - 6; i--)
        {
            WordRole role = SourceWords.RoleOf(tokens[i].LowerHash);
            if ((role & WordRole.Preposition) != 0)
            {
                return true;
            }

            if (!tokens[i].Has(TokenFlags.Capitalized) && (role & (WordRole.Definite | WordRole.Indefinite)) == 0 && tokens[i].LowerHash != Former)
            {
                return false;
            }
        }

        return false;
    }
}
