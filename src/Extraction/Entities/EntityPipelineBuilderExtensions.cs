namespace Extraction;

/// <summary>Adds the stage 'entities' to a pipeline.</summary>
public static class EntityPipelineBuilderExtensions
{
    /// <summary>Appends the library's stage 'entities' with default options.</summary>
    public static ExtractionPipelineBuilder AddEntities(this ExtractionPipelineBuilder builder) => builder.AddEntities(new EntityOptions());

    /// <summary>Appends the library's stage 'entities'.</summary>
    /// <exception cref="ArgumentException">A known name is empty.</exception>
    public static ExtractionPipelineBuilder AddEntities(this ExtractionPipelineBuilder builder, EntityOptions options)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(options);
        return builder.Add(new EntityStage(options));
    }
}
