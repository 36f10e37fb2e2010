namespace Extraction;

/// <summary>The tagger's labels: content, source and cue, begun (odd) or gone on with (even).</summary>
internal enum QuoteLabel : byte
{
    Outside,
    BeginContent,
    InContent,
    BeginSource,
    InSource,
    BeginCue,
    InCue,
}
