using System.Runtime.InteropServices;

namespace Extraction;

/// <summary>Sets right what a labeller of single lines cannot see: which of several headlines is the article's, and marks that stand between lines of one kind.</summary>
internal static class LayoutRepair
{
    private const int MostUnitsAboveHeadline = 8;

    public static void Run(LayoutScratch scratch, in PageShape page)
    {
        Span<LayoutUnit> units = CollectionsMarshal.AsSpan(scratch.Units);
        ReadOnlySpan<UnitShape> shapes = CollectionsMarshal.AsSpan(scratch.Shapes);
        int headline = -1;
        for (int i = 0; i < units.Length; i++)
        {
            headline = headline < 0 && units[i].Kind == BlockKind.Headline ? i : headline;
            // A lone comma or bar between two tags belongs to them.
            if ((shapes[i].Marks & UnitMarks.Wordless) != 0 && i > 0 && i + 1 < units.Length && units[i - 1].Kind == units[i + 1].Kind && units[i - 1].Kind == BlockKind.Tags)
            {
                units[i].Kind = BlockKind.Tags;
            }

            // The caption said twice, below the picture and below its enlargement, is one both times.
            if (i > 0 && shapes[i].IsRepeat && shapes[i].Hash == shapes[i - 1].Hash && units[i].Kind != units[i - 1].Kind)
            {
                BlockKind kind = units[i].Kind is BlockKind.Caption || units[i - 1].Kind is BlockKind.Caption ? BlockKind.Caption : units[i - 1].Kind;
                units[i].Kind = kind;
                units[i - 1].Kind = kind;
            }
        }

        if (!page.HasFurniture)
        {
            return;
        }

        if (headline < 0)
        {
            FindHeadline(units, shapes);
        }

        // What stands above the headline heads no part of the story: it is the section's name.
        for (int i = 0; i < headline; i++)
        {
            units[i].Kind = units[i].Kind == BlockKind.Subhead ? BlockKind.Other : units[i].Kind;
        }
    }

    // A page with furniture has a headline: the first line that can be one. Where the first sentence is glued to the page's header, it stands below the first paragraph.
    private static void FindHeadline(Span<LayoutUnit> units, ReadOnlySpan<UnitShape> shapes)
    {
        bool glued = units.Length > 2 && units[0].IsHeader && units[1].Kind == BlockKind.Paragraph;
        for (int i = glued ? 2 : 0; i < Math.Min(units.Length, MostUnitsAboveHeadline); i++)
        {
            ref readonly UnitShape x = ref shapes[i];
            if (x.IsBody && !glued)
            {
                return;
            }

            if (units[i].Kind is BlockKind.Subhead or BlockKind.Other or BlockKind.Standfirst or BlockKind.Byline && x is { Words: >= 4, Tokens: <= 30, EndEdge: 0 or 5 or 6 or 7, StampCount: 0, IsNameLike: false }
                && (x.Classes & (LineWords.Share | LineWords.Advert)) == 0 && (x.Marks & (UnitMarks.Bar | UnitMarks.Path | UnitMarks.Url | UnitMarks.Email)) == 0)
            {
                units[i].Kind = BlockKind.Headline;
                return;
            }
        }
    }
}
