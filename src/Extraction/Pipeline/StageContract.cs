using System.Collections.Immutable;

namespace Extraction;

/// <summary>What a stage is called, what it needs and what it gives. Read as a sentence:
/// <c>StageContract.Named("quotes").Needs(Layers.Tokens).Uses(Layers.Dates).Gives(Layers.Attributions)</c>.</summary>
/// <threadsafety>Immutable; safe from any thread.</threadsafety>
public sealed record StageContract
{
    private StageContract(string name) => Name = name;

    /// <summary>The stage's name, unique within a pipeline.</summary>
    public string Name { get; }

    /// <summary>Layers without which it cannot run.</summary>
    public ImmutableArray<Layer> Needed { get; private init; } = [];

    /// <summary>Layers it reads where an earlier stage gives them, and does without otherwise.</summary>
    public ImmutableArray<Layer> Used { get; private init; } = [];

    /// <summary>Layers it gives.</summary>
    public ImmutableArray<Layer> Given { get; private init; } = [];

    /// <summary>Layers of an earlier stage that it gives anew, refined; needed, too.</summary>
    public ImmutableArray<Layer> Refined { get; private init; } = [];

    /// <summary>Starts a contract.</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static StageContract Named(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return new StageContract(name);
    }

    /// <summary>Adds layers without which the stage cannot run.</summary>
    public StageContract Needs(params Layer[] layers) => this with { Needed = Needed.AddRange(layers) };

    /// <summary>Adds layers that the stage reads where they are there.</summary>
    public StageContract Uses(params Layer[] layers) => this with { Used = Used.AddRange(layers) };

    /// <summary>Adds layers that the stage gives.</summary>
    public StageContract Gives(params Layer[] layers) => this with { Given = Given.AddRange(layers) };

    /// <summary>Adds layers that the stage gives anew.</summary>
    public StageContract Refines(params Layer[] layers) => this with { Refined = Refined.AddRange(layers) };
}
