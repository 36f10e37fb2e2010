using System.Collections.Immutable;
using Extraction.Corpora;

namespace Extraction.Training.Quotes;

/// <summary>Entities as annotated, for experiments without the recogniser.</summary>
internal static class GoldEntities
{
    public static ImmutableArray<Entity> Build(TrainingDocument document)
    {
        var entities = ImmutableArray.CreateBuilder<Entity>();
        foreach (IGrouping<string?, CorpusEntity> cluster in document.Gold.Entities.Where(e => e.Cluster is not null).GroupBy(e => e.Cluster))
        {
            CorpusEntity first = cluster.First();
            var type = new EntityType(char.ToLowerInvariant(first.Type[0]) + first.Type[1..]);
            entities.Add(new Entity
            {
                Id = "e" + (entities.Count + 1),
                Name = first.Name ?? first.Span.Of(document.Text),
                Type = type,
                Mentions = [.. cluster.Select(m => new Mention(m.Span, MentionKind.Name, type, 1, TokenSearch.TokenAt(document.Tokens, m.Span.Start), TokenSearch.TokenAt(document.Tokens, m.Span.End - 1) + 1))],
            });
        }

        return entities.DrainToImmutable();
    }
}
