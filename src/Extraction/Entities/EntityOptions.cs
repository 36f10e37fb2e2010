namespace Extraction;

/// <summary>Options of the stage 'entities'.</summary>
/// <threadsafety>Mutable until the stage is made, which copies what it needs.</threadsafety>
public sealed class EntityOptions
{
    /// <summary>Names that are mentions wherever they stand, beside those the model finds: the caller's own gazetteer.</summary>
    /// <value>Empty by default.</value>
    public IList<KnownName> KnownNames { get; } = [];

    /// <summary>Names that the model finds with a lower <see cref="Mention.Confidence"/> are left out, 0 to 1; of a place counts that it is a place of any kind. Handles and <see cref="KnownNames"/> stay.</summary>
    /// <value>0.4 by default: of the names below it, more are wrong than right, and they cost more in precision than they give in recall. With 0, all are given.</value>
    public float MinimumConfidence { get; set; } = DefaultMinimumConfidence;

    internal const float DefaultMinimumConfidence = 0.4f;
}
