namespace Extraction;

/// <summary>
/// A stage of a pipeline: reads some layers of an article's annotation and gives others. The library's own stages are made of nothing else.
/// </summary>
/// <threadsafety>One stage object serves many articles on many threads at once: keep it immutable and put what one run needs into <see cref="ExtractionContext.Scratch{T}"/>.</threadsafety>
public interface IExtractionStage
{
    /// <summary>Name, needs and gifts, checked when the pipeline is built. The same on every call.</summary>
    StageContract Contract { get; }

    /// <summary>Annotates one article. Must not throw for what the text is; must honour <see cref="ExtractionContext.CancellationToken"/> in long loops.</summary>
    void Run(ExtractionContext context);
}
