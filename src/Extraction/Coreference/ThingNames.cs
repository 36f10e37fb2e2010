namespace Extraction;

/// <summary>Joins the names of organisations, places, events, products and groups: known aliases, acronyms with their long forms, leading and trailing words.</summary>
internal static class ThingNames
{
    private const int MostCores = 24;

    public static void Link(LinkScratch scratch, LinkingLexicons lexicons)
    {
        JoinAliases(scratch, lexicons);
        JoinBracketed(scratch);
        IndexThings(scratch);
        for (int f = 0; f < scratch.Forms.Count; f++)
        {
            NameForm form = scratch.Forms[f];
            if (form.Class is NameClass.Thing or NameClass.Group)
            {
                JoinPlural(scratch, f);
            }

            if (form.Class == NameClass.Thing && !JoinAcronym(scratch, f))
            {
                JoinPart(scratch, lexicons, f);
            }
        }

        JoinMisspelled(scratch, lexicons);
    }

    public static ReadOnlySpan<NameWord> Cores(LinkScratch scratch, int form, Span<NameWord> into)
    {
        int count = 0;
        foreach (ref readonly NameWord word in scratch.WordsOf(scratch.Forms[form]))
        {
            if (NameReader.IsCore(word, NameClass.Thing) && count < into.Length)
            {
                into[count++] = word;
            }
        }

        return into[..count];
    }

    private static void JoinAliases(LinkScratch scratch, LinkingLexicons lexicons)
    {
        for (int f = 0; f < scratch.Forms.Count; f++)
        {
            NameForm form = scratch.Forms[f];
            ulong group;
            if (form.Class == NameClass.Thing)
            {
                group = lexicons.Country(form.Key) is { } country ? TextHash.Exact(country)
                    : lexicons.AliasGroup(form.Key) is >= 0 and int alias ? TextHash.Combine(1, (ulong)alias)
                    : 0;
            }
            else if (form.Class == NameClass.Group)
            {
                group = lexicons.Demonym(form.Key) is { } country ? TextHash.Combine(2, TextHash.Exact(country)) : 0;
            }
            else
            {
                continue;
            }

            if (group != 0)
            {
                WordIndex.Reader reader = scratch.Things.Read(group);
                if (reader.Next(out int other))
                {
                    scratch.Join(other, f);
                }
                else
                {
                    scratch.Things.Add(group, f);
                }
            }
        }
    }

    private static void IndexThings(LinkScratch scratch)
    {
        Span<NameWord> room = stackalloc NameWord[MostCores];
        for (int f = 0; f < scratch.Forms.Count; f++)
        {
            NameForm form = scratch.Forms[f];
            if (form.Class == NameClass.Person || form.Class == NameClass.Language)
            {
                continue;
            }

            ReadOnlySpan<NameWord> cores = Cores(scratch, f, room);
            foreach (ref readonly NameWord word in cores)
            {
                scratch.Things.Add(word.Hash, f);
            }

            if (form.Class == NameClass.Thing && form.WordCount > 1)
            {
                AddInitials(scratch, f, cores);
            }
        }
    }

    // 'Food and Drug Administration' is FDA and FADA; 'U.S. Food and Drug Administration' is FDA, too.
    private static void AddInitials(LinkScratch scratch, int form, ReadOnlySpan<NameWord> cores)
    {
        scratch.Things.Add(Initials(cores, skip: 0), form);
        scratch.Things.Add(Initials(scratch.WordsOf(scratch.Forms[form]), skip: 0), form);
        if (cores.Length > 2)
        {
            scratch.Things.Add(Initials(cores, skip: 1), form);
        }
    }

    private static ulong Initials(ReadOnlySpan<NameWord> words, int skip)
    {
        ulong hash = NameFold.Start;
        for (int i = skip; i < words.Length; i++)
        {
            hash = NameFold.Step(hash, words[i].First);
        }

        return TextHash.Combine(hash, 0xAC);
    }

    private static bool JoinAcronym(LinkScratch scratch, int form)
    {
        Span<NameWord> room = stackalloc NameWord[MostCores];
        ReadOnlySpan<NameWord> cores = Cores(scratch, form, room);
        if (cores.Length != 1 || cores[0].Letters is < 2 or > 9 || !IsAcronym(scratch.Text, cores[0]))
        {
            return false;
        }

        WordIndex.Reader reader = scratch.Things.Read(TextHash.Combine(cores[0].Hash, 0xAC));
        while (reader.Next(out int other))
        {
            if (other != form && scratch.Forms[other].Class == NameClass.Thing)
            {
                scratch.Join(other, form);
                return true;
            }
        }

        return false;
    }

    /// <summary>Joins 'NamWater' with 'Namibia Water Corporation (NamWater)': in brackets the letters need only come in order.</summary>
    private static void JoinBracketed(LinkScratch scratch)
    {
        for (int m = 1; m < scratch.Mentions.Count; m++)
        {
            if (!scratch.Evidence[m].Bracketed)
            {
                continue;
            }

            int before = scratch.FormOf[m - 1];
            int inside = scratch.FormOf[m];
            if (scratch.Forms[before].Class == NameClass.Thing && scratch.Forms[inside].Class == NameClass.Thing
                && (Abbreviates(scratch, inside, before, scratch.Mentions[m].Type == scratch.Mentions[m - 1].Type) || Abbreviates(scratch, before, inside, false)))
            {
                scratch.Join(before, inside);
            }
        }
    }

    private static bool Abbreviates(LinkScratch scratch, int brief, int full, bool foreign)
    {
        ReadOnlySpan<NameWord> words = scratch.WordsOf(scratch.Forms[brief]);
        ReadOnlySpan<NameWord> whole = scratch.WordsOf(scratch.Forms[full]);
        if (words.Length != 1 || whole.Length < 2 || !IsAcronym(scratch.Text, words[0]))
        {
            return false;
        }

        // The abbreviation of a name in another language: 'Doctors Without Borders (MSF)'.
        if (foreign && words[0].Is(NameWordTraits.Capitals) && words[0].Letters <= 6)
        {
            return true;
        }

        ReadOnlySpan<char> letters = scratch.Text.AsSpan(words[0].Start, words[0].Length);
        ReadOnlySpan<char> name = scratch.Text.AsSpan(whole[0].Start, whole[^1].Start + whole[^1].Length - whole[0].Start);
        int found = 0;
        for (int i = 0; i < name.Length && found < letters.Length; i++)
        {
            found += NameFold.Fold(name[i]) == NameFold.Fold(letters[found]) ? 1 : 0;
        }

        return found == letters.Length && NameFold.Fold(name[0]) == NameFold.Fold(letters[0]);
    }

    private static bool IsAcronym(ReadOnlySpan<char> text, in NameWord word)
    {
        int uppers = 0;
        foreach (char c in text.Slice(word.Start, word.Length))
        {
            uppers += char.IsUpper(c) ? 1 : 0;
        }

        return uppers >= 2;
    }

    /// <summary>Joins 'Corvance' with 'Corvance Therapeutics AG' and 'State Department' with 'US State Department'.</summary>
    private static void JoinPart(LinkScratch scratch, LinkingLexicons lexicons, int form)
    {
        Span<NameWord> room = stackalloc NameWord[MostCores];
        Span<NameWord> otherRoom = stackalloc NameWord[MostCores];
        ReadOnlySpan<NameWord> part = Cores(scratch, form, room);
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
        WordIndex.Reader reader = scratch.Things.Read(part[0].Hash);
        while (reader.Next(out int other))
        {
            if (other == form || scratch.Forms[other].Class != NameClass.Thing || scratch.Root(other) == scratch.Root(form))
            {
                continue;
            }

            int score = PartScore(part, Cores(scratch, other, otherRoom), generic, type, TypeOf(scratch, other));
            if (score > bestScore)
            {
                best = other;
                bestScore = score;
            }
        }

        if (best >= 0)
        {
            scratch.Join(best, form);
        }
    }

    private static EntityType TypeOf(LinkScratch scratch, int form) => scratch.Mentions[scratch.Forms[form].FirstMention].Type;

    private static int PartScore(ReadOnlySpan<NameWord> part, ReadOnlySpan<NameWord> whole, bool generic, EntityType partType, EntityType wholeType)
    {
        if (part.Length >= whole.Length || partType != wholeType)
        {
            return 0;
        }

        bool leads = Same(part, whole[..part.Length]);
        bool ends = Same(part, whole[^part.Length..]);
        if (leads && !generic)
        {
            NameWord next = whole[part.Length];
            if (partType == EntityType.Gpe)
            {
                // 'Rio' is 'Rio de Janeiro'; 'Mexico' is not 'Mexico City'.
                return next.Is(NameWordTraits.Generic) || part.Length > 1 ? 0 : 2;
            }

            return next.Is(NameWordTraits.Body) ? 0 : 3;
        }

        if (ends)
        {
            if (!generic)
            {
                return 2;
            }

            // 'Foreign Ministry' is 'German Foreign Ministry', but 'Party' is no party of many.
            return part.Length > 1 && whole.Length == part.Length + 1 ? 1 : 0;
        }

        return 0;
    }

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

    // 'Kurds' and 'Kurd', 'Republicans' and 'Republican'.
    private static void JoinPlural(LinkScratch scratch, int form)
    {
        NameForm plural = scratch.Forms[form];
        ReadOnlySpan<NameWord> words = scratch.WordsOf(plural);
        if (words.Length == 0 || words[^1].Letters < 4)
        {
            return;
        }

        NameWord last = words[^1];
        ReadOnlySpan<char> text = scratch.Text.AsSpan(words[0].Start, last.Start + last.Length - words[0].Start);
        if (text[^1] is not ('s' or 'S'))
        {
            return;
        }

        ulong key = TextHash.Combine(NameFold.Hash(text[..^1]), (ulong)plural.Class);
        if (scratch.FormByKey.TryGetValue(key, out int singular))
        {
            scratch.Join(singular, form);
        }
    }

    private static void JoinMisspelled(LinkScratch scratch, LinkingLexicons lexicons)
    {
        _ = lexicons;
        _ = scratch;
    }
}
