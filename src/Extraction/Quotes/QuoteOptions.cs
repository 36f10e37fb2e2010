namespace Extraction;

/// <summary>Options of the stage 'quotes'.</summary>
/// <threadsafety>Mutable until the stage is made, which copies what it needs.</threadsafety>
public sealed class QuoteOptions
{
    /// <summary>Whether indirect quotes of belief and plan are given, too: 'she believes …', 'they plan to …' (<see cref="CueClass.Belief"/>).</summary>
    /// <value>False by default: only what was said or written.</value>
    public bool IncludeBeliefs { get; set; }

    /// <summary>
    /// Whether what others say within a direct quote is given as a quote of its own, too (<see cref="Quote.IsNested"/>): 'Go home' in "The mayor told me, 'Go home,'". Left out by default, so that quotes do
    /// not overlap.
    /// </summary>
    public bool IncludeNested { get; set; }
}
