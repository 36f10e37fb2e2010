namespace Extraction;

/// <summary>Finds whom a source may mean: a bounded stretch of mentions before it, who spoke last, and for descriptions who is named soon after.</summary>
internal sealed class CandidateFinder
{
    private const int MostCandidates = 24;
    private const int MostMentions = 160;

    /// <summary>The candidates, nearest first.</summary>
    public List<SpeakerCandidate> Found { get; } = [];

    /// <summary>An entity that cannot be meant, or -1.</summary>
    public int Except { get; set; } = -1;

    /// <summary>Whom the words of the source rule out.</summary>
    public SourceDescription Description { get; } = new();

    /// <summary>Nobody of the pronoun's gender was there, and so people of any are taken.</summary>
    public bool AnyGender { get; private set; }

    public void Find(SpeakerView view, in Source source, int first, int end, ReadOnlySpan<TokenRun> content, ReadOnlySpan<(int Entity, int Block)> spoken)
    {
        Found.Clear();
        AnyGender = false;
        FindBefore(view, source, first, end, content);
        AddSpeakers(view, source, spoken);
        if (Found.Count == 0 && source.Kind is SourceKind.He or SourceKind.She)
        {
            // Hilary Braysmith may be a man or a woman, whatever the list of first names says.
            AnyGender = true;
            FindBefore(view, source, first, end, content);
        }
    }

    private void FindBefore(SpeakerView view, in Source source, int first, int end, ReadOnlySpan<TokenRun> content)
    {
        ReadOnlySpan<PlacedMention> mentions = view.Mentions;
        int from = view.FirstMentionAt(end);
        for (int m = from - 1; m >= 0 && m >= from - MostMentions && Found.Count < MostCandidates; m--)
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

        if (source.Kind >= SourceKind.DefinitePerson || (Found.Count == 0 && source.Kind is SourceKind.He or SourceKind.She))
        {
            FindAhead(view, source, end);
        }

        // '"Smith must go," she said': the content stands before the source, but another after it names people, too.
        foreach (TokenRun run in content)
        {
            for (int m = view.FirstMentionAt(Math.Max(run.First, end)); m < mentions.Length && mentions[m].First < run.End && m < from + 40; m++)
            {
                for (int c = 0; c < Found.Count; c++)
                {
                    if (Found[c].Entity == mentions[m].Entity)
                    {
                        Found[c] = Found[c] with { InOwn = true };
                    }
                }
            }
        }
    }

    /// <summary>'Oil minister reaffirms target' in the headline, '"We lost everything," she says. Ana Lopes is a baker.': the name comes later.</summary>
    private void FindAhead(SpeakerView view, in Source source, int end)
    {
        ReadOnlySpan<PlacedMention> mentions = view.Mentions;
        int from = view.FirstMentionAt(end);
        int added = 0;
        for (int m = from; m < mentions.Length && m < from + 24 && added < 6 && Found.Count < MostCandidates; m++)
        {
            if (!mentions[m].Is(MentionPlace.Quoted) && IndexOf(mentions[m].Entity) < 0 && Fits(view, source, mentions[m].Entity))
            {
                Found.Add(new SpeakerCandidate(mentions[m].Entity, default, false, false, 1) { Ahead = true, FirstAhead = added == 0 });
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
                Found.Add(new SpeakerCandidate(entity, default, false, false, 0));
            }
        }
    }

    private bool Fits(SpeakerView view, in Source source, int entity)
    {
        return entity != Except && Description.MayMean(view, entity) && source.Kind switch
        {
            SourceKind.He => view.IsPerson(entity) && (AnyGender || view.Entities[entity].Gender != Gender.Female),
            SourceKind.She => view.IsPerson(entity) && (AnyGender || view.Entities[entity].Gender != Gender.Male),
            SourceKind.DefinitePerson or SourceKind.PossessivePerson or SourceKind.I => view.IsPerson(entity),
            SourceKind.DefiniteOrganization or SourceKind.It => !view.IsPerson(entity),
            SourceKind.Plural => view.Entities[entity].Type == EntityType.Organization,
            _ => true,
        };
    }

    private int IndexOf(int entity)
    {
        for (int c = 0; c < Found.Count; c++)
        {
            if (Found[c].Entity == entity)
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
            Found.Add(new SpeakerCandidate(mention.Entity, mention, !quoted, own, 1));
            return;
        }

        SpeakerCandidate candidate = Found[at];
        Found[at] = candidate with
        {
            Last = !candidate.Seen && !quoted ? mention : candidate.Last,
            Seen = candidate.Seen || !quoted,
            InOwn = candidate.InOwn || own,
            Times = candidate.Times + 1,
        };
    }
}
