namespace Extraction;

/// <summary>Adds all the library's stages at once.</summary>
public static class DefaultPipelineBuilderExtensions
{
    /// <summary>Appends all the library's stages with default options.</summary>
    public static ExtractionPipelineBuilder AddDefaults(this ExtractionPipelineBuilder builder) => builder.AddDefaults(new ExtractionOptions());

    /// <summary>Appends all the library's stages.</summary>
    public static ExtractionPipelineBuilder AddDefaults(this ExtractionPipelineBuilder builder, ExtractionOptions options)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(options);
        builder.KeepTokens = options.KeepTokens;
        builder.SplitHyphens = options.Tokens.SplitHyphens;
        builder.MaxTextLength = options.MaxTextLength;
        return builder
            .AddTokens()
            .AddLayout(options.Layout)
            .AddSentences(options.Sentences)
            .AddDates(options.Dates)
            .AddEntities(options.Entities)
            .AddLinking(options.Linking)
            .AddQuotes(options.Quotes)
            .AddSpeakers();
    }
}
