namespace Extraction;

/// <summary>Adds the stage 'layout' to a pipeline.</summary>
public static class LayoutPipelineBuilderExtensions
{
    /// <summary>Appends the library's stage 'layout' with default options.</summary>
    public static ExtractionPipelineBuilder AddLayout(this ExtractionPipelineBuilder builder) => builder.AddLayout(new LayoutOptions());

    /// <summary>Appends the library's stage 'layout'.</summary>
    public static ExtractionPipelineBuilder AddLayout(this ExtractionPipelineBuilder builder, LayoutOptions options)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(options);
        return builder.Add(new LayoutStage());
    }
}
