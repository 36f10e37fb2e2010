namespace Extraction;

/// <summary>One run's memory of the stage 'quotes'.</summary>
internal sealed class QuoteScratch
{
    public QuoteView View { get; } = new();

    public TaggerScratch Tagger { get; } = new();

    public QuoteAssembler Assembler { get; } = new();

    public NestedQuotes Nested { get; } = new();
}
