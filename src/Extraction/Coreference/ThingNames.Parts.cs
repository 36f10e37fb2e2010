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
        int rivalScore = 0;
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
            if (score > 0 && NamesPartOf(scratch, lexicons, form, other, part, whole))
            {
                // It stays a rival: what the short name leads must not leave it to a name that merely ends in it.
                rivalScore = Math.Max(rivalScore, score);
                continue;
            }

            several = score == bestScore ? several || scratch.Root(other) != scratch.Root(Math.Max(best, 0)) : score < bestScore && several;
            if (score > bestScore)
            {
                best = other;
                bestScore = score;
            }
        }

        several |= rivalScore == bestScore;
        if (best >= 0 && rivalScore <= bestScore && !(several && generic))
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
                // 'Rio' is 'Rio de Janeiro'; 'Mexico' is not 'Mexico City', nor 'Katibas' the 'Katibas River', 'Orford' not 'Orford and Sale' nor 'Orfordshire'.
                NameWord last = whole[part.Length - 1];
                return IsSmallWord(text, last.Start + last.Length) && !IsAdded(text, whole, part.Length) && !whole[^1].Is(NameWordTraits.Small) ? 2 : 0;
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
            if (IsAdded(text, whole, whole.Length - part.Length))
            {
                // 'Sale' is not 'Orford and Sale', nor 'Tarn' the district 'Gers-Tarn'.
                return 0;
            }

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

    /// <summary>
    /// Whether the longer name is that of a part of what the shorter one names, or of people who have to do with it: 'Shell' that opens the story is not 'Shell Nigeria', nor 'Proton' its
    /// 'Proton Vendors Association'. Who is told of under a short name in a sentence of its own before the longer one comes up is known by that name; headlines are short for whatever follows.
    /// </summary>
    private static bool NamesPartOf(LinkScratch scratch, LinkingLexicons lexicons, int form, int other, ReadOnlySpan<NameWord> part, ReadOnlySpan<NameWord> whole)
    {
        NameForm @short = scratch.Forms[form];
        if (TypeOf(scratch, form) != EntityType.Organization || @short.FirstMention > scratch.Forms[other].FirstMention || !Same(part, whole[..part.Length]) || !StandsInSentence(scratch, @short.FirstMention))
        {
            return false;
        }

        // 'Toyota Kenya', but not 'Alliance for a New Kenya', nor by its country's adjective 'Pajhwok Afghan News'.
        bool unbroken = true;
        for (int w = part.Length; w < whole.Length; w++)
        {
            unbroken &= whole[w].Start - whole[w - 1].Start - whole[w - 1].Length == 1;
            if (unbroken && lexicons.Country(whole[w].Hash) is not null)
            {
                return true;
            }

            if (whole[w].Is(NameWordTraits.Branch) && (w > part.Length || !whole[w].Is(NameWordTraits.Tail)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A stop ends the sentence that the mention stands in: headlines and lists have none.</summary>
    private static bool StandsInSentence(LinkScratch scratch, int mention)
    {
        const int LongestSentence = 200;
        TokenList tokens = scratch.Tokens;
        int from = scratch.Mentions[mention].EndToken;
        for (int t = from; t < tokens.Count && t < from + LongestSentence; t++)
        {
            if (t + 1 == tokens.Count || scratch.Opens[t + 1])
            {
                return scratch.Text[tokens[t].End - 1] is '.' or '!' or '?' or '"' or '\u201d' or '\u2019';
            }
        }

        return false;
    }

    // 'and', '&' or a hyphen stands before the word: what follows is a second name beside the first (but not in 'ex-Orford').
    private static bool IsAdded(ReadOnlySpan<char> text, ReadOnlySpan<NameWord> whole, int at)
    {
        int end = whole[at - 1].Start + whole[at - 1].Length;
        return (whole[at].Is(NameWordTraits.Hyphened) && !whole[at - 1].Is(NameWordTraits.Small)) || text[end..whole[at].Start].Trim() is "and" or "&";
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
