namespace Extraction;

/// <summary>Candidate speakers of one source with their features; the last candidate is nobody.</summary>
internal sealed class SpeakerCandidates
{
    private readonly CandidateFinder _finder = new();
    private readonly List<byte> _features = [];
    private readonly List<int> _starts = [];
    private bool _byRole;
    private ulong _head;
    private ulong _headKind;
    private int _sameHead;
    private int _sameKind;

    /// <summary>An entity that cannot be meant, or -1: whoever says '"He told me to go"' is not he.</summary>
    public int Except { get => _finder.Except; set => _finder.Except = value; }

    /// <summary>What the source that was collected for says itself of who is meant.</summary>
    public SourceDescription Description => _finder.Description;

    private List<SpeakerCandidate> Found => _finder.Found;

    /// <summary>Number of candidates, nobody included.</summary>
    public int Count => _starts.Count;

    /// <summary>Index of the entity, or -1 for nobody.</summary>
    public int EntityOf(int candidate) => candidate < Found.Count ? Found[candidate].Entity : -1;

    public ReadOnlySpan<byte> FeaturesOf(int candidate) =>
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_features)[_starts[candidate]..(candidate + 1 < _starts.Count ? _starts[candidate + 1] : _features.Count)];

    /// <summary>Collects the candidates of a source.</summary>
    /// <param name="tokens">The article's tokens.</param>
    /// <param name="view">Mentions and places.</param>
    /// <param name="source">The source as read.</param>
    /// <param name="first">Its first token.</param>
    /// <param name="end">The token after it.</param>
    /// <param name="content">Tokens of the quote's own content.</param>
    /// <param name="spoken">Entities that spoke so far, last one last, -1 for nobody, with the blocks they spoke in.</param>
    public void Collect(ReadOnlySpan<Token> tokens, SpeakerView view, in Source source, int first, int end, ReadOnlySpan<TokenRun> content, ReadOnlySpan<(int Entity, int Block)> spoken)
    {
        _finder.Description.Read(tokens, source, first, end);
        _finder.Find(view, source, first, end, content, spoken);
        _features.Clear();
        _starts.Clear();
        ReadHead(tokens, view, source);
        Span<int> ofType = stackalloc int[4];
        ofType.Clear();
        foreach (SpeakerCandidate candidate in Found)
        {
            ofType[TypeOf(view, candidate.Entity) - SpeakerFeature.Person]++;
        }

        // How many of each type are nearer: 'the company' is the nearest body, whatever places stand between.
        Span<int> nearer = stackalloc int[4];
        nearer.Clear();
        for (int c = 0; c < Found.Count; c++)
        {
            _starts.Add(_features.Count);
            Describe(view, source, first, spoken, c, nearer);
            AddIf(ofType[TypeOf(view, Found[c].Entity) - SpeakerFeature.Person] == 1, SpeakerFeature.OnlyOfType);
            DescribeRole(view, c);
        }

        _starts.Add(_features.Count);
        Add(SpeakerFeature.NullBias);
        AddIf(_finder.AnyGender, SpeakerFeature.NullNoneOfGender);
        AddIf(Found.Count == 0, SpeakerFeature.NullNoCandidates);
        AddIf(_sameHead > 0, SpeakerFeature.NullSomeRole);
        AddIf(spoken.Length > 0 && spoken[^1].Entity < 0, SpeakerFeature.NullSpokeLast);
        if (source.Kind == SourceKind.DefiniteOrganization)
        {
            DescribeBody(tokens, first, end);
        }
    }

    /// <summary>'The company' takes up somebody named; 'police' and 'the Luxembourg court' need nobody.</summary>
    private void DescribeBody(ReadOnlySpan<Token> tokens, int first, int end)
    {
        bool definite = SourceWords.Is(tokens[first].LowerHash, WordRole.Definite);
        AddIf(definite && end - first == 2, SpeakerFeature.NullBareDefinite);
        AddIf(!definite && !SourceWords.Is(tokens[first].LowerHash, WordRole.Possessive), SpeakerFeature.NullNoArticle);
        AddIf(end - first >= 4, SpeakerFeature.NullLongDescription);
        AddIf(_headKind != 0 && _sameKind == 0, SpeakerFeature.NullNoneOfKind);
        AddIf(_sameKind > 0, SpeakerFeature.NullSomeOfKind);
    }

    private static SpeakerFeature TypeOf(SpeakerView view, int entity) => view.Entities[entity].Type is var type && type == EntityType.Person ? SpeakerFeature.Person
        : type == EntityType.Organization ? SpeakerFeature.Organization
        : type == EntityType.Gpe ? SpeakerFeature.Place
        : SpeakerFeature.OtherType;

    /// <summary>What a description says: 'the priest' its head and the sort of people it names, 'the 34-year-old' an age.</summary>
    private void ReadHead(ReadOnlySpan<Token> tokens, SpeakerView view, in Source source)
    {
        _byRole = source.Kind >= SourceKind.DefinitePerson;
        _head = tokens[source.Head].LowerHash;
        _headKind = WordGroups.Kinds.Of(_head);
        _sameHead = 0;
        _sameKind = 0;
        foreach (SpeakerCandidate candidate in Found)
        {
            _sameHead += _byRole && view.HasRole(candidate.Entity, _head) ? 1 : 0;
            _sameKind += _byRole && _headKind != 0 && view.HasRole(candidate.Entity, _headKind) ? 1 : 0;
        }
    }

    private void DescribeRole(SpeakerView view, int c)
    {
        if (!_byRole)
        {
            return;
        }

        SpeakerCandidate candidate = Found[c];
        bool role = view.HasRole(candidate.Entity, _head);
        AddIf(role, SpeakerFeature.HeadInRole);
        AddIf(role && candidate.Ahead, SpeakerFeature.NamedAheadWithRole);
        AddIf(role && _sameHead == 1, SpeakerFeature.HeadInRoleAlone);
        AddIf(!role && _sameHead > 0, SpeakerFeature.AnotherHasRole);
        if (_headKind != 0 && view.HasRole(candidate.Entity, _headKind))
        {
            Add(SpeakerFeature.KindOfHeadInRole);
            AddIf(_sameKind == 1, SpeakerFeature.KindOfHeadInRoleAlone);
        }
        else if (_headKind != 0)
        {
            AddIf(view.HasOtherKind(candidate.Entity, _headKind), SpeakerFeature.AnotherKind);
        }
    }

    private void Describe(SpeakerView view, in Source source, int first, ReadOnlySpan<(int Entity, int Block)> spoken, int c, Span<int> nearer)
    {
        SpeakerCandidate candidate = Found[c];
        int entity = candidate.Entity;
        Add(SpeakerFeature.Candidate);
        Gender gender = view.Entities[entity].Gender;
        AddIf(source.Kind is SourceKind.He && gender == Gender.Male || source.Kind is SourceKind.She && gender == Gender.Female, SpeakerFeature.GenderAgrees);
        AddIf(source.Kind is SourceKind.He && gender == Gender.Female || source.Kind is SourceKind.She && gender == Gender.Male, SpeakerFeature.GenderDisagrees);
        AddIf(source.Kind is SourceKind.He or SourceKind.She && gender == Gender.Unknown, SpeakerFeature.GenderUnknown);
        SpeakerFeature type = TypeOf(view, entity);
        Add(type);
        int block = view.BlockOf(first);
        Speaking(view, first, spoken, entity, block);
        if (candidate.Seen)
        {
            PlacedMention last = candidate.Last;
            int sentences = view.SentenceOf(first) - view.SentenceOf(last.First);
            Add(sentences switch { <= 0 => SpeakerFeature.SameSentence, 1 => SpeakerFeature.OneSentenceAgo, 2 => SpeakerFeature.TwoSentencesAgo, <= 4 => SpeakerFeature.ThreeOrFourSentencesAgo, _ => SpeakerFeature.LongAgo });
            int blocks = block - view.BlockOf(last.First);
            AddIf(blocks == 0, SpeakerFeature.SameBlock);
            AddIf(blocks == 1, SpeakerFeature.OneBlockAgo);
            AddIf(blocks == 2, SpeakerFeature.TwoBlocksAgo);
            ref int near = ref nearer[type - SpeakerFeature.Person];
            AddIf(near == 0, SpeakerFeature.NearestOfKind);
            AddIf(near == 1, SpeakerFeature.SecondNearestOfKind);
            near++;
            bool subject = last.Is(MentionPlace.Subject);
            AddIf(subject && sentences <= 0, SpeakerFeature.SubjectOfThisSentence);
            AddIf(subject && sentences == 1, SpeakerFeature.SubjectOfSentenceBefore);
            AddIf(subject, SpeakerFeature.SubjectOfLastSeen);
            AddIf(last.Is(MentionPlace.Possessive), SpeakerFeature.LastPossessive);
            AddIf(last.Is(MentionPlace.AfterPreposition), SpeakerFeature.LastAfterPreposition);
            AddIf(last.Is(MentionPlace.Reported), SpeakerFeature.LastInReported);
            AddIf(last.Is(MentionPlace.Furniture), SpeakerFeature.OnlyInFurniture);
            AddIf(last.Is(MentionPlace.Introduced), SpeakerFeature.LastIntroduced);
            AddIf(last.Is(MentionPlace.Modifier), SpeakerFeature.LastIsModifier);
            AddIf(blocks == 0 && candidate.Times == 1, SpeakerFeature.NewInThisBlock);
        }
        else
        {
            Add(candidate.Ahead ? SpeakerFeature.NamedAhead : SpeakerFeature.OnlyQuoted);
            AddIf(candidate.FirstAhead, SpeakerFeature.FirstNamedAhead);
        }

        AddIf(candidate.InOwn, SpeakerFeature.NamedInThisContent);
        AddIf(candidate.Times >= 3, SpeakerFeature.OftenNamed);
        AddIf(candidate.Times <= 1, SpeakerFeature.NamedOnce);
        AddIf(Found.Count == 1, SpeakerFeature.OnlyCandidate);
        AddIf(c == Found.Count - 1 && c > 0, SpeakerFeature.FirstOfArticle);
    }

    private void Speaking(SpeakerView view, int first, ReadOnlySpan<(int Entity, int Block)> spoken, int entity, int block)
    {
        int k = spoken.Length - 1;
        if (k >= 0 && spoken[k].Entity == entity)
        {
            Add(SpeakerFeature.SpokeLast);
            AddIf(block - spoken[k].Block <= 1, SpeakerFeature.SpokeLastHereOrBefore);
            AddIf(block < view.Blocks.Length && first - view.Blocks[block].FirstToken <= 1, SpeakerFeature.SpokeLastAndParagraphInitial);
        }
        else if (k >= 1 && spoken[k - 1].Entity == entity)
        {
            Add(SpeakerFeature.SpokeBeforeLast);
        }

        for (k--; k >= 0 && k >= spoken.Length - 30; k--)
        {
            if (spoken[k].Entity == entity)
            {
                Add(SpeakerFeature.SpokeEarlier);
                break;
            }
        }
    }

    private void Add(SpeakerFeature feature) => _features.Add((byte)feature);

    private void AddIf(bool condition, SpeakerFeature feature)
    {
        if (condition)
        {
            _features.Add((byte)feature);
        }
    }
}
