namespace Extraction;

/// <summary>Sources that are a name, but no mention that the recogniser saw: slips of the pen and initials.</summary>
internal static class Namesakes
{
    private const int MostNamesakes = 120;
    private const int LongestName = 24;

    /// <summary>A capitalised word that is no mention, but a word of a person's name met before, or one slip away from it: 'Water said' after 'Kathryn Waters'; -1 where there is none.</summary>
    public static int Nearest(SpeakerView view, ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, int at)
    {
        if (!tokens[at].Has(TokenFlags.Capitalized) || tokens[at].Length > LongestName)
        {
            return -1;
        }

        Span<char> word = stackalloc char[LongestName];
        Span<char> other = stackalloc char[LongestName];
        int length = tokens[at].In(text).ToLowerInvariant(word);
        int near = -1;
        int last = view.FirstMentionAt(at) - 1;
        for (int m = last; m >= 0 && m > last - MostNamesakes; m--)
        {
            PlacedMention mention = view.Mentions[m];
            Token family = tokens[mention.End - 1];
            if (!view.IsPerson(mention.Entity) || family.Length > LongestName)
            {
                continue;
            }

            if (family.LowerHash == tokens[at].LowerHash)
            {
                return mention.Entity;
            }

            int letters = family.In(text).ToLowerInvariant(other);
            near = near < 0 && NearSpelling.Are(word[..length], other[..letters]) ? mention.Entity : near;
        }

        return near;
    }

    /// <summary>'CT:' in an interview with Cormac Tighe: the one person whose names begin with these capitals, or -1.</summary>
    public static int OfInitials(SpeakerView view, ReadOnlySpan<char> capitals)
    {
        int found = -1;
        for (int e = 0; e < view.Entities.Length && capitals.Length is 2 or 3; e++)
        {
            if (view.IsPerson(e) && HasInitials(view.Entities[e].Name, capitals))
            {
                if (found >= 0)
                {
                    return -1;
                }

                found = e;
            }
        }

        return found;
    }

    private static bool HasInitials(ReadOnlySpan<char> name, ReadOnlySpan<char> capitals)
    {
        int met = 0;
        for (int i = 0; i < name.Length; i++)
        {
            if (i == 0 || name[i - 1] is ' ' or '-')
            {
                if (met == capitals.Length || name[i] != capitals[met] || !char.IsUpper(name[i]))
                {
                    return false;
                }

                met++;
            }
        }

        return met == capitals.Length;
    }
}
