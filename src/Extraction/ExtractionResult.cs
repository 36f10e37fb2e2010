using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Extraction;

/// <summary>All that was extracted from one article. Layers that the pipeline has no stage for are empty.</summary>
/// <threadsafety>Immutable; safe from any thread.</threadsafety>
public sealed class ExtractionResult
{
    private readonly FrozenDictionary<Layer, object> _own;

    internal ExtractionResult(ExtractionContext context, bool keepTokens, bool splitHyphens, FrozenDictionary<Layer, object> own)
    {
        Article = context.Article;
        Published = context.Published;
        Layout = context.TryPeek(Layers.Layout, out object? layout) ? (ArticleLayout)layout : new ArticleLayout { Blocks = [] };
        Sentences = List(context, Layers.Sentences);
        Dates = List(context, Layers.Dates);
        Entities = List(context, Layers.Entities);
        Quotes = List(context, Layers.Quotes);
        KeepsTokens = keepTokens;
        Tokens = [];
        _own = own;
        if (keepTokens && context.TryPeek(Layers.Tokens, out object? words))
        {
            var kept = new KeptTokens(context.Text, ((TokenList)words).Span, splitHyphens);
            Tokens = kept.Tokens;
            Layout = Layout with { Blocks = kept.Renumber(Layout.Blocks) };
            Sentences = kept.Renumber(Sentences);
            Entities = kept.Renumber(Entities);
        }
    }

    /// <summary>The article as given; all spans count in its text.</summary>
    public Article Article { get; }

    /// <summary>When it was published: as the caller said, otherwise as the page tells, otherwise null.</summary>
    public PublicationTime? Published { get; }

    /// <summary>When it was last updated, as the page tells, or null.</summary>
    public PublicationTime? Updated => Layout.Updated?.Time;

    /// <summary>Blocks and furniture.</summary>
    public ArticleLayout Layout { get; }

    /// <summary>Sentences in text order.</summary>
    public ImmutableArray<Sentence> Sentences { get; }

    /// <summary>
    /// Tokens in text order, hyphenated words split unless <see cref="TokenOptions.SplitHyphens"/> says otherwise; empty unless <see cref="ExtractionOptions.KeepTokens"/>.
    /// Where they are kept, the indices of blocks, sentences and mentions count in them.
    /// </summary>
    public ImmutableArray<Token> Tokens { get; }

    /// <summary>Date and time expressions in text order.</summary>
    public ImmutableArray<DateExpression> Dates { get; }

    /// <summary>Entities in order of first mention.</summary>
    public ImmutableArray<Entity> Entities { get; }

    /// <summary>Quotes in text order.</summary>
    public ImmutableArray<Quote> Quotes { get; }

    /// <summary>The annotated text of a span.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span does not lie inside the text.</exception>
    public string TextOf(TextSpan span) => span.Of(Article.Text);

    /// <summary>The entity of an id, or null.</summary>
    public Entity? FindEntity(string? id)
    {
        foreach (Entity entity in Entities)
        {
            if (entity.Id == id)
            {
                return entity;
            }
        }

        return null;
    }

    /// <summary>The value of a layer that a user's own stage gave.</summary>
    public bool TryGet<T>(Layer<T> layer, [MaybeNullWhen(false)] out T value)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(layer);
        if (_own.TryGetValue(layer, out object? found))
        {
            value = (T)found;
            return true;
        }

        value = default;
        return false;
    }

    /// <summary>Tells an article without tokens from a pipeline that does not keep them.</summary>
    internal bool KeepsTokens { get; }

    private static ImmutableArray<T> List<T>(ExtractionContext context, Layer<ImmutableArray<T>> layer) =>
        context.TryPeek(layer, out object? value) ? (ImmutableArray<T>)value : [];
}
