namespace Extraction;

/// <summary>Adds the stage 'quotes' to a pipeline.</summary>
public static class QuotePipelineBuilderExtensions
{
    /// <summary>Appends the library's stage 'quotes' with default options.</summary>
    public static ExtractionPipelineBuilder AddQuotes(this ExtractionPipelineBuilder builder) => builder.AddQuotes(new QuoteOptions());

    /// <summary>Appends the library's stage 'quotes'.</summary>
    public static ExtractionPipelineBuilder AddQuotes(this ExtractionPipelineBuilder builder, QuoteOptions options)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(options);
        return builder.Add(new QuoteStage(QuoteSettings.From(options)));
    }
}
