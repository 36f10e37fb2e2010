using System.Runtime.CompilerServices;

namespace Extraction;

/// <summary>Runs a pipeline over many articles: one outcome for each, in the order of the input, on all cores, in bounded memory.</summary>
/// <remarks>
/// One failing article spoils no other: its outcome carries the exception. A failure of the input itself ends the batch after the outcomes of the articles
/// before it. A consumer that stops early stops the batch.
/// </remarks>
/// <threadsafety>Stateless; safe from any thread.</threadsafety>
public static class BatchExtensions
{
    /// <summary>Extracts from many articles with default options.</summary>
    /// <param name="pipeline">The pipeline.</param>
    /// <param name="articles">The input; read once, one article after the other.</param>
    /// <param name="cancellationToken">Stops the batch, also in the middle of an article.</param>
    /// <returns>One outcome for each article, in the order of the input.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="OperationCanceledException">While enumerating: the token was cancelled.</exception>
    public static IAsyncEnumerable<BatchOutcome<ExtractionResult>> ExtractManyAsync(
        this ExtractionPipeline pipeline, IAsyncEnumerable<Article> articles, CancellationToken cancellationToken) =>
        pipeline.ExtractManyAsync(articles, new BatchOptions(), cancellationToken);

    /// <summary>Extracts from many articles.</summary>
    /// <param name="pipeline">The pipeline.</param>
    /// <param name="articles">The input; read once, one article after the other.</param>
    /// <param name="options">Cores and memory.</param>
    /// <param name="cancellationToken">Stops the batch, also in the middle of an article.</param>
    /// <returns>One outcome for each article, in the order of the input.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="OperationCanceledException">While enumerating: the token was cancelled.</exception>
    public static IAsyncEnumerable<BatchOutcome<ExtractionResult>> ExtractManyAsync(
        this ExtractionPipeline pipeline, IAsyncEnumerable<Article> articles, BatchOptions options, CancellationToken cancellationToken) =>
        pipeline.ExtractManyAsync(articles, static article => article, static (_, result) => result, options, cancellationToken);

    /// <summary>Extracts from many articles that are at hand or can be read without waiting.</summary>
    /// <param name="pipeline">The pipeline.</param>
    /// <param name="articles">The input; read once, one article after the other.</param>
    /// <param name="options">Cores and memory.</param>
    /// <param name="cancellationToken">Stops the batch, also in the middle of an article.</param>
    /// <returns>One outcome for each article, in the order of the input.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="OperationCanceledException">While enumerating: the token was cancelled.</exception>
    public static IAsyncEnumerable<BatchOutcome<ExtractionResult>> ExtractManyAsync(
        this ExtractionPipeline pipeline, IEnumerable<Article> articles, BatchOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(articles);
        return pipeline.ExtractManyAsync(Async(articles, CancellationToken.None), options, cancellationToken);
    }

    /// <summary>Extracts from many items of the caller's own, carrying each along: reading the item and work on its result happen on the workers' threads, on all cores.</summary>
    /// <typeparam name="TSource">The caller's own item: a row, a file, a line.</typeparam>
    /// <typeparam name="T">What is made of an item and its result.</typeparam>
    /// <param name="pipeline">The pipeline.</param>
    /// <param name="source">The input; read once, one item after the other.</param>
    /// <param name="toArticle">Makes the article of an item; called on several threads at once. What it throws is the item's failure.</param>
    /// <param name="project">Makes something of an item and its result; called on several threads at once. What it throws is the item's failure.</param>
    /// <param name="options">Cores and memory.</param>
    /// <param name="cancellationToken">Stops the batch, also in the middle of an article.</param>
    /// <returns>One outcome for each item, in the order of the input.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="OperationCanceledException">While enumerating: the token was cancelled.</exception>
    public static IAsyncEnumerable<BatchOutcome<T>> ExtractManyAsync<TSource, T>(
        this ExtractionPipeline pipeline,
        IAsyncEnumerable<TSource> source,
        Func<TSource, Article> toArticle,
        Func<TSource, ExtractionResult, T> project,
        BatchOptions options,
        CancellationToken cancellationToken)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(toArticle);
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(options);
        return new Batch<TSource, T>(pipeline, source, toArticle, project, options.MaxDegreeOfParallelism, options.MaxPending).RunAsync(cancellationToken);
    }

    private static async IAsyncEnumerable<Article> Async(IEnumerable<Article> articles, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (Article article in articles)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return article;
        }
    }
}
