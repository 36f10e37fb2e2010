using System.Collections.Immutable;

namespace Extraction.Sample.DependencyInjection;

/// <summary>A recognizer of one's own in place of the library's: it gives the same layer, so linking and quotes work on what it finds.</summary>
internal sealed class ProductRecognizer(ProductCatalogue catalogue) : IExtractionStage
{
    public StageContract Contract { get; } = StageContract.Named(StageNames.Entities).Needs(Layers.Tokens).Gives(Layers.Mentions);

    public void Run(ExtractionContext context)
    {
        TokenList tokens = context.Get(Layers.Tokens);
        var found = new List<Mention>();
        foreach (string name in catalogue.Names)
        {
            for (int at = context.Text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = context.Text.IndexOf(name, at + name.Length, StringComparison.Ordinal))
            {
                var span = new TextSpan(at, at + name.Length);
                found.Add(new Mention(span, MentionKind.Name, EntityType.Product, Confidence: 1f, tokens.FirstAtOrAfter(span.Start), tokens.FirstAtOrAfter(span.End)));
            }
        }

        found.Sort((a, b) => a.Span.CompareTo(b.Span));
        context.Set(Layers.Mentions, found.ToImmutableArray());
    }
}
