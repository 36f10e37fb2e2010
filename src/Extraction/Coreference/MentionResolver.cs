namespace Extraction;

/// <summary>Gives each mention the form that stands for its entity; decides single names that several people bear, and handles.</summary>
internal static class MentionResolver
{
    private const int MostCores = 24;

    public static void Resolve(LinkScratch scratch, LinkingLexicons lexicons)
    {
        for (int m = 0; m < scratch.Mentions.Count; m++)
        {
            int form = scratch.FormOf[m];
            scratch.RootOf.Add(scratch.Forms[form].Ambiguous ? -1 : scratch.Root(form));
        }

        for (int m = 0; m < scratch.Mentions.Count; m++)
        {
            if (scratch.RootOf[m] < 0)
            {
                scratch.RootOf[m] = Nearest(scratch, lexicons, m);
            }
        }
    }

    /// <summary>Of the people who bear a single name, the one named in full last before it; where none is, the first one after it.</summary>
    private static int Nearest(LinkScratch scratch, LinkingLexicons lexicons, int mention)
    {
        int form = scratch.FormOf[mention];
        Span<NameWord> room = stackalloc NameWord[MostCores];
        Span<NameWord> otherRoom = stackalloc NameWord[MostCores];
        ReadOnlySpan<NameWord> part = PersonNames.Cores(scratch, form, room);
        int bestTier = 0;
        WordIndex.Reader reader = scratch.People.Read(part[^1].Hash);
        while (reader.Next(out int other))
        {
            bestTier = Math.Max(bestTier, PersonNames.Tier(scratch, lexicons, form, part, other, PersonNames.Cores(scratch, other, otherRoom)));
        }

        for (int back = mention - 1; back >= 0 && back > mention - 400; back--)
        {
            int other = scratch.FormOf[back];
            if (Bears(scratch, lexicons, form, part, other, bestTier, otherRoom))
            {
                return scratch.Root(other);
            }
        }

        for (int on = mention + 1; on < scratch.Mentions.Count && on < mention + 400; on++)
        {
            int other = scratch.FormOf[on];
            if (Bears(scratch, lexicons, form, part, other, bestTier, otherRoom))
            {
                return scratch.Root(other);
            }
        }

        return scratch.Root(form);
    }

    private static bool Bears(LinkScratch scratch, LinkingLexicons lexicons, int single, ReadOnlySpan<NameWord> part, int full, int tier, Span<NameWord> room) =>
        scratch.Forms[full].Class == NameClass.Person
        && scratch.Forms[full].CoreCount > part.Length
        && PersonNames.Tier(scratch, lexicons, single, part, full, PersonNames.Cores(scratch, full, room)) == tier;
}
