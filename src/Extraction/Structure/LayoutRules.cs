namespace Extraction;

/// <summary>Kinds that need no weighing.</summary>
internal static class LayoutRules
{
    private static readonly ulong Tags = TextHash.Lower("tags");
    private static readonly ulong Topics = TextHash.Lower("topics");
    private static readonly ulong Keywords = TextHash.Lower("keywords");

    /// <summary>The kind of a unit where a rule decides it, otherwise <see cref="LayoutDecoder.Open"/>.</summary>
    public static sbyte Decide(ReadOnlySpan<LayoutUnit> units, ReadOnlySpan<UnitShape> shapes, in PageShape page, int i)
    {
        ref readonly UnitShape x = ref shapes[i];
        if (units[i].IsHeader)
        {
            return (sbyte)BlockKind.Timestamp;
        }

        // 'Tags: #Ukraine #World News', 'Topics: Amazon; Brazil', 'TAGS LENORA CASTLEBERRY FCC'
        if ((x.FirstWord == Tags || x.FirstWord == Topics || x.FirstWord == Keywords) && x.Tokens >= 3 && !x.IsBody
            && ((x.Marks & UnitMarks.Label) != 0 || (x.Marks & UnitMarks.Hashtag) != 0))
        {
            return (sbyte)BlockKind.Tags;
        }

        // 'first published: Feb 25, 2022 06:53 am' and 'Wed 19 Sep 2018 18.00 BST', with nothing else on the line, away from comments at the end.
        if (x.StampCount > 0 && x.OutsideStamps == 0 && x.Tokens <= 24 && (x.StampRole != TimestampRole.None || page.Zone(i) == 0))
        {
            return (sbyte)BlockKind.Timestamp;
        }

        return LayoutDecoder.Open;
    }
}
