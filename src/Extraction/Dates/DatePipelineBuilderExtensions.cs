namespace Extraction;

/// <summary>Adds the stage 'dates' to a pipeline.</summary>
public static class DatePipelineBuilderExtensions
{
    /// <summary>Appends the library's stage 'dates' with default options.</summary>
    public static ExtractionPipelineBuilder AddDates(this ExtractionPipelineBuilder builder) => builder.AddDates(new DateOptions());

    /// <summary>Appends the library's stage 'dates'.</summary>
    public static ExtractionPipelineBuilder AddDates(this ExtractionPipelineBuilder builder, DateOptions options)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(options);
        return builder.Add(new DateStage(options));
    }
}
