namespace Extraction;

/// <summary>Who a source is.</summary>
/// <param name="Entity">Index of the entity, or -1.</param>
/// <param name="Confidence">Probability that it is right.</param>
/// <param name="Reason">Why.</param>
/// <param name="Kind">What kind of words the source is.</param>
/// <param name="Run">The source's tokens.</param>
internal readonly record struct Resolution(int Entity, float Confidence, string Reason, SourceKind Kind, TokenRun Run);
