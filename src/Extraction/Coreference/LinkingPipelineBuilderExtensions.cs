namespace Extraction;

/// <summary>Adds the stage 'linking' to a pipeline.</summary>
public static class LinkingPipelineBuilderExtensions
{
    /// <summary>Appends the library's stage 'linking' with default options.</summary>
    public static ExtractionPipelineBuilder AddLinking(this ExtractionPipelineBuilder builder) => builder.AddLinking(new LinkingOptions());

    /// <summary>Appends the library's stage 'linking'.</summary>
    public static ExtractionPipelineBuilder AddLinking(this ExtractionPipelineBuilder builder, LinkingOptions options)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(options);
        return builder.Add(new LinkingStage(options));
    }
}
