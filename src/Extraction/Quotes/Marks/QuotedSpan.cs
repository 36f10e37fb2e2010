namespace Extraction;

/// <summary>A stretch between quotation marks, marks included, not inside another one; one for each paragraph where a quotation runs over several.</summary>
/// <param name="Span">Where it stands, marks included.</param>
/// <param name="Block">Index of its block.</param>
/// <param name="IsSingle">Marked by single marks (British style).</param>
/// <param name="IsClosed">A closing mark was found; otherwise it runs to the end of its block.</param>
/// <param name="Continues">The quotation before, unclosed at its paragraph's end, goes on here.</param>
internal readonly record struct QuotedSpan(TextSpan Span, int Block, bool IsSingle, bool IsClosed, bool Continues)
{
    /// <summary>Index of its first token.</summary>
    public int FirstToken { get; init; }

    /// <summary>Index after its last token.</summary>
    public int EndToken { get; init; }

    /// <summary>Number of tokens that hold a letter or digit.</summary>
    public int Words { get; init; }
}
