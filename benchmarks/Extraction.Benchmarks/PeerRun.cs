using System.Globalization;

namespace Extraction.Benchmarks;

/// <summary>Our side of the peers' table: from raw text to sentences, dates or entities, in CPU time of the process.</summary>
internal static class PeerRun
{
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
        double best = double.PositiveInfinity;
        for (int pass = 0; pass < 20; pass++)
        {
            // Compilation of hot code happens early and on other threads; the best pass is free of it, as a peer's best is of its own.
            TimeSpan before = Environment.CpuUsage.TotalTime;
            double seconds;
            int rounds = 0;
            do
            {
                foreach (Article article in BenchmarkCorpus.Articles)
                {
                    pipeline.Extract(article);
                }

                rounds++;
                seconds = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
            }
            while (seconds < 0.2);
            best = Math.Min(best, seconds / rounds);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{{\"words\": {BenchmarkCorpus.Words}, \"seconds\": {best:R}}}"));
        return 0;
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
