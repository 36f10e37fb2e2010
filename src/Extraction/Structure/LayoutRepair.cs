using System.Runtime.InteropServices;

namespace Extraction;

/// <summary>Sets right what a labeller of single lines cannot see: which of several headlines is the article's, and marks that stand between lines of one kind.</summary>
internal static class LayoutRepair
{
    public static void Run(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens, LayoutScratch scratch)
    {
        Span<LayoutUnit> units = CollectionsMarshal.AsSpan(scratch.Units);
        ReadOnlySpan<UnitShape> shapes = CollectionsMarshal.AsSpan(scratch.Shapes);
        int headline = -1;
        int subhead = -1;
        int subheads = 0;
        for (int i = 0; i < units.Length; i++)
        {
            headline = headline < 0 && units[i].Kind == BlockKind.Headline ? i : headline;
            if (units[i].Kind == BlockKind.Subhead)
            {
                subhead = subhead < 0 ? i : subhead;
                subheads++;
            }

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

        // Where the first sentence is glued to the page's header, the headline stands after the first paragraph.
        if (headline < 0 && subheads == 1 && units.Length > 1 && units[0].IsHeader && units[1].Kind == BlockKind.Paragraph)
        {
            units[subhead].Kind = BlockKind.Headline;
        }
    }
}
