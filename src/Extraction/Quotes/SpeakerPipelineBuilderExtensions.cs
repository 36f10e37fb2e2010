namespace Extraction;

/// <summary>Adds the stage 'speakers' to a pipeline.</summary>
public static class SpeakerPipelineBuilderExtensions
{
    /// <summary>Appends the library's stage 'speakers' with default options.</summary>
    public static ExtractionPipelineBuilder AddSpeakers(this ExtractionPipelineBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(new SpeakerStage());
    }
}
