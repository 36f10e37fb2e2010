using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Extraction;

/// <summary>Makes the entities out of linked mentions: type by majority, fullest name, roles, gender, country.</summary>
internal static class EntityBuilder
{
    public static ImmutableArray<Entity> Build(LinkScratch scratch, LinkingLexicons lexicons, bool linkTitles)
    {
        if (scratch.Mentions.Count == 0)
        {
            return [];
        }

        int count = Number(scratch);
        if (linkTitles)
        {
            TitleMentions.Find(scratch, lexicons);
        }

        GenderTeller.Tell(scratch, lexicons, count);
        Mention[][] mentions = Gather(scratch, count);
        ImmutableArray<string>[] roles = RoleList.Gather(scratch, count);
        ImmutableArray<Entity>.Builder entities = ImmutableArray.CreateBuilder<Entity>(count);
        for (int e = 0; e < count; e++)
        {
            // A form that was settled as a person's or a group's name holds mentions that the recogniser typed otherwise.
            EntityType type = scratch.Forms[scratch.FormOf[scratch.Order[e]]].Class switch
            {
                NameClass.Person => EntityType.Person,
                NameClass.Group => EntityType.Norp,
                NameClass.Thing => MajorityType(mentions[e], EntityType.Person),
                _ => MajorityType(mentions[e], default),
            };
            entities.Add(new Entity
            {
                Id = "e" + (e + 1).ToString(CultureInfo.InvariantCulture),
                Type = type,
                Name = scratch.Mentions[scratch.NameOf[e]].Span.Of(scratch.Text),
                Mentions = ImmutableCollectionsMarshal.AsImmutableArray(mentions[e]),
                Roles = type == EntityType.Person ? roles[e] : [],
                Gender = type == EntityType.Person ? scratch.Genders[e].Decide() : Gender.Unknown,
                Country = Country(scratch, lexicons, e, type),
            });
        }

        return entities.MoveToImmutable();
    }

    // Numbers the entities in order of first mention and finds the fullest name of each.
    private static int Number(LinkScratch scratch)
    {
        CollectionsMarshal.SetCount(scratch.EntityOf, scratch.Mentions.Count);
        Span<int> entityOf = CollectionsMarshal.AsSpan(scratch.EntityOf);
        scratch.EntityByRoot.Clear();
        for (int m = 0; m < entityOf.Length; m++)
        {
            ref int entity = ref CollectionsMarshal.GetValueRefOrAddDefault(scratch.EntityByRoot, scratch.RootOf[m], out bool found);
            if (!found)
            {
                entity = scratch.Order.Count;
                scratch.Order.Add(m);
                scratch.Counts.Add(0);
                scratch.NameOf.Add(m);
            }
            else if (NameRank.Compare(scratch, m, scratch.NameOf[entity]) > 0)
            {
                scratch.NameOf[entity] = m;
            }

            entityOf[m] = entity;
            scratch.Counts[entity]++;
        }

        return scratch.Order.Count;
    }

    private static Mention[][] Gather(LinkScratch scratch, int count)
    {
        foreach ((TextSpan _, int entity, int _, int _) in scratch.Titles)
        {
            scratch.Counts[entity]++;
        }

        var lists = new Mention[count][];
        for (int e = 0; e < count; e++)
        {
            lists[e] = new Mention[scratch.Counts[e]];
            scratch.Counts[e] = 0;
        }

        int title = 0;
        for (int m = 0; m <= scratch.Mentions.Count; m++)
        {
            int start = m < scratch.Mentions.Count ? scratch.Mentions[m].Span.Start : int.MaxValue;
            for (; title < scratch.Titles.Count && scratch.Titles[title].Span.Start < start; title++)
            {
                (TextSpan span, int entity, int first, int end) = scratch.Titles[title];
                lists[entity][scratch.Counts[entity]++] = new Mention(span, MentionKind.Title, EntityType.Person, TitleConfidence, first, end);
            }

            if (m < scratch.Mentions.Count)
            {
                int entity = scratch.EntityOf[m];
                lists[entity][scratch.Counts[entity]++] = scratch.Mentions[m];
            }
        }

        return lists;
    }

    // What a unique bearer of a role is right in, roughly; read over by hand on the project's own articles.
    private const float TitleConfidence = 0.8f;

    // A count of the mentions weighted by confidence; of two types alike the earlier.
    private static EntityType MajorityType(Mention[] mentions, EntityType except)
    {
        EntityType best = mentions[0].Type == except ? EntityType.Organization : mentions[0].Type;
        float bestWeight = 0;
        for (int i = 0; i < mentions.Length; i++)
        {
            EntityType type = mentions[i].Type;
            if (type == except || (i > 0 && type == mentions[i - 1].Type))
            {
                continue;
            }

            float weight = 0;
            for (int j = 0; j < Math.Min(mentions.Length, 64); j++)
            {
                weight += mentions[j].Type == type && mentions[j].Kind != MentionKind.Title ? mentions[j].Confidence : 0;
            }

            if (weight > bestWeight)
            {
                best = type;
                bestWeight = weight;
            }

            if (i > 64)
            {
                break;
            }
        }

        return best;
    }

    private static string? Country(LinkScratch scratch, LinkingLexicons lexicons, int entity, EntityType type)
    {
        if (type != EntityType.Gpe && type != EntityType.Norp)
        {
            return null;
        }

        ulong key = scratch.Forms[scratch.FormOf[scratch.NameOf[entity]]].Key;
        return type == EntityType.Gpe ? lexicons.Country(key) : lexicons.Demonym(key);
    }
}
