using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Extraction;

/// <summary>Resolves sources to entities in text order: named ones by reading the noun phrase, the others by the log-linear model over candidates.</summary>
internal sealed class SpeakerResolver
{
    private static readonly ulong Comma = TextHash.Lower(",");

    private readonly SpeakerView _view = new();
    private readonly SpeakerCandidates _candidates = new();
    private readonly List<TokenRun> _content = [];
    private readonly List<(int Entity, int Block)> _spoken = [];
    private readonly List<float> _scores = [];

    public SpeakerView View => _view;

    public SpeakerCandidates Candidates => _candidates;

    public void Enter(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, ImmutableArray<Sentence> sentences, ImmutableArray<Block> blocks, ImmutableArray<Entity> entities, ImmutableArray<Attribution> attributions)
    {
        _view.Fill(text, tokens, sentences, blocks, entities, attributions);
        _spoken.Clear();
    }

    /// <summary>Resolves one source.</summary>
    public Resolution Resolve(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, Attribution attribution, SpeakerModel model)
    {
        if (attribution.Source is not { } span)
        {
            return new Resolution(-1, 1, "no source", SourceKind.Bare, default);
        }

        int first = TokenSearch.TokenAt(tokens, span.Start);
        int end = TokenSearch.TokenAt(tokens, span.End - 1) + 1;
        if (first >= tokens.Length)
        {
            return new Resolution(-1, 1, "no source", SourceKind.Bare, default);
        }

        end = Math.Clamp(end, first + 1, tokens.Length);
        Source source = SourceReader.Read(text, tokens, _view, first, end);
        var run = new TokenRun(first, end);
        if (source.Kind == SourceKind.Named)
        {
            int meant = MeantBySlip(text, tokens, source);
            if (meant >= 0)
            {
                return new Resolution(meant, 0.9f, "a name nearly the same", source.Kind, run);
            }

            return new Resolution(_view.Mentions[source.Mention].Entity, 0.97f, "named", source.Kind, run);
        }

        int antecedent = OfRelativeClause(tokens, source, first);
        if (antecedent >= 0)
        {
            return new Resolution(antecedent, 0.9f, "relative clause", source.Kind, run);
        }

        int apposed = OfApposition(tokens, source, first, end);
        if (apposed >= 0)
        {
            return new Resolution(apposed, 0.95f, "apposition", source.Kind, run);
        }

        int near = source.Kind == SourceKind.Bare ? Namesakes.Nearest(_view, text, tokens, source.Head) : -1;
        if (near >= 0)
        {
            return new Resolution(near, 0.9f, "a name nearly the same", SourceKind.Named, run);
        }

        int initialled = source.Kind == SourceKind.Bare && run.Length == 1 ? Namesakes.OfInitials(_view, tokens[first].In(text)) : -1;
        if (initialled >= 0)
        {
            return new Resolution(initialled, 0.9f, "initials", SourceKind.Named, run);
        }

        Prepare(tokens, attribution, source, first, end);
        int described = _candidates.Description.Named(_view, first);
        if (described >= 0)
        {
            return new Resolution(described, 0.9f, "its name says so", source.Kind, run);
        }

        _scores.Clear();
        for (int c = 0; c < _candidates.Count; c++)
        {
            _scores.Add(model.Score(source.Kind, _candidates.FeaturesOf(c)));
        }

        int best = SpeakerModel.Normalize(CollectionsMarshal.AsSpan(_scores));
        string reason = model.Reason(source.Kind, _candidates.FeaturesOf(best)).ToString();
        return new Resolution(_candidates.EntityOf(best), _scores[best], reason, source.Kind, run);
    }

    /// <summary>'a news conference by President Joe Biden during which he said': the pronoun is whom the clause hangs on.</summary>
    private int OfRelativeClause(ReadOnlySpan<Token> tokens, in Source source, int first)
    {
        int m = _view.FirstMentionAt(first) - 1;
        if (source.Kind is not (SourceKind.He or SourceKind.She or SourceKind.Who) || m < 0)
        {
            return -1;
        }

        PlacedMention mention = _view.Mentions[m];
        Gender gender = _view.Entities[mention.Entity].Gender;
        if (source.Kind == SourceKind.Who)
        {
            return PersonOfClause(m, first);
        }

        bool fits = _view.IsPerson(mention.Entity) && !(source.Kind == SourceKind.He && gender == Gender.Female) && !(source.Kind == SourceKind.She && gender == Gender.Male);
        if (!fits || mention.End > first || first - mention.End > 3 || _view.SentenceOf(mention.First) != _view.SentenceOf(first))
        {
            return -1;
        }

        bool relative = false;
        for (int i = mention.End; i < first; i++)
        {
            relative |= SourceWords.Is(tokens[i].LowerHash, WordRole.Relative);
        }

        return relative ? mention.Entity : -1;
    }

    /// <summary>'Water said' after 'Kathryn Waters', where the recogniser made a body of the single word.</summary>
    private int MeantBySlip(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, in Source source)
    {
        PlacedMention mention = _view.Mentions[source.Mention];
        Entity entity = _view.Entities[mention.Entity];
        return entity.Type == EntityType.Person || mention.End - mention.First > 1 || entity.Mentions.Length > 1 ? -1 : Namesakes.Nearest(_view, text, tokens, mention.First);
    }

    /// <summary>'the team's coach, Ana Lopes, said' and 'Ana Lopes, the team's coach, said', of which the source holds the description alone.</summary>
    private int OfApposition(ReadOnlySpan<Token> tokens, in Source source, int first, int end)
    {
        if (source.Kind is not (SourceKind.DefinitePerson or SourceKind.PossessivePerson or SourceKind.Bare or SourceKind.Indefinite) || end >= tokens.Length || tokens[end].LowerHash != Comma)
        {
            return -1;
        }

        int after = _view.FirstMentionAt(end);
        if (after < _view.Mentions.Length && _view.Mentions[after] is var next && next.First == end + 1 && _view.IsPerson(next.Entity) && !next.Is(MentionPlace.Possessive)
            && next.End < tokens.Length && tokens[next.End].Kind == TokenKind.Punctuation && _view.SentenceOf(next.First) == _view.SentenceOf(first))
        {
            return next.Entity;
        }

        int before = _view.FirstMentionAt(first) - 1;
        return before >= 0 && _view.Mentions[before] is var name && name.End == first - 1 && tokens[name.End].LowerHash == Comma && _view.IsPerson(name.Entity) && name.Is(MentionPlace.Subject)
            ? name.Entity
            : -1;
    }

    /// <summary>'Prem Thakur of the Tenants' League, who said': the person named last in the sentence, if not long ago.</summary>
    private int PersonOfClause(int m, int first)
    {
        for (; m >= 0 && first - _view.Mentions[m].End <= 8 && _view.SentenceOf(_view.Mentions[m].First) == _view.SentenceOf(first); m--)
        {
            if (_view.IsPerson(_view.Mentions[m].Entity))
            {
                return _view.Mentions[m].Entity;
            }
        }

        return -1;
    }

    /// <summary>Collects the candidates of a source that names nobody.</summary>
    public void Prepare(ReadOnlySpan<Token> tokens, Attribution attribution, in Source source, int first, int end)
    {
        _content.Clear();
        foreach (TextSpan piece in attribution.Content)
        {
            _content.Add(new TokenRun(TokenSearch.TokenAt(tokens, piece.Start), TokenSearch.TokenAt(tokens, Math.Max(piece.Start, piece.End - 1)) + 1));
        }

        _candidates.Collect(tokens, _view, source, first, end, CollectionsMarshal.AsSpan(_content), CollectionsMarshal.AsSpan(_spoken));
    }

    /// <summary>Remembers who spoke.</summary>
    public void Spoke(int entity, int token) => _spoken.Add((entity, _view.BlockOf(token)));
}
