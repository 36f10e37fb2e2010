namespace Extraction;

/// <summary>The names under which a pipeline reports traces and metrics. Both cost nothing while nobody listens, and neither ever carries text of an article.</summary>
public static class ExtractionDiagnostics
{
    /// <summary>
    /// The <see cref="System.Diagnostics.ActivitySource"/>: one activity <c>extraction.extract</c> an article, with tags <c>extraction.article.id</c> and
    /// <c>extraction.article.length</c> (UTF-16 code units).
    /// </summary>
    public const string ActivitySourceName = "Extraction";

    /// <summary>
    /// The <see cref="System.Diagnostics.Metrics.Meter"/>: histogram <c>extraction.stage.duration</c> (seconds, tag <c>extraction.stage</c>), counters
    /// <c>extraction.articles</c>, <c>extraction.failures</c> (tag <c>error.type</c>) and <c>extraction.characters</c> (UTF-16 code units).
    /// </summary>
    public const string MeterName = "Extraction";
}
