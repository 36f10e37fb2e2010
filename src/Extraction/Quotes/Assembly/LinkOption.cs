namespace Extraction;

/// <summary>One reading of a piece of content: what it hangs on and who its source would be.</summary>
/// <param name="Kind">The sort of reading.</param>
/// <param name="Cue">The words that mark it; empty where none do.</param>
/// <param name="Source">Who says it; empty where nobody does.</param>
/// <param name="CueIndex">Place of the cue in the assembler's list, or -1.</param>
/// <param name="SourceIndex">Place of the source in the assembler's list, or -1 for one that is not in it yet.</param>
/// <param name="Group">The quote it would join, or -1.</param>
/// <param name="Rank">How near the cue is among the piece's cues, 0 nearest.</param>
/// <param name="SourceRank">How near the source is among the cue's sources.</param>
internal readonly record struct LinkOption(LinkKind Kind, TokenRun Cue, TokenRun Source, int CueIndex = -1, int SourceIndex = -1, int Group = -1, int Rank = 0, int SourceRank = 0)
{
    public bool HasSource => Source.Length > 0;
}
