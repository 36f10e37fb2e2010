namespace Extraction;

/// <summary>
/// Joins the names of people: full names that agree, then single names with the full name they are part of. Two different first names are never joined.
/// </summary>
internal static partial class PersonNames
{
    private const int MostCores = 24;

    public static void Link(LinkScratch scratch, LinkingLexicons lexicons)
    {
        // Names with a written first name before those with an initial, which take whom they find.
        foreach (bool initials in (ReadOnlySpan<bool>)[false, true])
        {
            for (int f = 0; f < scratch.Forms.Count; f++)
            {
                if (scratch.Forms[f].Class == NameClass.Person && scratch.Forms[f].CoreCount > 1 && StartsWithInitial(scratch, f) == initials)
                {
                    JoinFull(scratch, lexicons, f);
                }
            }
        }

        for (int f = 0; f < scratch.Forms.Count; f++)
        {
            if (scratch.Forms[f].Class == NameClass.Person && scratch.Forms[f].CoreCount > 0)
            {
                if (scratch.Forms[f].Handle)
                {
                    continue;
                }

                JoinPart(scratch, lexicons, f);
            }
        }

        JoinMisspelled(scratch);
        HandleNames.Link(scratch);
    }

    private static bool StartsWithInitial(LinkScratch scratch, int form)
    {
        Span<NameWord> room = stackalloc NameWord[1];
        return scratch.CoresOf(form, room)[0].Is(NameWordTraits.Initial);
    }

    private static void JoinFull(LinkScratch scratch, LinkingLexicons lexicons, int form)
    {
        Span<NameWord> room = stackalloc NameWord[MostCores];
        Span<NameWord> otherRoom = stackalloc NameWord[MostCores];
        ReadOnlySpan<NameWord> words = scratch.CoresOf(form, room);
        bool initial = words[0].Is(NameWordTraits.Initial);
        int joined = -1;
        for (int w = 0; w < words.Length; w++)
        {
            WordIndex.Reader reader = scratch.People.Read(words[w].Hash);
            while (reader.Next(out int other))
            {
                if (scratch.Root(other) != scratch.Root(form) && Agree(scratch.Text, lexicons, words, scratch.CoresOf(other, otherRoom)))
                {
                    // 'J. Smith' is one of 'John Smith' and 'Jane Smith', never both.
                    if (initial && joined >= 0)
                    {
                        continue;
                    }

                    scratch.Join(other, form);
                    joined = other;
                }
            }
        }

        foreach (ref readonly NameWord word in words)
        {
            if (word.Letters > 1)
            {
                scratch.People.Add(word.Hash, form);
            }
        }

        AddParts(scratch, words[^1], form);
    }

    // 'Ravelomanana' or 'Smith' for 'Haingo Ravelomanana-Smith'.
    private static void AddParts(LinkScratch scratch, in NameWord word, int form)
    {
        ReadOnlySpan<char> rest = scratch.Text.AsSpan(word.Start, word.Length);
        int cut = rest.IndexOfAny('-', '\u2010', '\u2011');
        if (cut > 2)
        {
            scratch.People.Add(NameFold.Hash(rest[..cut]), form);
            scratch.People.Add(NameFold.Hash(rest[(rest.LastIndexOfAny('-', '\u2010', '\u2011') + 1)..]), form);
        }
    }

    public static bool IsPart(ReadOnlySpan<char> text, in NameWord word, in NameWord whole)
    {
        ReadOnlySpan<char> rest = text.Slice(whole.Start, whole.Length);
        int cut = rest.IndexOfAny('-', '\u2010', '\u2011');
        return cut > 2 && word.Letters > 2 && (NameFold.Hash(rest[..cut]) == word.Hash || NameFold.Hash(rest[(rest.LastIndexOfAny('-', '\u2010', '\u2011') + 1)..]) == word.Hash);
    }

    /// <summary>True where two full names can be one person's.</summary>
    private static bool Agree(ReadOnlySpan<char> text, LinkingLexicons lexicons, ReadOnlySpan<NameWord> a, ReadOnlySpan<NameWord> b)
    {
        bool sameLast = a[^1].Hash == b[^1].Hash || IsPart(text, a[^1], b[^1]) || IsPart(text, b[^1], a[^1]);
        if (sameLast || NearSpelling.Are(text, a[^1], b[^1]))
        {
            // With the family name misspelled the first name must be the same: 'Antony Blinlken', but not 'Maria Petrov' and 'Marko Petrova'.
            if (SameGivenName(text, lexicons, a[0], b[0], sameLast))
            {
                return MiddleNamesAgree(a, b);
            }

            // 'Hosni Mubarak' in 'Muhammad Hosni Mubarak' is left to JoinPart: 'Dela Torre' may be the name of several.
            return false;
        }

        // 'Ildemaro Quero' for 'Ildemaro Quero Suárez', and 'Orban Viktor' for 'Viktor Orban'.
        return (a[0].Hash == b[0].Hash && Contains(a, b))
            || (a.Length == 2 && b.Length == 2 && a[0].Hash == b[1].Hash && a[1].Hash == b[0].Hash);
    }

    private static bool SameGivenName(ReadOnlySpan<char> text, LinkingLexicons lexicons, in NameWord a, in NameWord b, bool sameLast)
    {
        if (a.Hash == b.Hash)
        {
            return true;
        }

        if (!sameLast)
        {
            return false;
        }

        if (a.Is(NameWordTraits.Initial) || b.Is(NameWordTraits.Initial))
        {
            return a.First == b.First;
        }

        return lexicons.AreNicknames(a.Hash, b.Hash)
            || (NearSpelling.Are(text, a, b) && !(lexicons.IsFirstName(a.Hash, out Gender x) && lexicons.IsFirstName(b.Hash, out Gender y) && x != y));
    }

    // 'George W. Bush' is not 'George H. W. Bush'; one without middle names agrees with either.
    private static bool MiddleNamesAgree(ReadOnlySpan<NameWord> a, ReadOnlySpan<NameWord> b)
    {
        if (a.Length == 2 || b.Length == 2)
        {
            return true;
        }

        NameWord x = a[1];
        NameWord y = b[1];
        if (x.Is(NameWordTraits.Initial) && y.Is(NameWordTraits.Initial))
        {
            return x.First == y.First;
        }

        return x.Hash == y.Hash || (x.First == y.First && (x.Is(NameWordTraits.Initial) || y.Is(NameWordTraits.Initial))) || Contains(a, b);
    }

    /// <summary>True where the shorter name's words all stand in the longer, in order.</summary>
    private static bool Contains(ReadOnlySpan<NameWord> a, ReadOnlySpan<NameWord> b)
    {
        ReadOnlySpan<NameWord> shorter = a.Length < b.Length ? a : b;
        ReadOnlySpan<NameWord> longer = a.Length < b.Length ? b : a;
        int found = 0;
        for (int i = 0; i < longer.Length && found < shorter.Length; i++)
        {
            found += longer[i].Hash == shorter[found].Hash ? 1 : 0;
        }

        return found == shorter.Length && shorter.Length > 1 && a.Length != b.Length;
    }

    /// <summary>Joins 'Blinken' with 'Antony Blinken', 'Dela Torre' with 'Rhenz Dela Torre'; where several people bear the name each mention is decided by itself.</summary>
    private static void JoinPart(LinkScratch scratch, LinkingLexicons lexicons, int form)
    {
        int best = -1;
        int bestTier = 0;
        bool several = false;
        Span<NameWord> room = stackalloc NameWord[MostCores];
        ReadOnlySpan<NameWord> part = scratch.CoresOf(form, room);
        Span<NameWord> otherRoom = stackalloc NameWord[MostCores];
        WordIndex.Reader reader = scratch.People.Read(part[^1].Hash);
        while (reader.Next(out int other))
        {
            int tier = Tier(scratch, lexicons, form, part, other, scratch.CoresOf(other, otherRoom));
            if (tier == 0 || (best >= 0 && scratch.Root(other) == scratch.Root(best) && tier <= bestTier))
            {
                continue;
            }

            if (tier > bestTier)
            {
                best = other;
                bestTier = tier;
                several = false;
            }
            else if (tier == bestTier)
            {
                several = true;
            }
        }

        if (several)
        {
            scratch.FormSpan[form].Ambiguous = true;
        }
        else if (best >= 0)
        {
            scratch.Join(best, form);
        }
    }

    /// <summary>How well a part of a name stands for a full one: 3 as the family name, 2 as the first or a middle name, 1 as half of a double one, 0 not at all.</summary>
    public static int Tier(LinkScratch scratch, LinkingLexicons lexicons, int single, ReadOnlySpan<NameWord> part, int full, ReadOnlySpan<NameWord> words)
    {
        if (part.Length >= words.Length)
        {
            return 0;
        }

        if (part.Length > 1)
        {
            for (int i = 1; i <= part.Length; i++)
            {
                if (part[^i].Hash != words[^i].Hash)
                {
                    return 0;
                }
            }

            return 3;
        }

        NameWord word = part[0];
        if (word.Hash == words[^1].Hash)
        {
            return ParticlesAgree(scratch, single, full) ? 3 : 0;
        }

        if (word.Hash == words[0].Hash)
        {
            return lexicons.IsFamilyNameFirst(word.Hash) ? 3 : 2;
        }

        for (int i = 1; i < words.Length - 1; i++)
        {
            if (words[i].Hash == word.Hash)
            {
                return 2;
            }
        }

        return IsPart(scratch.Text, word, words[^1]) ? 1 : 0;
    }

    // 'Abu Bilal' is not 'Umm Bilal'; 'Assad' is 'Bashar al-Assad'.
    private static bool ParticlesAgree(LinkScratch scratch, int single, int full)
    {
        ReadOnlySpan<NameWord> a = scratch.WordsOf(scratch.Forms[single]);
        ReadOnlySpan<NameWord> b = scratch.WordsOf(scratch.Forms[full]);
        int i = a.Length - 2;
        int j = b.Length - 2;
        while (i >= 0 && j >= 0 && b[j].Is(NameWordTraits.Particle))
        {
            if (a[i].Hash != b[j].Hash)
            {
                return a[i].Letters < 3 && b[j].Letters < 3;
            }

            i--;
            j--;
        }

        return true;
    }
}
