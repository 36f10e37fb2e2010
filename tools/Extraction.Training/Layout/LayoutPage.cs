namespace Extraction.Training.Layout;

/// <summary>One line of a page to learn from: its text, what it is, and whether a blank line stands before it.</summary>
internal readonly record struct LayoutLine(string Text, BlockKind Kind, bool BlankBefore);

/// <summary>A page to learn from.</summary>
/// <param name="Id">Where it comes from.</param>
/// <param name="Lines">Its lines, or its wrapped paragraphs.</param>
internal sealed record LayoutPage(string Id, IReadOnlyList<LayoutLine> Lines)
{
    /// <summary>One of the project's own pages, furniture and all; a corpus' text else.</summary>
    public bool IsOwn { get; init; }

    /// <summary>One of the pages that were written for the layout alone, rich in furniture.</summary>
    public bool IsLayoutOnly { get; init; }

    /// <summary>The page as text, and for each character what it is.</summary>
    public (string Text, BlockKind[] Kinds) Render()
    {
        var text = new System.Text.StringBuilder();
        var kinds = new List<BlockKind>();
        foreach (LayoutLine line in Lines)
        {
            if (text.Length > 0)
            {
                text.Append(line.BlankBefore ? "\n\n" : "\n");
            }

            text.Append(line.Text);
            while (kinds.Count < text.Length)
            {
                kinds.Add(line.Kind);
            }
        }

        return (text.ToString(), [.. kinds]);
    }
}
