namespace Extraction;

/// <summary>Options of the stage 'tokens'.</summary>
/// <threadsafety>Mutable until the stage is made, which copies what it needs.</threadsafety>
public sealed class TokenOptions
{
    /// <summary>
    /// Whether a hyphenated word is split at its hyphens, as in Universal Dependencies since 2.0 (<c>state</c>, <c>-</c>, <c>funded</c>; <c>re-elected</c>, <c>e-mail</c>
    /// and telephone numbers stay whole there, too).
    /// </summary>
    /// <value>False by default: <c>state-funded</c> is one token, which the library's own models expect.</value>
    public bool SplitHyphens { get; set; }
}
