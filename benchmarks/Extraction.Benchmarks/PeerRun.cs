using System.Diagnostics;
using System.Globalization;

namespace Extraction.Benchmarks;

/// <summary>Our side of the peers' table: from raw text to sentences, dates or entities, in CPU time of the process.</summary>
internal static class PeerRun
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(20);

    public static int Run(string task)
    {
        string? last = task switch
        {
            "sentences" => StageNames.Sentences,
            "dates" => StageNames.Dates,
            "entities" => StageNames.Linking,
            "whole" => StageNames.Speakers,
            _ => null,
        };
        if (last is null)
        {
            Console.Error.WriteLine("peer sentences|dates|entities|whole");
            return 2;
        }

        ExtractionPipeline pipeline = UpTo(last, skipDates: task == "entities");

        // On one core the runtime waits ten times as long before it compiles hot code anew (DelaySingleProcMultiplier), in two steps: a short run would measure what it first made do with.
        for (var warming = Stopwatch.StartNew(); warming.Elapsed < WarmUp;)
        {
            ExtractAll(pipeline);
        }

        double best = double.PositiveInfinity;
        for (int pass = 0; pass < 20; pass++)
        {
            TimeSpan before = Environment.CpuUsage.TotalTime;
            double seconds;
            int rounds = 0;
            do
            {
                ExtractAll(pipeline);
                rounds++;
                seconds = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
            }
            while (seconds < 0.2);
            best = Math.Min(best, seconds / rounds);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{{\"words\": {BenchmarkCorpus.Words}, \"seconds\": {best:R}}}"));
        return 0;
    }

    private static void ExtractAll(ExtractionPipeline pipeline)
    {
        foreach (Article article in BenchmarkCorpus.Articles)
        {
            pipeline.Extract(article);
        }
    }

    /// <summary>The default pipeline's stages up to one of them.</summary>
    public static ExtractionPipeline UpTo(string last, bool skipDates)
    {
        var builder = new ExtractionPipelineBuilder().AddDefaults();
        bool after = false;
        foreach (string name in builder.Stages.Select(stage => stage.Contract.Name).Reverse().ToArray())
        {
            if (name == last)
            {
                after = true;
            }
            else if (!after || (skipDates && name == StageNames.Dates))
            {
                builder.Remove(name);
            }
        }

        return builder.Build();
    }
}
