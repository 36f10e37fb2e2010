namespace Extraction;

/// <summary>Joins the names of organisations, places, events, products and groups: known aliases, acronyms with their long forms, leading and trailing words.</summary>
internal static partial class ThingNames
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

            ReadOnlySpan<NameWord> cores = scratch.CoresOf(f, room);
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
        if (scratch.FormByKey.Find(key) is >= 0 and int singular)
        {
            scratch.Join(singular, form);
        }
    }
}
