namespace Extraction;

/// <summary>A run of content tokens before pieces are joined into quotes.</summary>
/// <param name="First">Index of its first token.</param>
/// <param name="End">Index after its last token.</param>
/// <param name="Block">Index of its block.</param>
/// <param name="Quoted">Number of its words in quotation marks.</param>
/// <param name="Words">Number of its words.</param>
internal readonly record struct QuotePiece(int First, int End, int Block, int Quoted, int Words)
{
    public bool IsDirect => Words > 0 && Quoted == Words;

    public QuoteKind Kind => Quoted == 0 ? QuoteKind.Indirect : Quoted == Words ? QuoteKind.Direct : QuoteKind.Mixed;
}
