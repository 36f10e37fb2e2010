using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Extraction;

/// <summary>The instruments themselves. Global, as the framework wants them, but nothing of a result depends on them.</summary>
internal static class Telemetry
{
    private static readonly string? Version = typeof(Telemetry).Assembly.GetName().Version?.ToString();
    private static readonly ActivitySource Source = new(ExtractionDiagnostics.ActivitySourceName, Version);
    private static readonly Meter Meter = new(ExtractionDiagnostics.MeterName, Version);
    private static readonly Histogram<double> StageDuration = Meter.CreateHistogram<double>("extraction.stage.duration", "s", "Time of one stage on one article.");
    private static readonly Counter<long> Articles = Meter.CreateCounter<long>("extraction.articles", "{article}", "Articles extracted from, failed ones left out.");
    private static readonly Counter<long> Failures = Meter.CreateCounter<long>("extraction.failures", "{article}", "Articles that failed; cancelled ones are not counted.");
    private static readonly Counter<long> Characters = Meter.CreateCounter<long>("extraction.characters", "{character}", "UTF-16 code units of the articles extracted from.");

    /// <summary>Whether somebody listens to the time of stages, which is the one thing that costs to find out.</summary>
    public static bool TimesStages => StageDuration.Enabled;

    public static Activity? Start(Article article)
    {
        Activity? activity = Source.StartActivity("extraction.extract");
        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag("extraction.article.id", article.Id);
            activity.SetTag("extraction.article.length", article.Text.Length);
        }

        return activity;
    }

    public static void StageDone(string stage, long started) =>
        StageDuration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, new KeyValuePair<string, object?>("extraction.stage", stage));

    public static void ArticleDone(Article article)
    {
        Articles.Add(1);
        Characters.Add(article.Text.Length);
    }

    public static void ArticleFailed(Activity? activity, Exception error)
    {
        // The type alone: a message might quote the article.
        string type = error.GetType().FullName ?? error.GetType().Name;
        activity?.SetStatus(ActivityStatusCode.Error, type);
        if (error is not OperationCanceledException)
        {
            Failures.Add(1, new KeyValuePair<string, object?>("error.type", type));
        }
    }
}
