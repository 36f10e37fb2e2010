namespace Extraction;

/// <summary>What a text itself tells of its abbreviations, and whether it begins its sentences in lower case. One pass over its stops.</summary>
internal static class AbbreviationEvidence
{
    private const int LongestEvidence = 5;
    private const int FewestLowerStarts = 2;

    /// <summary>Words that this text writes with a stop and goes on after it in lower case: abbreviations here, whatever the lexicon knows.</summary>
    public static void Collect(ReadOnlySpan<char> text, SentenceScratch scratch)
    {
        scratch.SeenAbbreviations.Clear(expected: 0);
        int lowers = 0;
        int uppers = 0;
        int at = 0;
        int found;
        while ((found = text[at..].IndexOfAny('.', '?', '!')) >= 0)
        {
            int stop = at + found;
            at = stop + 1;
            if (at + 1 >= text.Length || text[at] != ' ')
            {
                continue;
            }

            CharClass next = CharClasses.Of(text[at + 1]);
            uppers += next == CharClass.Upper ? 1 : 0;
            if (next != CharClass.Letter)
            {
                continue;
            }

            if (text[stop] != '.')
            {
                lowers++;
                continue;
            }

            int start = stop;
            while (start > 0 && stop - start <= LongestEvidence && CharClasses.IsLetter(text[start - 1]))
            {
                start--;
            }

            if (start == stop || (start > 0 && text[start - 1] == '.'))
            {
                continue;
            }

            bool whole = stop - start is > 1 and <= LongestEvidence && (start == 0 || !CharClasses.IsWordChar(text[start - 1]));
            ulong hash = whole ? TextHash.Lower(text[start..stop]) : 0;
            if (stop - start > 1 && (!whole || AbbreviationLexicon.Find(hash) == AbbreviationKinds.None))
            {
                lowers++;
            }

            if (whole)
            {
                scratch.SeenAbbreviations.Add(hash, out _);
            }
        }

        // The pronoun in lower case tells as much: "i went home".
        if ((lowers >= FewestLowerStarts && lowers * 2 >= uppers) || (lowers > 0 && text.Contains(" i ", StringComparison.Ordinal)))
        {
            scratch.LowerCaseText = true;
            scratch.SeenAbbreviations.Clear(expected: 0);
        }
    }
}
