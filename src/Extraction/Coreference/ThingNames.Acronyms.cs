namespace Extraction;

// Acronyms, and short names in brackets.
internal static partial class ThingNames
{
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
        ReadOnlySpan<NameWord> cores = scratch.CoresOf(form, room);
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
}
