namespace Extraction;

/// <summary>Adds the stage 'tokens' to a pipeline.</summary>
public static class TokenPipelineBuilderExtensions
{
    /// <summary>Appends the library's stage 'tokens' with default options.</summary>
    public static ExtractionPipelineBuilder AddTokens(this ExtractionPipelineBuilder builder) => builder.AddTokens(new TokenOptions());

    /// <summary>Appends the library's stage 'tokens'.</summary>
    public static ExtractionPipelineBuilder AddTokens(this ExtractionPipelineBuilder builder, TokenOptions options)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(options);
        return builder.Add(new TokenStage(options));
    }
}
