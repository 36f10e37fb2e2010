using System.Collections.Immutable;

namespace Extraction;

/// <summary>Composes a pipeline of stages. Mutable while composing; <see cref="Build"/> checks the composition and seals it.</summary>
/// <threadsafety>Not safe for concurrent use; what it builds is.</threadsafety>
public sealed class ExtractionPipelineBuilder
{
    private static readonly Layer[] OurLayers =
        [Layers.Tokens, Layers.Layout, Layers.Sentences, Layers.Dates, Layers.Mentions, Layers.Entities, Layers.Attributions, Layers.Quotes];

    private readonly List<IExtractionStage> _stages = [];
    private int _maxTextLength = int.MaxValue;

    /// <summary>The stages so far, in order.</summary>
    public IReadOnlyList<IExtractionStage> Stages => _stages;

    /// <summary>Whether results keep their tokens.</summary>
    /// <value>False by default.</value>
    public bool KeepTokens { get; set; }

    /// <summary>Whether kept tokens are split at hyphens; see <see cref="TokenOptions.SplitHyphens"/>.</summary>
    /// <value>True by default.</value>
    public bool SplitHyphens { get; set; } = true;

    /// <summary>Longest text accepted, in UTF-16 code units.</summary>
    /// <value><see cref="int.MaxValue"/> by default: no limit.</value>
    /// <exception cref="ArgumentOutOfRangeException">Less than one.</exception>
    public int MaxTextLength
    {
        get => _maxTextLength;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            _maxTextLength = value;
        }
    }

    /// <summary>Appends a stage.</summary>
    public ExtractionPipelineBuilder Add(IExtractionStage stage)
    {
        ArgumentNullException.ThrowIfNull(stage);
        _stages.Add(stage);
        return this;
    }

    /// <summary>Puts a stage in before the one named.</summary>
    /// <exception cref="ArgumentException">No stage has that name.</exception>
    public ExtractionPipelineBuilder InsertBefore(string name, IExtractionStage stage)
    {
        ArgumentNullException.ThrowIfNull(stage);
        _stages.Insert(IndexOf(name), stage);
        return this;
    }

    /// <summary>Puts a stage in after the one named.</summary>
    /// <exception cref="ArgumentException">No stage has that name.</exception>
    public ExtractionPipelineBuilder InsertAfter(string name, IExtractionStage stage)
    {
        ArgumentNullException.ThrowIfNull(stage);
        _stages.Insert(IndexOf(name) + 1, stage);
        return this;
    }

    /// <summary>Puts a stage in place of the one named.</summary>
    /// <exception cref="ArgumentException">No stage has that name.</exception>
    public ExtractionPipelineBuilder Replace(string name, IExtractionStage stage)
    {
        ArgumentNullException.ThrowIfNull(stage);
        _stages[IndexOf(name)] = stage;
        return this;
    }

    /// <summary>Takes the named stage out.</summary>
    /// <exception cref="ArgumentException">No stage has that name.</exception>
    public ExtractionPipelineBuilder Remove(string name)
    {
        _stages.RemoveAt(IndexOf(name));
        return this;
    }

    /// <summary>The stages so far with what they need and give, as a table for people; a need that no earlier stage gives is marked with <c>!</c>.</summary>
    public string Describe() => PipelineTable.Render([.. _stages.Select(s => s.Contract)]);

    /// <summary>Checks that every stage finds what it needs, and seals the pipeline.</summary>
    /// <exception cref="PipelineCompositionException">Two stages have one name, or a stage's need is given by no earlier stage.</exception>
    public ExtractionPipeline Build()
    {
        ImmutableArray<IExtractionStage> stages = [.. _stages];
        ImmutableArray<StageContract> contracts = [.. stages.Select(s => s.Contract)];
        var names = new HashSet<string>(StringComparer.Ordinal);
        var given = new Dictionary<Layer, string>(ReferenceEqualityComparer.Instance);
        for (int i = 0; i < contracts.Length; i++)
        {
            StageContract contract = contracts[i];
            if (!names.Add(contract.Name))
            {
                throw new PipelineCompositionException($"Two stages are named '{contract.Name}'. Give one of them another name, or use Replace(\"{contract.Name}\", …).");
            }

            foreach (Layer need in contract.Needed.Concat(contract.Refined))
            {
                if (!given.ContainsKey(need))
                {
                    throw new PipelineCompositionException(MissingNeed(contract, need, contracts, i));
                }
            }

            foreach (Layer gift in contract.Given)
            {
                if (!given.TryAdd(gift, contract.Name))
                {
                    throw new PipelineCompositionException(
                        $"The stages '{given[gift]}' and '{contract.Name}' both give the layer '{gift.Name}'. Remove one, or let the later one declare Refines(…) instead of Gives(…).");
                }
            }
        }

        ImmutableArray<Layer> own = [.. given.Keys.Where(l => !OurLayers.Contains(l))];
        return new ExtractionPipeline(stages, contracts, own, KeepTokens, SplitHyphens, MaxTextLength);
    }

    private static string MissingNeed(StageContract contract, Layer need, ImmutableArray<StageContract> contracts, int position)
    {
        for (int later = position + 1; later < contracts.Length; later++)
        {
            if (contracts[later].Given.Contains(need))
            {
                return $"The stage '{contract.Name}' needs the layer '{need.Name}', which only the later stage '{contracts[later].Name}' gives. Put '{contracts[later].Name}' before '{contract.Name}'.";
            }
        }

        string remedy = OurLayers.Contains(need)
            ? $"Add the library's stage that gives it (Add{char.ToUpperInvariant(StageOf(need)[0])}{StageOf(need)[1..]}()), or a stage of your own, before '{contract.Name}'."
            : $"Add a stage whose contract says Gives({need.Name}) before '{contract.Name}'.";
        return $"The stage '{contract.Name}' needs the layer '{need.Name}', which no stage gives. {remedy}";
    }

    private static string StageOf(Layer layer) =>
        layer == Layers.Mentions ? StageNames.Entities
        : layer == Layers.Entities ? StageNames.Linking
        : layer == Layers.Attributions ? StageNames.Quotes
        : layer == Layers.Quotes ? StageNames.Speakers
        : layer.Name;

    private int IndexOf(string name)
    {
        int index = _stages.FindIndex(s => s.Contract.Name == name);
        return index >= 0
            ? index
            : throw new ArgumentException($"No stage is named '{name}'. There are: {string.Join(", ", _stages.Select(s => s.Contract.Name))}.", nameof(name));
    }
}
