namespace Extraction;

/// <summary>Reads the structure of a page (blocks, furniture, publication time) in one call, without building a pipeline.</summary>
/// <threadsafety>Immutable; safe from any thread.</threadsafety>
public sealed class LayoutReader
{
    private readonly ExtractionPipeline _pipeline;

    /// <summary>A reader with default options.</summary>
    public LayoutReader()
        : this(new LayoutOptions())
    {
    }

    /// <summary>A reader with the given options, which it copies.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    public LayoutReader(LayoutOptions options) => _pipeline = new ExtractionPipelineBuilder().AddTokens().AddLayout(options).Build();

    /// <summary>The layout of a page.</summary>
    /// <param name="text">Any text; spans count in it.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public ArticleLayout Read(string text) => _pipeline.Extract(text).Layout;
}
