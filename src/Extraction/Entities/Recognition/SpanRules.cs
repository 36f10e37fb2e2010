namespace Extraction;

/// <summary>The guidelines' rules of what a name holds and where it begins, kept even where the model would have it otherwise.</summary>
internal static class SpanRules
{
    private static readonly ulong The = TextHash.Lower("the");

    private static readonly HashLexicon ShortGivenNames = HashLexicon.OfWords("md mohd muhd mhd");

    /// <summary>The first piece of the name: titles ('Gen [Aung Win]') and, but for places ('The Hague') and titles of works, the article stay outside.</summary>
    public static int Start(Piece[] pieces, int first, int end, int type)
    {
        if (type == EntityLabels.Person)
        {
            const uint Title = 1u << (int)GazetteerList.Title;
            const uint Names = (1u << (int)GazetteerList.First) | (1u << (int)GazetteerList.Last);
            while (end - first > 1 && (pieces[first].Alone & Title) != 0 && (pieces[first].Alone & Names) == 0 && (pieces[first + 1].Flags & PieceFlags.Capital) != 0)
            {
                first++;
            }
        }
        else if (type is EntityLabels.Organization or EntityLabels.Facility or EntityLabels.Event or EntityLabels.Product && end - first > 1 && pieces[first].Lower == The)
        {
            first++;
        }

        return first;
    }

    /// <summary>True where a person's name begins one piece earlier, with a given name that is written short: 'Md [Rafiqul Islam]'; 'MD' in capitals is a managing director.</summary>
    public static bool BeginsBefore(Piece[] pieces, int first, int type) =>
        type == EntityLabels.Person && first > 0 && (pieces[first].Flags & PieceFlags.First) == 0 && (pieces[first - 1].Flags & PieceFlags.Capital) != 0
            && ShortGivenNames.Contains(pieces[first - 1].Lower) && (pieces[first - 1].Flags & PieceFlags.AllCaps) == 0;

    /// <summary>True for a word of a title of several words, which is no part of any person's name: 'UK [Foreign Secretary] Tom Harrow'.</summary>
    public static bool IsTitle(in Piece piece)
    {
        const uint Title = 1u << (int)GazetteerList.Title;
        const uint Names = (1u << (int)GazetteerList.Person) | (1u << (int)GazetteerList.First) | (1u << (int)GazetteerList.Last);
        return (piece.Within & (Title | Names)) == Title;
    }
}
