namespace Extraction;

/// <summary>Options of the stage 'entities'.</summary>
/// <threadsafety>Mutable until the stage is made, which copies what it needs.</threadsafety>
public sealed class EntityOptions
{
    /// <summary>Names that are mentions wherever they stand, beside those the model finds: the caller's own gazetteer.</summary>
    /// <value>Empty by default.</value>
    public IList<KnownName> KnownNames { get; } = [];

    /// <summary>Mentions with a lower <see cref="Mention.Confidence"/> are left out, 0 to 1.</summary>
    /// <value>0 by default: all are given.</value>
    public float MinimumConfidence { get; set; }
}
