namespace Extraction;

/// <summary>Adds the stage 'tokens' to a pipeline.</summary>
public static class TokenPipelineBuilderExtensions
{
    /// <summary>Appends the library's stage 'tokens', which gives hyphenated words whole.</summary>
    public static ExtractionPipelineBuilder AddTokens(this ExtractionPipelineBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(new TokenStage());
    }
}
