using System.Collections.Immutable;

namespace Extraction;

/// <summary>
/// Quotes of plain running text, without a pipeline of one's own: <c>new QuoteExtractor().Extract("\"It is over,\" Ana Lopes said.")</c>.
/// The text is taken as paragraphs; for whole pages with furniture use <see cref="ExtractionPipeline"/>.
/// </summary>
/// <threadsafety>Immutable; safe from any thread.</threadsafety>
public sealed class QuoteExtractor
{
    private readonly ExtractionPipeline _pipeline;

    /// <summary>With default options.</summary>
    public QuoteExtractor()
        : this(new QuoteOptions())
    {
    }

    /// <summary>With options, which are copied.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    public QuoteExtractor(QuoteOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _pipeline = new ExtractionPipelineBuilder().AddTokens().AddSentences().AddEntities().AddLinking().AddQuotes(options).AddSpeakers().Build();
    }

    /// <summary>The quotes of a text, with the entities that speak and are spoken of.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public ExtractionResult Extract(string text) => _pipeline.Extract(text);

    /// <summary>Why each quote has its speaker, one line a quote in text order: the source as written, the rule or feature that decided, the confidence from 0 to 1.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="result"/> is null.</exception>
    public static ImmutableArray<string> Explain(ExtractionResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return
        [
            .. result.Quotes.Select(q => string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"{q.Span}: {(q.Speaker is { } s ? $"'{result.TextOf(s.Span)}' is {result.FindEntity(s.EntityId)?.Name ?? "nobody named"}" : "no source")} ({q.Reason}; {q.Confidence:0.00})")),
        ];
    }
}
