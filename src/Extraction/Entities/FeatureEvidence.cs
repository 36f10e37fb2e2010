namespace Extraction;

/// <summary>One feature that spoke for or against a mention's type.</summary>
/// <param name="Description">What was seen, such as <c>word before: 'minister'</c>.</param>
/// <param name="Weight">The model's weight for the labels given, less that for 'no name' (log scale).</param>
/// <threadsafety>Immutable; safe from any thread.</threadsafety>
public readonly record struct FeatureEvidence(string Description, float Weight);
