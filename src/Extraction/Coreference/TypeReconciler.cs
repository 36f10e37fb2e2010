namespace Extraction;

/// <summary>
/// Settles names that the recogniser typed in two ways: 'Ayala' once as a person and once, unsure, as a town. The unsure reading gives way to the sure one, and to a
/// person named in full; where both are sure ('Washington' the president and the city) they stay two.
/// </summary>
internal static class TypeReconciler
{
    private const float SureAgainstFamilyName = 0.9f;
    private const float Sure = 0.8f;
    private const float SureAlone = 0.7f;

    public static void Reconcile(LinkScratch scratch, LinkingLexicons lexicons)
    {
        Span<NameForm> forms = scratch.FormSpan;
        CollectFamilyNames(scratch);
        CollectOrganizations(scratch);
        for (int f = 0; f < forms.Length; f++)
        {
            if (forms[f].Class == NameClass.Person)
            {
                Settle(scratch, forms, f, Find(scratch, forms[f].Key, NameClass.Thing), lexicons);
                Settle(scratch, forms, f, Find(scratch, forms[f].Key, NameClass.Group), lexicons);
            }
            else if (forms[f].Class == NameClass.Group)
            {
                Settle(scratch, forms, f, Find(scratch, forms[f].Key, NameClass.Thing), lexicons);
            }
        }

        if (scratch.Moves.Count > 0)
        {
            Apply(scratch);
        }

        for (int f = 0; f < forms.Length; f++)
        {
            // 'Calendario' as an unsure town, where Filippo Calendario is named.
            if (forms[f].Class == NameClass.Thing && forms[f].Mentions > 0 && forms[f].CoreCount == 1 && Average(forms[f]) < SureAlone && BearsFamilyName(scratch, forms[f]) && !IsKnown(lexicons, forms[f]))
            {
                forms[f].Class = NameClass.Person;
            }
            else if (forms[f].Class == NameClass.Person && forms[f].Mentions > 0 && forms[f].CoreCount == 1 && !BearsFamilyName(scratch, forms[f]) && NamesOrganization(scratch, forms[f])
                && scratch.FormByKey.Find(TextHash.Combine(forms[f].Key, (ulong)NameClass.Thing)) < 0)
            {
                forms[f].Class = NameClass.Thing;
            }
        }
    }

    private static void Apply(LinkScratch scratch)
    {
        Span<NameForm> forms = scratch.FormSpan;
        foreach ((int from, int to) in scratch.Moves)
        {
            forms[from].Parent = to;
        }

        // A reading may give way to one that gives way in turn.
        for (int m = 0; m < scratch.FormOf.Count; m++)
        {
            int form = scratch.FormOf[m];
            for (int step = 0; step < 2 && forms[form].Class == NameClass.None; step++)
            {
                form = forms[form].Parent;
            }

            scratch.FormOf[m] = form;
        }
    }

    private static int Find(LinkScratch scratch, ulong key, NameClass @class) =>
        scratch.FormByKey.Find(TextHash.Combine(key, (ulong)@class));

    private static void Settle(LinkScratch scratch, Span<NameForm> forms, int first, int second, LinkingLexicons lexicons)
    {
        if (second < 0 || forms[first].Mentions == 0 || forms[second].Mentions == 0)
        {
            return;
        }

        bool person = forms[first].Class == NameClass.Person;
        if (person && BearsFamilyName(scratch, forms[first]) && Average(forms[second]) < SureAgainstFamilyName)
        {
            scratch.Moves.Add((second, first));
        }
        else if (!person && lexicons.Demonym(forms[first].Key) is not null && Average(forms[second]) < SureAgainstFamilyName)
        {
            scratch.Moves.Add((second, first));
        }
        else
        {
            bool firstIsLess = forms[first].Weight < forms[second].Weight;
            int less = firstIsLess ? first : second;
            if (Average(forms[less]) >= Sure || (person && BearsFamilyName(scratch, forms[first])))
            {
                return;
            }

            scratch.Moves.Add((less, firstIsLess ? second : first));
        }

        (int from, int to) = scratch.Moves[^1];
        forms[to].Mentions += forms[from].Mentions;
        forms[to].Weight += forms[from].Weight;
        forms[to].FirstMention = Math.Min(forms[to].FirstMention, forms[from].FirstMention);
        forms[from].Mentions = 0;
        forms[from].Class = NameClass.None;
    }

    // The last words of the full names of people, surely read.
    private static void CollectFamilyNames(LinkScratch scratch)
    {
        scratch.FamilyNames.Clear(expected: 0);
        Span<NameWord> room = stackalloc NameWord[24];
        for (int f = 0; f < scratch.Forms.Count; f++)
        {
            if (scratch.Forms[f].Class == NameClass.Person && scratch.Forms[f].CoreCount > 1 && Average(scratch.Forms[f]) > SureAlone)
            {
                scratch.FamilyNames.Add(scratch.CoresOf(f, room)[^1].Hash, out _);
            }
        }
    }

    // First words and initials of the organisations named in several words.
    private static void CollectOrganizations(LinkScratch scratch)
    {
        scratch.OrganizationWords.Clear(expected: 0);
        Span<NameWord> room = stackalloc NameWord[24];
        for (int f = 0; f < scratch.Forms.Count; f++)
        {
            NameForm form = scratch.Forms[f];
            if (form.Class == NameClass.Thing && form.CoreCount > 1 && Average(form) > SureAlone && scratch.Mentions[form.FirstMention].Type == EntityType.Organization)
            {
                ReadOnlySpan<NameWord> words = scratch.CoresOf(f, room);
                scratch.OrganizationWords.Add(words[0].Hash, out _);
                scratch.OrganizationWords.Add(ThingNames.Initials(words, skip: 0), out _);
                scratch.OrganizationWords.Add(ThingNames.Initials(scratch.WordsOf(form), skip: 0), out _);
            }
        }
    }

    // 'Corvance' or 'NSB', unsure people, where Corvance Therapeutics and Norges Statsbaner are named.
    private static bool NamesOrganization(LinkScratch scratch, in NameForm form)
    {
        NameWord word = scratch.WordsOf(form)[^1];
        return word.Is(NameWordTraits.Capitals)
            ? Average(form) < Sure && scratch.OrganizationWords.Contains(TextHash.Combine(word.Hash, 0xAC))
            : Average(form) < SureAlone && scratch.OrganizationWords.Contains(word.Hash);
    }

    private static bool BearsFamilyName(LinkScratch scratch, in NameForm form) => form.CoreCount == 1 && form.WordCount > 0 && scratch.FamilyNames.Contains(scratch.WordsOf(form)[^1].Hash);

    private static bool IsKnown(LinkingLexicons lexicons, in NameForm form) => lexicons.Country(form.Key) is not null || lexicons.AliasGroup(form.Key) >= 0;

    private static float Average(in NameForm form) => form.Weight / form.Mentions;
}
