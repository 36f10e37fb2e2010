namespace Extraction;

// Names that are parts of longer ones.
internal static partial class ThingNames
{
    /// <summary>Joins 'Corvance' with 'Corvance Therapeutics AG', 'State Department' with 'US State Department', 'Commission' with the one commission of the article.</summary>
    private static void JoinPart(LinkScratch scratch, LinkingLexicons lexicons, int form)
    {
        Span<NameWord> room = stackalloc NameWord[MostCores];
        Span<NameWord> otherRoom = stackalloc NameWord[MostCores];
        ReadOnlySpan<NameWord> part = scratch.CoresOf(form, room);
        if (part.Length == 0 || lexicons.Country(scratch.Forms[form].Key) is not null)
        {
            return;
        }

        bool generic = true;
        foreach (ref readonly NameWord word in part)
        {
            generic &= word.Is(NameWordTraits.Generic | NameWordTraits.Country);
        }

        EntityType type = TypeOf(scratch, form);
        int best = -1;
        int bestScore = 0;
        bool several = false;
        WordIndex.Reader reader = scratch.Things.Read(part[0].Hash);
        while (reader.Next(out int other))
        {
            if (other == form || scratch.Forms[other].Class != NameClass.Thing || scratch.Root(other) == scratch.Root(form) || TypeOf(scratch, other) != type)
            {
                continue;
            }

            ReadOnlySpan<NameWord> whole = scratch.CoresOf(other, otherRoom);
            int score = part.Length < whole.Length ? PartScore(scratch.Text, part, whole, generic, type) : 0;
            several = score == bestScore ? several || scratch.Root(other) != scratch.Root(Math.Max(best, 0)) : score < bestScore && several;
            if (score > bestScore)
            {
                best = other;
                bestScore = score;
            }
        }

        if (best >= 0 && !(several && generic))
        {
            scratch.Join(best, form);
        }
    }

    private static EntityType TypeOf(LinkScratch scratch, int form)
    {
        // An unsure person that was settled as a thing.
        EntityType type = scratch.Mentions[scratch.Forms[form].FirstMention].Type;
        return type == EntityType.Person ? EntityType.Organization : type;
    }

    private static int PartScore(ReadOnlySpan<char> text, ReadOnlySpan<NameWord> part, ReadOnlySpan<NameWord> whole, bool generic, EntityType type)
    {
        bool leads = Same(part, whole[..part.Length]);
        ReadOnlySpan<NameWord> rest = leads ? whole[part.Length..] : whole[..^part.Length];
        NameWordTraits traits = NameWordTraits.None;
        foreach (ref readonly NameWord word in rest)
        {
            // 'Internet Explorer' is not 'Internet Explorer 9', nor the World Cup that of 2006.
            if (char.IsAsciiDigit(word.First) && type != EntityType.Law)
            {
                return 0;
            }

            traits |= word.Traits;
        }

        if (leads && !generic)
        {
            if (IsPlace(type))
            {
                // 'Rio' is 'Rio de Janeiro'; 'Mexico' is not 'Mexico City', nor 'Katibas' the 'Katibas River'.
                NameWord last = whole[part.Length - 1];
                return IsSmallWord(text, last.Start + last.Length) ? 2 : 0;
            }

            // An organ is not the body: 'European Union', 'European Union Commission'; 'DW News' is not all of 'DW'.
            return (traits & NameWordTraits.Body) != 0 || (part.Length == 1 && part[0].Is(NameWordTraits.Capitals) && part[0].Letters <= 4) ? 0 : 3;
        }

        if (leads)
        {
            // 'Church' for the 'Church of Scientology'.
            return part.Length == 1 && part[0].Is(NameWordTraits.Organ) && type == EntityType.Organization ? 1 : 0;
        }

        if (Same(part, whole[^part.Length..]))
        {
            if (generic && (traits & NameWordTraits.Body) != 0)
            {
                return 0;
            }

            if (!generic)
            {
                // 'East Africa' is not 'Africa', 'Council of the European Union' not the Union.
                return (traits & (NameWordTraits.Body | (IsPlace(type) ? NameWordTraits.Generic : 0))) != 0 ? 0 : 2;
            }

            // 'Foreign Ministry' is 'German Foreign Ministry', 'Commission' the 'European Commission'.
            return part.Length > 1 ? (whole.Length == part.Length + 1 ? 1 : 0)
                : part[0].Is(NameWordTraits.Organ) && type == EntityType.Organization ? 1 : 0;
        }

        return 0;
    }

    // A small word follows: 'de' in 'Rio de Janeiro', 'am' in 'Frankfurt am Main'.
    private static bool IsSmallWord(ReadOnlySpan<char> text, int from) => from + 1 < text.Length && text[from] is ' ' or '-' && char.IsLower(text[from + 1]);

    private static bool Same(ReadOnlySpan<NameWord> a, ReadOnlySpan<NameWord> b)
    {
        for (int i = 0; i < a.Length; i++)
        {
            if (a[i].Hash != b[i].Hash)
            {
                return false;
            }
        }

        return true;
    }
}
