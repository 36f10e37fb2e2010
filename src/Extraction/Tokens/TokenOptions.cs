namespace Extraction;

/// <summary>How tokens are handed to the caller. The stages work on hyphenated words whole, whatever is chosen here.</summary>
/// <threadsafety>Mutable until used; a pipeline copies what it needs when it is built.</threadsafety>
public sealed class TokenOptions
{
    /// <summary>
    /// Whether a hyphenated word is split at its hyphens, as in Universal Dependencies since 2.0: <c>state</c> <c>-</c> <c>funded</c>; <c>re-elected</c>, <c>e-mail</c>
    /// and telephone numbers stay whole there, too.
    /// </summary>
    /// <value>True by default. False leaves <c>state-funded</c> one token.</value>
    public bool SplitHyphens { get; set; } = true;
}
