using Extraction.Corpora;

namespace Extraction.Evaluation;

/// <summary>The corpora below a folder, each read once and run once in each way that a target asks for.</summary>
internal sealed class CorpusRuns(string folder)
{
    private readonly Dictionary<string, CorpusRun> _runs = new(StringComparer.Ordinal);

    public bool Exists(string file) => File.Exists(Path.Combine(folder, file));

    public CorpusRun Of(string file)
    {
        if (!_runs.TryGetValue(file, out CorpusRun? run))
        {
            _runs[file] = run = new CorpusRun(Gold.Read(Path.Combine(folder, file)));
        }

        return run;
    }
}

/// <summary>One corpus with the library's results: as usual, with furniture dates, and without the document's date.</summary>
internal sealed class CorpusRun
{
    private readonly Lazy<Dictionary<string, CorpusDocument>> _usual;
    private readonly Lazy<Dictionary<string, CorpusDocument>> _withFurniture;
    private readonly Lazy<Dictionary<string, ExtractionResult>> _withoutDate;

    public CorpusRun(IReadOnlyList<CorpusDocument> gold)
    {
        Documents = gold;
        _usual = new(() => new Predictor().Predict(gold));
        _withFurniture = new(() => new Predictor { WithFurniture = true }.Predict(gold));
        _withoutDate = new(() =>
        {
            var predictor = new Predictor { WithDate = false };
            return gold.ToDictionary(d => d.Id, d => predictor.Predict(d).Result, StringComparer.Ordinal);
        });
    }

    public IReadOnlyList<CorpusDocument> Documents { get; }

    public Dictionary<string, CorpusDocument> Usual => _usual.Value;

    public Dictionary<string, CorpusDocument> WithFurniture => _withFurniture.Value;

    public Dictionary<string, ExtractionResult> WithoutDate => _withoutDate.Value;
}
