using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Extraction.Tests.Pipeline;

namespace Extraction.Tests.Diagnostics;

public class DiagnosticsTests
{
    private const string Secret = "Rumpelstiltskin";

    [Fact]
    public void MeasuresEachStageAndCountsArticles()
    {
        var measured = new ConcurrentBag<(string Name, double Value, string? Tag)>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, l) =>
        {
            if (instrument.Meter.Name == ExtractionDiagnostics.MeterName)
            {
                l.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<double>((i, v, tags, _) => measured.Add((i.Name, v, Tag(tags))));
        listener.SetMeasurementEventCallback<long>((i, v, tags, _) => measured.Add((i.Name, v, Tag(tags))));
        listener.Start();

        ExtractionPipeline pipeline = new ExtractionPipelineBuilder().AddTokens().Add(new Stages.LongestWordStage()).Add(Stages.Failing).Build();
        pipeline.Extract($"{Secret} was here.");
        Assert.Throws<InvalidDataException>(() => pipeline.Extract($"FAIL {Secret}"));

        Assert.Contains(measured, m => m is { Name: "extraction.stage.duration", Tag: "longest word", Value: >= 0 and < 10 });
        Assert.Contains(measured, m => m is { Name: "extraction.articles", Value: 1 });
        Assert.Contains(measured, m => m is { Name: "extraction.characters", Value: 25 });
        Assert.Contains(measured, m => m is { Name: "extraction.failures", Tag: "System.IO.InvalidDataException" });
        Assert.DoesNotContain(measured, m => m.Tag?.Contains(Secret, StringComparison.Ordinal) == true);
    }

    [Fact]
    public void TracesEachArticleWithoutItsText()
    {
        var activities = new ConcurrentBag<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == ExtractionDiagnostics.ActivitySourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activities.Add,
        };
        ActivitySource.AddActivityListener(listener);

        ExtractionPipeline pipeline = new ExtractionPipelineBuilder().AddTokens().Add(Stages.Failing).Build();
        pipeline.Extract(new Article(Secret) { Id = "trace-good" });
        Assert.Throws<InvalidDataException>(() => pipeline.Extract(new Article("FAIL " + Secret) { Id = "trace-bad" }));

        Activity good = Assert.Single(activities, a => Equals(a.GetTagItem("extraction.article.id"), "trace-good"));
        Activity bad = Assert.Single(activities, a => Equals(a.GetTagItem("extraction.article.id"), "trace-bad"));
        Assert.Equal(Secret.Length, good.GetTagItem("extraction.article.length"));
        Assert.Equal(ActivityStatusCode.Error, bad.Status);
        Assert.DoesNotContain(good.TagObjects.Concat(bad.TagObjects), t => t.Value is string s && s.Contains(Secret, StringComparison.Ordinal));
    }

    private static string? Tag(ReadOnlySpan<KeyValuePair<string, object?>> tags) => tags.IsEmpty ? null : tags[0].Value as string;
}
