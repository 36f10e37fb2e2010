using System.Collections.Immutable;

namespace Extraction;

/// <summary>Adds resolved pronouns and titles to their entities' mentions.</summary>
internal static class MentionMerger
{
    public static ImmutableArray<Entity> Merge(ImmutableArray<Entity> entities, ReadOnlySpan<Token> tokens, List<Resolution> added)
    {
        added.Sort(static (x, y) => x.Entity != y.Entity ? x.Entity.CompareTo(y.Entity) : x.Run.First.CompareTo(y.Run.First));
        ImmutableArray<Entity>.Builder result = entities.ToBuilder();
        for (int i = 0; i < added.Count;)
        {
            int e = added[i].Entity;
            ImmutableArray<Mention>.Builder mentions = entities[e].Mentions.ToBuilder();
            int before = -1;
            for (; i < added.Count && added[i].Entity == e; i++)
            {
                Resolution found = added[i];
                TokenRun run = found.Run;
                var span = new TextSpan(tokens[run.First].Start, tokens[run.End - 1].End);
                if (run.First != before && !Overlaps(entities[e].Mentions, span))
                {
                    MentionKind kind = found.Kind is SourceKind.DefinitePerson or SourceKind.DefiniteOrganization ? MentionKind.Title : MentionKind.Pronoun;
                    mentions.Add(new Mention(span, kind, entities[e].Type, found.Confidence, run.First, run.End));
                    before = run.First;
                }
            }

            mentions.Sort(static (x, y) => x.Span.CompareTo(y.Span));
            result[e] = entities[e] with { Mentions = mentions.DrainToImmutable() };
        }

        return result.MoveToImmutable();
    }

    private static bool Overlaps(ImmutableArray<Mention> mentions, TextSpan span)
    {
        int low = 0;
        int high = mentions.Length;
        while (low < high)
        {
            int middle = (low + high) >> 1;
            if (mentions[middle].Span.End <= span.Start)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low < mentions.Length && mentions[low].Span.Start < span.End;
    }
}
