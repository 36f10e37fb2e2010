namespace Extraction;

/// <summary>The guidelines' rules of where a name begins, held even where the model would have it otherwise.</summary>
internal static class SpanRules
{
    private static readonly ulong The = TextHash.Lower("the");

    // Offices in the plural name nobody; with what they do together after them they name an occasion: [Quad Foreign Ministers meeting].
    private static readonly HashLexicon Officials = HashLexicon.OfWords("chiefs governors leaders ministers secretaries");
    private static readonly HashLexicon Gatherings = HashLexicon.OfWords("conference dialogue meeting summit");

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

    /// <summary>The piece after the name, whose last word may be a common noun where offices in the plural meet.</summary>
    public static int End(Piece[] pieces, int count, int first, int end) =>
        end - first > 1 && end < count && pieces[end].Start - pieces[end - 1].End == 1 && Officials.Contains(pieces[end - 1].Lower) && Gatherings.Contains(pieces[end].Lower) ? end + 1 : end;
}
