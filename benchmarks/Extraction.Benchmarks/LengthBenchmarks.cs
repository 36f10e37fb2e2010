using BenchmarkDotNet.Attributes;

namespace Extraction.Benchmarks;

/// <summary>News of growing length, with its lines and in one line.</summary>
[MemoryDiagnoser]
public class LengthBenchmarks
{
    private readonly ExtractionPipeline _pipeline = ExtractionPipeline.CreateDefault();
    private string _text = "";

    [Params(1_000, 10_000, 100_000, 1_000_000)]
    public int Length { get; set; }

    [Params(false, true)]
    public bool OneLine { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        _text = BenchmarkCorpus.OfLength(Length);
        _text = OneLine ? _text.Replace('\n', ' ') : _text;
    }

    [Benchmark]
    public ExtractionResult Extract() => _pipeline.Extract(_text);
}
