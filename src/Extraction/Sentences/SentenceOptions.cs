namespace Extraction;

/// <summary>Options of the stage 'sentences' and of <see cref="SentenceSplitter"/>.</summary>
/// <threadsafety>Mutable until the stage or the splitter is made, which copies what it needs.</threadsafety>
public sealed class SentenceOptions
{
    /// <summary>Abbreviations of the caller's own, with or without their last stop, in any case: <c>Govt.</c>, <c>approx</c>.
    /// Their stop ends a sentence only where a word such as 'The' follows in capitals.</summary>
    /// <value>Empty by default.</value>
    public ICollection<string> UserAbbreviations { get; } = [];

    /// <summary>Whether a quotation stays in one sentence, however many it holds: <c>"Go. Now." He left.</c> has two sentences instead of three.
    /// A quotation that is not closed within its paragraph is split all the same.</summary>
    /// <value>False by default, as in Universal Dependencies.</value>
    public bool KeepQuotationsWhole { get; set; }

    /// <summary>What a single line break is. In a pipeline with layout, lines have been joined into blocks already, and only <see cref="SentenceLineBreaks.Always"/> makes a difference.</summary>
    /// <value><see cref="SentenceLineBreaks.Auto"/> by default.</value>
    public SentenceLineBreaks LineBreaks { get; set; }
}
