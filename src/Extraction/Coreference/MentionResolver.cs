namespace Extraction;

/// <summary>Gives each mention the form that stands for its entity; decides single names that several people bear, and handles.</summary>
internal static class MentionResolver
{
    private const int MostCores = 24;

    // Right after a full name the family name is that person's; further on it is that of the one the story is about, who is named first, while the kin go by their first names
    // ('Ravn' long after 'his brother Aksel Ravn' is Dagny Krogh Ravn again). With an honorific it is the last one who may bear it.
    private const int NearSteps = 2;

    // How many mentions are looked at, before it or from the article's beginning.
    private const int MostSteps = 400;

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
                scratch.RootOf[m] = BearerOf(scratch, lexicons, m);
            }
        }
    }

    /// <summary>Of the people who bear a single name, the one named in full just before it; where none is, the first of the article.</summary>
    private static int BearerOf(LinkScratch scratch, LinkingLexicons lexicons, int mention)
    {
        int form = scratch.FormOf[mention];
        Span<NameWord> room = stackalloc NameWord[MostCores];
        Span<NameWord> otherRoom = stackalloc NameWord[MostCores];
        ReadOnlySpan<NameWord> part = scratch.CoresOf(form, room);
        int bestTier = 0;
        WordIndex.Reader reader = scratch.People.Read(part[^1].Hash);
        while (reader.Next(out int full))
        {
            bestTier = Math.Max(bestTier, PersonNames.Tier(scratch, lexicons, form, part, full, scratch.CoresOf(full, otherRoom)));
        }

        // 'Mrs Ravn' is Dagny Krogh Ravn, though Aksel Ravn was named last.
        Gender gender = scratch.Evidence[mention].Gender;
        int other = gender == Gender.Unknown ? -1 : Search(gender, sure: true);
        other = other < 0 && gender != Gender.Unknown ? Search(gender, sure: false) : other;
        other = other < 0 ? Search(Gender.Unknown, sure: false) : other;
        return scratch.Root(other < 0 ? form : other);

        int Search(Gender wanted, bool sure)
        {
            Span<NameWord> words = stackalloc NameWord[MostCores];
            Span<NameWord> others = stackalloc NameWord[MostCores];
            ReadOnlySpan<NameWord> name = scratch.CoresOf(form, words);
            int near = wanted == Gender.Unknown ? NearSteps : MostSteps;
            for (int step = 1; step <= near + MostSteps; step++)
            {
                int at = step <= near ? mention - step : step - near - 1;
                if (at >= 0 && at < scratch.Mentions.Count && Bears(scratch, lexicons, form, name, scratch.FormOf[at], bestTier, others)
                    && (wanted == Gender.Unknown || MayBe(scratch, lexicons, at, wanted, sure, others)))
                {
                    return scratch.FormOf[at];
                }
            }

            return -1;
        }
    }

    // The first name or an honorific says so, or, where not sure, says nothing else.
    private static bool MayBe(LinkScratch scratch, LinkingLexicons lexicons, int mention, Gender wanted, bool sure, Span<NameWord> room)
    {
        Gender told = scratch.Evidence[mention].Gender;
        if (told == Gender.Unknown)
        {
            lexicons.IsFirstName(scratch.CoresOf(scratch.FormOf[mention], room)[0].Hash, out told);
        }

        return (told == Gender.Unknown && !sure) || told == wanted;
    }

    private static bool Bears(LinkScratch scratch, LinkingLexicons lexicons, int single, ReadOnlySpan<NameWord> part, int full, int tier, Span<NameWord> room) =>
        scratch.Forms[full].Class == NameClass.Person
        && scratch.Forms[full].CoreCount > part.Length
        && PersonNames.Tier(scratch, lexicons, single, part, full, scratch.CoresOf(full, room)) == tier;
}
