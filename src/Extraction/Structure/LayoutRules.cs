namespace Extraction;

/// <summary>Kinds that need no weighing.</summary>
internal static class LayoutRules
{
    /// <summary>Every kind is open.</summary>
    public const ushort AnyKind = (1 << LayoutModel.Kinds) - 1;

    private const int ProseTokens = 20;
    private const UnitMarks Addresses = UnitMarks.Url | UnitMarks.Email | UnitMarks.Handle | UnitMarks.Copyright;

    private static readonly ulong Related = TextHash.Lower("related");
    private static readonly ulong Tags = TextHash.Lower("tags");
    private static readonly ulong Topics = TextHash.Lower("topics");
    private static readonly ulong Keywords = TextHash.Lower("keywords");

    private static readonly ulong By = TextHash.Lower("by");

    /// <summary>The kinds that a unit may be, a bit each.</summary>
    public static ushort Allowed(ReadOnlySpan<LayoutUnit> units, ReadOnlySpan<UnitShape> shapes, ReadOnlySpan<Token> tokens, in PageShape page, int i)
    {
        ref readonly UnitShape x = ref shapes[i];
        if (units[i].IsHeader)
        {
            return Only(BlockKind.Timestamp);
        }

        // 'Tags: #Ukraine #World News', 'Topics: Amazon; Brazil', 'TAGS LENORA CASTLEBERRY FCC'
        if ((x.FirstWord == Tags || x.FirstWord == Topics || x.FirstWord == Keywords || (x.FirstWord == Related && x.SecondWord == Topics)) && x.Tokens >= 3 && !x.IsBody
            && ((x.Marks & UnitMarks.Label) != 0 || (x.Marks & UnitMarks.Hashtag) != 0))
        {
            return Only(BlockKind.Tags);
        }

        // 'By Hamish Rennie', 'by Perpetua Lightbody', 'BY NAM YU-SEO [nam@…]'; not 'By Friday the water had risen.'
        if (x.FirstWord == By && x.Tokens <= 26 && page.Zone(i) != 1 && x.EndEdge is not (1 or 2) && NameFollows(tokens[units[i].FirstToken..units[i].EndToken]))
        {
            return Only(BlockKind.Byline);
        }

        // 'first published: Feb 25, 2022 06:53 am' and 'Wed 19 Sep 2018 18.00 BST', with nothing else on the line, away from comments at the end.
        if (x.StampCount > 0 && x.OutsideStamps <= (x.StampRole != TimestampRole.None && x.FirstWord != By ? 1 : 0) && x.Tokens <= 24 && (x.StampRole != TimestampRole.None || page.Zone(i) == 0))
        {
            return Only(BlockKind.Timestamp);
        }

        // What reads like two lines of prose and names no button, link or address is no junk: its dates, names and quotes would be lost.
        if (x.Tokens >= ProseTokens && x.EndEdge is 1 or 2 && (x.Classes & LineWords.Verb) != 0 && (x.Marks & Addresses) == 0
            && x.Count(LineWords.Share) + x.Count(LineWords.Advert) + x.Count(LineWords.Related) <= 3)
        {
            return AnyKind & ~(1 << (int)BlockKind.Other);
        }

        return AnyKind;
    }

    private static ushort Only(BlockKind kind) => (ushort)(1 << (int)kind);

    // Two capitalised words within the first six, and few small ones.
    private static bool NameFollows(ReadOnlySpan<Token> tokens)
    {
        int capitals = 0;
        foreach (ref readonly Token token in tokens[1..Math.Min(tokens.Length, 7)])
        {
            capitals += token.Has(TokenFlags.Capitalized) ? 1 : 0;
        }

        return capitals >= 2;
    }
}
