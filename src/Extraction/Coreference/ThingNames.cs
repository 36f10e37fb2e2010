namespace Extraction;

/// <summary>Joins the names of organisations, places, events, products and groups: known aliases, acronyms with their long forms, leading and trailing words.</summary>
internal static class ThingNames
{
    private const int MostCores = 24;

    public static void Link(LinkScratch scratch, LinkingLexicons lexicons, Dictionary<ulong, ulong> aliases)
    {
        JoinAliases(scratch, lexicons, aliases);
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

    private static void JoinAliases(LinkScratch scratch, LinkingLexicons lexicons, Dictionary<ulong, ulong> aliases)
    {
        for (int f = 0; f < scratch.Forms.Count; f++)
        {
            NameForm form = scratch.Forms[f];
            ulong group;
            if (aliases.TryGetValue(form.Key, out ulong own))
            {
                group = TextHash.Combine(3 + (ulong)form.Class, own);
            }
            else if (form.Class == NameClass.Thing)
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
            if (form.Class is not (NameClass.Thing or NameClass.Group))
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

    public static ulong Initials(ReadOnlySpan<NameWord> words, int skip)
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
        if (scratch.Forms[form].Joined || cores.Length != 1 || cores[0].Letters is < 2 or > 9 || !IsAcronym(scratch.Text, cores[0]))
        {
            return false;
        }

        WordIndex.Reader reader = scratch.Things.Read(TextHash.Combine(cores[0].Hash, 0xAC));
        while (reader.Next(out int other))
        {
            if (other != form && scratch.Forms[other].Class == NameClass.Thing && IsPlace(TypeOf(scratch, other)) == IsPlace(TypeOf(scratch, form)))
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
                && (Abbreviates(scratch, inside, before, scratch.Mentions[m].Type == scratch.Mentions[m - 1].Type && (scratch.Mentions[m].Type == EntityType.Organization || scratch.Mentions[m].Type == EntityType.Event)) || Abbreviates(scratch, before, inside, false)))
            {
                scratch.Join(before, inside);
            }
        }
    }

    private static bool Abbreviates(LinkScratch scratch, int brief, int full, bool sameKind)
    {
        ReadOnlySpan<NameWord> words = scratch.WordsOf(scratch.Forms[brief]);
        ReadOnlySpan<NameWord> whole = scratch.WordsOf(scratch.Forms[full]);
        if (words.Length != 1 || whole.Length < 2)
        {
            return false;
        }

        // The short name may be of another language: 'Doctors Without Borders (MSF)', 'National Health Surveillance Agency (Anvisa)'.
        if (sameKind)
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

    private static bool IsPlace(EntityType type) => type == EntityType.Gpe || type == EntityType.Location;

    private static bool IsAcronym(ReadOnlySpan<char> text, in NameWord word)
    {
        int uppers = 0;
        foreach (char c in text.Slice(word.Start, word.Length))
        {
            uppers += char.IsUpper(c) ? 1 : 0;
        }

        return uppers >= 2;
    }

    /// <summary>Joins 'Corvance' with 'Corvance Therapeutics AG', 'State Department' with 'US State Department', 'Commission' with the one commission of the article.</summary>
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
        bool several = false;
        WordIndex.Reader reader = scratch.Things.Read(part[0].Hash);
        while (reader.Next(out int other))
        {
            if (other == form || scratch.Forms[other].Class != NameClass.Thing || scratch.Root(other) == scratch.Root(form) || TypeOf(scratch, other) != type)
            {
                continue;
            }

            ReadOnlySpan<NameWord> whole = Cores(scratch, other, otherRoom);
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

    /// <summary>Joins names that differ by a slip in one long word: 'Untied Nations', 'Afganistan'.</summary>
    private static void JoinMisspelled(LinkScratch scratch, LinkingLexicons lexicons)
    {
        Span<NameWord> room = stackalloc NameWord[MostCores];
        Span<NameWord> otherRoom = stackalloc NameWord[MostCores];
        Span<ulong> keys = stackalloc ulong[NearSpelling.MostKeys];
        scratch.Near.Clear();
        scratch.NearIsFull = false;
        for (int f = 0; f < scratch.Forms.Count; f++)
        {
            if (scratch.Forms[f].Class != NameClass.Thing)
            {
                continue;
            }

            // Keyed by the letters of the first two words, so that a slip in either is met.
            ReadOnlySpan<NameWord> words = Cores(scratch, f, room);
            for (int w = 0; w < Math.Min(words.Length, 2); w++)
            {
                int count = words[w].Letters < ShortestMisspelled || IsKnown(lexicons, words[w]) && words.Length == 1 ? 0 : NearSpelling.Keys(scratch.Text, words[w], keys);
                for (int k = 0; k < count; k++)
                {
                    bool joined = false;
                    WordIndex.Reader reader = scratch.Near.Read(keys[k], NearSpelling.MostCandidates);
                    while (!joined && reader.Next(out int other))
                    {
                        if (scratch.Root(other) != scratch.Root(f) && DifferBySlip(scratch, lexicons, words, Cores(scratch, other, otherRoom)))
                        {
                            scratch.Join(other, f);
                            joined = true;
                        }
                    }

                    if (joined)
                    {
                        break;
                    }
                }

                if (words[w].Letters >= ShortestMisspelled)
                {
                    NearSpelling.AddKeys(scratch.Text, words[w], f, scratch.Near);
                }
            }
        }
    }

    private const int ShortestMisspelled = 6;

    private static bool IsKnown(LinkingLexicons lexicons, in NameWord word) => lexicons.TraitsOf(word.Hash) != 0 || lexicons.IsFirstName(word.Hash, out _);

    private static bool DifferBySlip(LinkScratch scratch, LinkingLexicons lexicons, ReadOnlySpan<NameWord> a, ReadOnlySpan<NameWord> b)
    {
        if (a.Length != b.Length)
        {
            return false;
        }

        int slips = 0;
        for (int i = 0; i < a.Length; i++)
        {
            if (a[i].Hash != b[i].Hash)
            {
                // One of the two must be no word of its own: 'Slovakia' and 'Slovenia' are both right.
                if (++slips > 1 || Math.Min(a[i].Letters, b[i].Letters) < ShortestMisspelled || (IsKnown(lexicons, a[i]) && IsKnown(lexicons, b[i])) || !NearSpelling.Are(scratch.Text, a[i], b[i]))
                {
                    return false;
                }
            }
        }

        return slips == 1;
    }
}
