namespace Extraction;

/// <summary>Adds the stage 'sentences' to a pipeline.</summary>
public static class SentencePipelineBuilderExtensions
{
    /// <summary>Appends the library's stage 'sentences' with default options.</summary>
    public static ExtractionPipelineBuilder AddSentences(this ExtractionPipelineBuilder builder) => builder.AddSentences(new SentenceOptions());

    /// <summary>Appends the library's stage 'sentences'.</summary>
    public static ExtractionPipelineBuilder AddSentences(this ExtractionPipelineBuilder builder, SentenceOptions options)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(options);
        return builder.Add(new SentenceStage(options));
    }
}
