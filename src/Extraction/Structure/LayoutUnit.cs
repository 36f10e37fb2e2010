namespace Extraction;

/// <summary>A line of the page, or the lines of one wrapped paragraph: what the layout labels.</summary>
internal struct LayoutUnit
{
    /// <summary>Offset of its first character that is no white space.</summary>
    public int Start;

    /// <summary>Offset after its last such character.</summary>
    public int End;

    /// <summary>Index of its first token.</summary>
    public int FirstToken;

    /// <summary>Index after its last token.</summary>
    public int EndToken;

    /// <summary>White space before it on its line, up to <see cref="UnitReader.DeepestIndent"/>.</summary>
    public byte Indent;

    /// <summary>A blank line, or the start of the text, stands before it.</summary>
    public bool BlankBefore;

    /// <summary>The <c> date 2022-02-25 English</c> header, alone or cut from the line that it is glued to.</summary>
    public bool IsHeader;

    /// <summary>Index of its first stamp in the page's list.</summary>
    public int FirstStamp;

    /// <summary>Number of its stamps.</summary>
    public byte StampCount;

    /// <summary>What it is, once decided.</summary>
    public BlockKind Kind;

    /// <summary>Number of tokens.</summary>
    public readonly int Length => EndToken - FirstToken;

    /// <summary>Where it stands.</summary>
    public readonly TextSpan Span => new(Start, End);
}
