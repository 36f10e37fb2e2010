namespace Extraction;

/// <summary>Which of an entity's names is the fullest.</summary>
internal static class NameRank
{
    private const int LongestAcronym = 5;

    /// <summary>Positive where the first mention's name is fuller than the second's; zero keeps the earlier.</summary>
    public static int Compare(LinkScratch scratch, int first, int second)
    {
        int a = scratch.FormOf[first];
        int b = scratch.FormOf[second];
        bool firstHandle = scratch.Mentions[first].Kind == MentionKind.Handle;
        bool secondHandle = scratch.Mentions[second].Kind == MentionKind.Handle;
        if (firstHandle != secondHandle)
        {
            return firstHandle ? -1 : 1;
        }

        if (a != b)
        {
            int words = FullWords(scratch, scratch.Forms[a]) - FullWords(scratch, scratch.Forms[b]);
            if (scratch.Forms[a].Class == NameClass.Group)
            {
                // 'Afghan' rather than 'Afghans'.
                return scratch.Forms[b].Key == scratch.Forms[a].Key ? 0 : scratch.Mentions[second].Span.Length - scratch.Mentions[first].Span.Length;
            }

            if (words != 0)
            {
                return words;
            }

            // Of two spellings the one used more: 'Blinken' against 'Blinlken'.
            if (scratch.Forms[a].Class == NameClass.Person)
            {
                int letters = scratch.Forms[a].Mentions - scratch.Forms[b].Mentions;
                return letters != 0 ? letters : scratch.Mentions[first].Span.Length - scratch.Mentions[second].Span.Length;
            }

            int longer = scratch.Mentions[first].Span.Length - scratch.Mentions[second].Span.Length;
            return Math.Abs(longer) == 1 || IsPlural(scratch, first, second) || IsPlural(scratch, second, first) ? -longer : longer;
        }

        // 'Oshakati' rather than 'OSHAKATI'; 'Corvance AG' rather than 'Corvance'.
        bool firstCapitals = IsCapitals(scratch, first);
        return scratch.Mentions[first].Span.Length <= LongestAcronym ? 0
            : firstCapitals != IsCapitals(scratch, second) ? (firstCapitals ? -1 : 1)
            : scratch.Mentions[first].Span.Length - scratch.Mentions[second].Span.Length;
    }

    // 'Canadair' rather than 'Canadairs', 'Shiraz' rather than 'Shirazis'.
    private static bool IsPlural(LinkScratch scratch, int mention, int of)
    {
        ReadOnlySpan<char> name = scratch.Mentions[mention].Span.In(scratch.Text);
        ReadOnlySpan<char> single = scratch.Mentions[of].Span.In(scratch.Text);
        return name.Length == single.Length + 2 && name[^1] == 's' && name.StartsWith(single, StringComparison.Ordinal);
    }

    // Words that are neither initials nor acronyms: 'Antony Blinken' is fuller than 'A. Blinken', 'European Medicines Agency' than 'EMA'.
    private static int FullWords(LinkScratch scratch, in NameForm form)
    {
        int count = 0;
        foreach (ref readonly NameWord word in scratch.WordsOf(form))
        {
            count += NameReader.IsCore(word, form.Class) && !word.Is(NameWordTraits.Initial) && !(word.Is(NameWordTraits.Capitals) && word.Letters < 6) ? 2 : 1;
        }

        return count;
    }

    private static bool IsCapitals(LinkScratch scratch, int mention)
    {
        foreach (char c in scratch.Mentions[mention].Span.In(scratch.Text))
        {
            if (char.IsLower(c))
            {
                return false;
            }
        }

        return true;
    }
}
