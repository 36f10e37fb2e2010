namespace Extraction.Tests.Robustness;

/// <summary>Tests that measure time run without others beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "Alone";
}
