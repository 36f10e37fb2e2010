using System.Globalization;
using System.Runtime.InteropServices;

namespace Extraction.Benchmarks;

/// <summary>The tables in seconds: stages and the whole, batches, growth with length, odd texts, cold start.</summary>
internal static class QuickRun
{
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    public static async Task<int> RunAsync(string? tool, string? markdown, bool stagesAlone)
    {
        var report = new Report();
        report.Text($"{DateTime.UtcNow.ToString("yyyy-MM-dd", Plain)}, {Machine()}, {RuntimeInformation.FrameworkDescription}; "
            + $"{BenchmarkCorpus.Articles.Count} articles, {BenchmarkCorpus.Words.ToString("N0", Plain)} words (benchmarks/corpus).");
        report.Text($"{(CpuClock.IsCpuTime ? "CPU" : "Wall")} time of one thread, the best of several rounds, unless the table says otherwise.");
        if (tool is not null)
        {
            // First: the kernel counts the memory of the parent as a child's own until that begins its program.
            ColdStart.Measure(tool, report);
        }

        Stages(report);
        if (!stagesAlone)
        {
            await BatchesAsync(report).ConfigureAwait(false);
            Growth(report);
            OddTexts(report);
        }

        if (markdown is not null)
        {
            await File.WriteAllTextAsync(markdown, "# Performance\n\nWritten by `dotnet run -c Release --project benchmarks/Extraction.Benchmarks -- --markdown docs/performance.md --tool PATH`.\n\n" + report).ConfigureAwait(false);
        }

        return 0;
    }

    private static void Stages(Report report)
    {
        var builder = new ExtractionPipelineBuilder().AddDefaults();
        TimedStage[] stages = [.. builder.Stages.Select(s => new TimedStage(s))];
        foreach (TimedStage stage in stages)
        {
            builder.Replace(stage.Contract.Name, stage);
        }

        ExtractionPipeline pipeline = builder.Build();
        int articles = BenchmarkCorpus.Articles.Count;
        var best = stages.ToDictionary(s => s.Contract.Name, _ => double.PositiveInfinity);
        double whole = double.PositiveInfinity;
        long wholeBytes = 0;
        WarmUp(pipeline);
        for (int round = 0; round < 15; round++)
        {
            foreach (TimedStage stage in stages)
            {
                stage.Reset();
            }

            long bytes = GC.GetAllocatedBytesForCurrentThread();
            double start = CpuClock.Seconds;
            foreach (Article article in BenchmarkCorpus.Articles)
            {
                pipeline.Extract(article);
            }

            whole = Math.Min(whole, CpuClock.Seconds - start);
            wholeBytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
            foreach (TimedStage stage in stages)
            {
                best[stage.Contract.Name] = Math.Min(best[stage.Contract.Name], stage.Seconds);
            }
        }

        report.Title("Stages and the whole");
        report.Table(
            ["stage", "words/s", "µs/article", "bytes/article", "share"],
            [
                .. stages.Select(s => new[] { s.Contract.Name, Rate(best[s.Contract.Name]), Number(best[s.Contract.Name] * 1e6 / articles), Number((double)s.Bytes / articles), Percent(best[s.Contract.Name] / whole) }),
                ["**whole, text to result**", Rate(whole), Number(whole * 1e6 / articles), Number((double)wholeBytes / articles), "100 %"],
            ]);
        report.Text("");
        double json = Best(5, () =>
        {
            foreach (ExtractionResult result in BenchmarkCorpus.Articles.Select(a => pipeline.Extract(a)))
            {
                ResultJson.ToUtf8Line(result);
            }
        });
        report.Text($"With the result written as JSON: {Rate(json)} words/s.");
    }

    // Wall time: what a batch takes with the cores that the machine has free at the moment.
    private static async Task BatchesAsync(Report report)
    {
        const int Times = 40;
        ExtractionPipeline pipeline = ExtractionPipeline.CreateDefault();
        WarmUp(pipeline);
        var rows = new List<string[]>();
        double one = 0;
        foreach (int workers in new[] { 1, 2, Environment.ProcessorCount }.Distinct())
        {
            double best = double.PositiveInfinity;
            for (int round = 0; round < 3; round++)
            {
                long start = System.Diagnostics.Stopwatch.GetTimestamp();
                await foreach (BatchOutcome<ExtractionResult> outcome in pipeline
                    .ExtractManyAsync(Enumerable.Range(0, Times).SelectMany(_ => BenchmarkCorpus.Articles), new BatchOptions { MaxDegreeOfParallelism = workers }, CancellationToken.None)
                    .ConfigureAwait(false))
                {
                    _ = outcome.Result;
                }

                best = Math.Min(best, System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalSeconds);
            }

            one = workers == 1 ? best : one;
            rows.Add([workers.ToString(Plain), (Times * BenchmarkCorpus.Words / best).ToString("N0", Plain), (one / best).ToString("0.00", Plain)]);
        }

        report.Title("A batch on several cores (wall time)");
        report.Table(["workers", "words/s", "times one worker"], rows);
    }

    private static void Growth(Report report)
    {
        ExtractionPipeline pipeline = ExtractionPipeline.CreateDefault();
        WarmUp(pipeline);
        var rows = new List<string[]>();
        foreach (int size in (int[])[1_000, 10_000, 100_000, 1_000_000, 10_000_000])
        {
            string text = BenchmarkCorpus.OfLength(size);
            string line = text.Replace('\n', ' ');
            int runs = size <= 100_000 ? 20 : size <= 1_000_000 ? 3 : 1;
            rows.Add([$"{(size / 1000).ToString("N0", Plain)} kB", PerCharacter(pipeline, text, runs), PerCharacter(pipeline, line, runs)]);
        }

        report.Title("Growth with the length (ns a character)");
        report.Table(["length", "news", "the same in one line"], rows);
    }

    private static void OddTexts(Report report)
    {
        const int Size = 1_000_000;
        ExtractionPipeline pipeline = ExtractionPipeline.CreateDefault();
        WarmUp(pipeline);
        (string Name, string Text)[] texts =
        [
            ("news", BenchmarkCorpus.OfLength(Size)),
            ("news in capitals", BenchmarkCorpus.OfLength(Size).ToUpperInvariant()),
            ("news in lower case", BenchmarkCorpus.OfLength(Size).ToLowerInvariant()),
            ("straight quotation marks alone", BenchmarkCorpus.Repeat("\"", Size)),
            ("opening curly marks alone", BenchmarkCorpus.Repeat("“", Size)),
            ("capitals alone", BenchmarkCorpus.Repeat("ABCDEFGHIJ ", Size)),
            ("capitalised words", BenchmarkCorpus.Repeat("Alpha Bravo Charlie Delta ", Size)),
            ("digits alone", BenchmarkCorpus.Repeat("0123456789", Size)),
            ("short numbers", BenchmarkCorpus.Repeat("12 ", Size)),
            ("dates", BenchmarkCorpus.Repeat("12 May 2014, ", Size)),
            ("one word", BenchmarkCorpus.Repeat("abcdefghij", Size)),
            ("full stops", BenchmarkCorpus.Repeat(". ", Size)),
        ];
        report.Title("Odd texts of 1 MB (ns a character)");
        report.Table(["text", "ns/character"], texts.Select(t => new[] { t.Name, PerCharacter(pipeline, t.Text, 2) }));
    }

    private static string PerCharacter(ExtractionPipeline pipeline, string text, int runs) =>
        (Best(runs, () => pipeline.Extract(text)) * 1e9 / text.Length).ToString("0.0", Plain);

    private static double Best(int runs, Action action)
    {
        double best = double.PositiveInfinity;
        for (int i = 0; i < runs; i++)
        {
            double start = CpuClock.Seconds;
            action();
            best = Math.Min(best, CpuClock.Seconds - start);
        }

        return best;
    }

    private static void WarmUp(ExtractionPipeline pipeline)
    {
        for (int round = 0; round < 12; round++)
        {
            foreach (Article article in BenchmarkCorpus.Articles)
            {
                pipeline.Extract(article);
            }

            // Tiered compilation works in the background; give it the pauses that it waits for.
            Thread.Sleep(60);
        }
    }

    private static string Rate(double seconds) => (BenchmarkCorpus.Words / seconds).ToString("N0", Plain);

    private static string Number(double value) => value.ToString("N0", Plain);

    private static string Percent(double share) => (100 * share).ToString("0.0", Plain) + " %";

    private static string Machine()
    {
        string? model = File.Exists("/proc/cpuinfo") ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() : null;
        return $"{model ?? RuntimeInformation.ProcessArchitecture.ToString()}, {Environment.ProcessorCount} cores";
    }
}
