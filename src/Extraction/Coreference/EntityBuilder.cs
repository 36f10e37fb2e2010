using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Extraction;

/// <summary>Makes the entities out of linked mentions: type by majority, fullest name, country.</summary>
internal static class EntityBuilder
{
    public static ImmutableArray<Entity> Build(LinkScratch scratch, LinkingLexicons lexicons)
    {
        if (scratch.Mentions.Count == 0)
        {
            return [];
        }

        // Entities in order of first mention, their mentions chained through 'next'.
        List<int> order = scratch.Order;
        CollectionsMarshal.SetCount(scratch.EntityOf, scratch.Mentions.Count);
        Span<int> entityOf = CollectionsMarshal.AsSpan(scratch.EntityOf);
        scratch.EntityByRoot.Clear();
        List<int> counts = scratch.Counts;
        for (int m = 0; m < entityOf.Length; m++)
        {
            ref int entity = ref CollectionsMarshal.GetValueRefOrAddDefault(scratch.EntityByRoot, scratch.RootOf[m], out bool found);
            if (!found)
            {
                entity = order.Count;
                order.Add(m);
                counts.Add(0);
            }

            entityOf[m] = entity;
            counts[entity]++;
        }

        var mentions = new ImmutableArray<Mention>.Builder[order.Count];
        for (int m = 0; m < entityOf.Length; m++)
        {
            int e = entityOf[m];
            (mentions[e] ??= ImmutableArray.CreateBuilder<Mention>(counts[e])).Add(scratch.Mentions[m]);
        }

        ImmutableArray<Entity>.Builder entities = ImmutableArray.CreateBuilder<Entity>(order.Count);
        for (int e = 0; e < order.Count; e++)
        {
            EntityType type = MajorityType(mentions[e]);
            int name = FullestName(scratch, mentions[e], type);
            entities.Add(new Entity
            {
                Id = "e" + (e + 1).ToString(CultureInfo.InvariantCulture),
                Type = type,
                Name = mentions[e][name].Span.Of(scratch.Text),
                Mentions = mentions[e].MoveToImmutable(),
                Country = null,
            });
        }

        return entities.MoveToImmutable();
    }

    private static EntityType MajorityType(ImmutableArray<Mention>.Builder mentions)
    {
        EntityType best = mentions[0].Type;
        float bestWeight = 0;
        for (int i = 0; i < mentions.Count; i++)
        {
            float weight = 0;
            for (int j = 0; j < Math.Min(mentions.Count, 64); j++)
            {
                weight += mentions[j].Type == mentions[i].Type ? mentions[j].Confidence : 0;
            }

            if (weight > bestWeight)
            {
                best = mentions[i].Type;
                bestWeight = weight;
            }
        }

        return best;
    }

    private static int FullestName(LinkScratch scratch, ImmutableArray<Mention>.Builder mentions, EntityType type)
    {
        int best = 0;
        for (int i = 1; i < mentions.Count; i++)
        {
            best = mentions[i].Span.Length > mentions[best].Span.Length ? i : best;
        }

        return best;
    }
}
