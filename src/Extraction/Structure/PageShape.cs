namespace Extraction;

/// <summary>What is seen of a page as a whole.</summary>
/// <param name="FirstBody">Index of the first unit that is long and ends like a sentence; the number of units where there is none.</param>
/// <param name="LastBody">Index of the last one; -1 where there is none.</param>
/// <param name="HasBlankLines">At least every third unit follows a blank line.</param>
/// <param name="HasFurniture">A header, a labelled stamp or one with a clock time, a byline or a line of buttons stands near the page's head or foot; a date alone may stand in any text.</param>
/// <param name="IsScrap">A few lines without furniture and without running text: a note, a message, a list, what somebody typed in.</param>
/// <param name="ShortShare">How many of the units are short: 0 few to 3 nearly all.</param>
internal readonly record struct PageShape(int FirstBody, int LastBody, bool HasBlankLines, bool HasFurniture, bool IsScrap, int ShortShare)
{
    private const int MostScraps = 8;

    /// <summary>0 before the first body unit, 1 between, 2 after the last, 3 on a page without any.</summary>
    public int Zone(int i) => LastBody < 0 ? 3 : i < FirstBody ? 0 : i > LastBody ? 2 : 1;

    public static PageShape Of(ReadOnlySpan<LayoutUnit> units, ReadOnlySpan<UnitShape> shapes)
    {
        int first = units.Length;
        int last = -1;
        int blanks = 0;
        int shorts = 0;
        bool furniture = false;
        for (int i = 0; i < units.Length; i++)
        {
            ref readonly UnitShape shape = ref shapes[i];
            if (shape.IsBody)
            {
                first = Math.Min(first, i);
                last = i;
            }

            blanks += units[i].BlankBefore ? 1 : 0;
            shorts += shape.Tokens <= 10 ? 1 : 0;
            if (i < 10 || i >= units.Length - 6)
            {
                furniture |= units[i].IsHeader
                    || JunkRules.SaysRights(shape)
                    || (shape.StampCount > 0 && (shape.HasClock || shape.StampRole != TimestampRole.None) && shape.OutsideStamps <= 3 && shape.Tokens <= 16)
                    || (shape.FirstWord == LineWordLexicon.By && shape.Tokens <= 10 && shape.Capitalized >= 3 && shape.EndEdge != 1)
                    || (shape.Tokens <= 12 && shape.Count(LineWords.Button) > 0 && (shape.Count(LineWords.Share) + shape.Count(LineWords.Advert)) * 2 >= shape.Words);
            }
        }

        return new PageShape(first, last, blanks * 3 >= units.Length, furniture, last < 0 && !furniture && units.Length <= MostScraps, units.Length == 0 ? 0 : Math.Min(3, shorts * 4 / units.Length));
    }
}
