namespace Extraction;

/// <summary>Candidate speakers of one source with their features; the last candidate is nobody. Reads a bounded stretch of mentions before the source.</summary>
internal sealed class SpeakerCandidates
{
    private const int MostCandidates = 24;
    private const int MostMentions = 160;

    private readonly List<Candidate> _candidates = [];
    private readonly List<byte> _features = [];
    private readonly List<int> _starts = [];
    private bool _anyGender;
    private bool _byRole;
    private ulong _head;
    private ulong _headKind;
    private int _sameHead;
    private int _sameKind;

    /// <summary>Number of candidates, nobody included.</summary>
    public int Count => _starts.Count;

    /// <summary>Index of the entity, or -1 for nobody.</summary>
    public int EntityOf(int candidate) => candidate < _candidates.Count ? _candidates[candidate].Entity : -1;

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
        _candidates.Clear();
        _features.Clear();
        _starts.Clear();
        _anyGender = false;
        Find(view, source, first, end, content);
        AddSpeakers(view, source, spoken);
        if (_candidates.Count == 0 && source.Kind is SourceKind.He or SourceKind.She)
        {
            // Hilary Braysmith may be a man or a woman, whatever the list of first names says.
            _anyGender = true;
            Find(view, source, first, end, content);
        }

        ReadHead(tokens, view, source);
        int near = 0;
        for (int c = 0; c < _candidates.Count; c++)
        {
            _starts.Add(_features.Count);
            Describe(view, source, first, spoken, c, ref near);
            DescribeRole(view, c);
        }

        _starts.Add(_features.Count);
        Add(SpeakerFeature.NullBias);
        AddIf(_anyGender, SpeakerFeature.NullNoneOfGender);
        AddIf(_candidates.Count == 0, SpeakerFeature.NullNoCandidates);
        AddIf(_sameHead > 0, SpeakerFeature.NullSomeRole);
        AddIf(spoken.Length > 0 && spoken[^1].Entity < 0, SpeakerFeature.NullSpokeLast);
    }

    /// <summary>What a description says: 'the priest' its head and the sort of people it names, 'the 34-year-old' an age.</summary>
    private void ReadHead(ReadOnlySpan<Token> tokens, SpeakerView view, in Source source)
    {
        _byRole = source.Kind >= SourceKind.DefinitePerson;
        _head = tokens[source.Head].LowerHash;
        _headKind = RoleKinds.Of(_head);
        _sameHead = 0;
        _sameKind = 0;
        foreach (Candidate candidate in _candidates)
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

        Candidate candidate = _candidates[c];
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
    }

    private void Find(SpeakerView view, in Source source, int first, int end, ReadOnlySpan<TokenRun> content)
    {
        ReadOnlySpan<PlacedMention> mentions = view.Mentions;
        int from = view.FirstMentionAt(end);
        for (int m = from - 1; m >= 0 && m >= from - MostMentions && _candidates.Count < MostCandidates; m--)
        {
            PlacedMention mention = mentions[m];
            if (mention.First >= first || !Fits(view, source, mention.Entity))
            {
                continue;
            }

            bool own = false;
            foreach (TokenRun run in content)
            {
                own |= mention.First >= run.First && mention.First < run.End;
            }

            Note(mention, own);
        }

        if (source.Kind >= SourceKind.DefinitePerson)
        {
            FindAhead(view, source, end);
        }

        // '"Smith must go," she said': the content stands before the source, but another after it names people, too.
        foreach (TokenRun run in content)
        {
            for (int m = view.FirstMentionAt(Math.Max(run.First, end)); m < mentions.Length && mentions[m].First < run.End && m < from + 40; m++)
            {
                for (int c = 0; c < _candidates.Count; c++)
                {
                    if (_candidates[c].Entity == mentions[m].Entity)
                    {
                        _candidates[c] = _candidates[c] with { InOwn = true };
                    }
                }
            }
        }
    }

    /// <summary>'Oil minister reaffirms target' in the headline: the name comes later.</summary>
    private void FindAhead(SpeakerView view, in Source source, int end)
    {
        ReadOnlySpan<PlacedMention> mentions = view.Mentions;
        int from = view.FirstMentionAt(end);
        int added = 0;
        for (int m = from; m < mentions.Length && m < from + 24 && added < 6 && _candidates.Count < MostCandidates; m++)
        {
            if (!mentions[m].Is(MentionPlace.Quoted) && IndexOf(mentions[m].Entity) < 0 && Fits(view, source, mentions[m].Entity))
            {
                _candidates.Add(new Candidate(mentions[m].Entity, default, false, false, 1) { Ahead = true });
                added++;
            }
        }
    }

    private void AddSpeakers(SpeakerView view, in Source source, ReadOnlySpan<(int Entity, int Block)> spoken)
    {
        for (int k = spoken.Length - 1; k >= 0 && k >= spoken.Length - 4; k--)
        {
            int entity = spoken[k].Entity;
            if (entity >= 0 && Fits(view, source, entity) && IndexOf(entity) < 0)
            {
                _candidates.Add(new Candidate(entity, default, false, false, 0));
            }
        }
    }

    private bool Fits(SpeakerView view, in Source source, int entity)
    {
        return source.Kind switch
        {
            SourceKind.He => view.IsPerson(entity) && (_anyGender || view.Entities[entity].Gender != Gender.Female),
            SourceKind.She => view.IsPerson(entity) && (_anyGender || view.Entities[entity].Gender != Gender.Male),
            SourceKind.DefinitePerson or SourceKind.PossessivePerson or SourceKind.I => view.IsPerson(entity),
            SourceKind.DefiniteOrganization or SourceKind.It => !view.IsPerson(entity),
            _ => true,
        };
    }

    private int IndexOf(int entity)
    {
        for (int c = 0; c < _candidates.Count; c++)
        {
            if (_candidates[c].Entity == entity)
            {
                return c;
            }
        }

        return -1;
    }

    private void Note(in PlacedMention mention, bool own)
    {
        int at = IndexOf(mention.Entity);
        bool quoted = mention.Is(MentionPlace.Quoted) || own;
        if (at < 0)
        {
            _candidates.Add(new Candidate(mention.Entity, mention, !quoted, own, 1));
            return;
        }

        Candidate candidate = _candidates[at];
        _candidates[at] = candidate with
        {
            Last = !candidate.Seen && !quoted ? mention : candidate.Last,
            Seen = candidate.Seen || !quoted,
            InOwn = candidate.InOwn || own,
            Times = candidate.Times + 1,
        };
    }

    private void Describe(SpeakerView view, in Source source, int first, ReadOnlySpan<(int Entity, int Block)> spoken, int c, ref int near)
    {
        Candidate candidate = _candidates[c];
        int entity = candidate.Entity;
        Add(SpeakerFeature.Candidate);
        Gender gender = view.Entities[entity].Gender;
        AddIf(source.Kind is SourceKind.He && gender == Gender.Male || source.Kind is SourceKind.She && gender == Gender.Female, SpeakerFeature.GenderAgrees);
        AddIf(source.Kind is SourceKind.He && gender == Gender.Female || source.Kind is SourceKind.She && gender == Gender.Male, SpeakerFeature.GenderDisagrees);
        AddIf(source.Kind is SourceKind.He or SourceKind.She && gender == Gender.Unknown, SpeakerFeature.GenderUnknown);
        EntityType type = view.Entities[entity].Type;
        Add(type == EntityType.Person ? SpeakerFeature.Person : type == EntityType.Organization ? SpeakerFeature.Organization : type == EntityType.Gpe ? SpeakerFeature.Place : SpeakerFeature.OtherType);
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
        }

        AddIf(candidate.InOwn, SpeakerFeature.NamedInThisContent);
        AddIf(candidate.Times >= 3, SpeakerFeature.OftenNamed);
        AddIf(candidate.Times <= 1, SpeakerFeature.NamedOnce);
        AddIf(_candidates.Count == 1, SpeakerFeature.OnlyCandidate);
        AddIf(c == _candidates.Count - 1 && c > 0, SpeakerFeature.FirstOfArticle);
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

    /// <param name="Entity">Index of the entity.</param>
    /// <param name="Last">Its last mention outside quotations, where <paramref name="Seen"/>.</param>
    /// <param name="Seen">Named outside quotations before the source.</param>
    /// <param name="InOwn">Named in the quote's own content.</param>
    /// <param name="Times">Number of mentions seen.</param>
    private readonly record struct Candidate(int Entity, PlacedMention Last, bool Seen, bool InOwn, int Times)
    {
        /// <summary>Named after the source alone.</summary>
        public bool Ahead { get; init; }
    }
}
