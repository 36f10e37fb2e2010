using BenchmarkDotNet.Attributes;

namespace Extraction.Benchmarks;

/// <summary>The pipeline up to and with each stage, over the whole corpus: a stage's own cost is the difference to the row before.</summary>
[MemoryDiagnoser]
public class StageBenchmarks
{
    private ExtractionPipeline _pipeline = null!;

    public static IEnumerable<string> Names => new ExtractionPipelineBuilder().AddDefaults().Stages.Select(s => s.Contract.Name);

    [ParamsSource(nameof(Names))]
    public string UpTo { get; set; } = "";

    [GlobalSetup]
    public void Build() => _pipeline = PeerRun.UpTo(UpTo, skipDates: false);

    [Benchmark]
    public int Corpus()
    {
        int sentences = 0;
        foreach (Article article in BenchmarkCorpus.Articles)
        {
            sentences += _pipeline.Extract(article).Sentences.Length;
        }

        return sentences;
    }
}
