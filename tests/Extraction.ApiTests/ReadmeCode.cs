using Microsoft.Extensions.DependencyInjection;

namespace Extraction.ApiTests;

/// <summary>
/// The README's code, so that the compiler reads it too. Between two markers stands a block of the README word for word; <see cref="ReadmeTests"/> compares them.
/// What a block takes for granted (articles, a model, where results go) stands around it.
/// </summary>
internal static class ReadmeCode
{
    public static void First(string folder)
    {
        Directory.SetCurrentDirectory(folder);
        // <readme>
        ExtractionPipeline pipeline = ExtractionPipeline.CreateDefault();       // build once, share between threads
        ExtractionResult result = pipeline.Extract(File.ReadAllText("article.txt"));

        Console.WriteLine($"Published {result.Published}");
        foreach (DateExpression date in result.Dates)
            Console.WriteLine($"'{result.TextOf(date.Span)}' is {date.Value}");
        foreach (Entity entity in result.Entities)
            Console.WriteLine($"{entity.Name} ({entity.Type}), {string.Join(", ", entity.Roles)}");
        foreach (Quote quote in result.Quotes)
            Console.WriteLine($"{result.FindEntity(quote.Speaker?.EntityId)?.Name ?? "Somebody"}: {result.TextOf(quote.Span)}");
        // </readme>
    }

    public static void WithDate(ExtractionPipeline pipeline, string text)
    {
        // <readme>
        pipeline.Extract(new Article(text) { Id = "4711", Published = new DateOnly(2022, 2, 25) });
        // </readme>
    }

    public static async Task ManyAsync(ExtractionPipeline pipeline, IEnumerable<Article> articles, CancellationToken cancellationToken)
    {
        // <readme>
        await foreach (BatchOutcome<ExtractionResult> outcome in pipeline.ExtractManyAsync(articles, new BatchOptions(), cancellationToken))
        {
            if (outcome.IsSuccess) Save(outcome.Id, outcome.Result);
            else Log(outcome.Position, outcome.Id, outcome.Error);
        }
        // </readme>

        static void Save(string? id, ExtractionResult result) => Console.WriteLine($"{id}: {result.Quotes.Length}");
        static void Log(long position, string? id, Exception error) => Console.WriteLine($"{position} {id}: {error.Message}");
    }

    public static void WithStage(MyModel model)
    {
        // <readme>
        ExtractionPipeline pipeline = new ExtractionPipelineBuilder().AddDefaults().Replace(StageNames.Entities, new MyRecognizer(model)).Build();
        Console.WriteLine(pipeline.Describe());     // stages, needs and gifts as a table
        // </readme>
    }

    public static void WithServices(IServiceCollection services)
    {
        // <readme>
        services.AddExtraction(options => options.MaxTextLength = 1_000_000).ReplaceStage<MyRecognizer>(StageNames.Entities);
        services.AddKeyedExtraction("dates only").ConfigurePipeline(b => b.Remove(StageNames.Speakers).Remove(StageNames.Quotes));
        // </readme>
    }

    /// <summary>Somebody's model.</summary>
    internal sealed class MyModel
    {
        public IEnumerable<(int Start, int End, float Score)> Find(string text) => text.Length < 5 ? [] : [(0, 5, 0.9f)];
    }

    // The README leaves the accessibility out, as a program's own file may.
#pragma warning disable IDE0040
    // <readme>
    sealed class MyRecognizer(MyModel model) : IExtractionStage
    {
        public StageContract Contract { get; } = StageContract.Named(StageNames.Entities).Needs(Layers.Tokens).Gives(Layers.Mentions);

        public void Run(ExtractionContext context) =>
            context.Set(Layers.Mentions, [.. model.Find(context.Text).Select(x => new Mention(
                new TextSpan(x.Start, x.End), MentionKind.Name, EntityType.Organization, x.Score,
                context.Get(Layers.Tokens).FirstAtOrAfter(x.Start), context.Get(Layers.Tokens).FirstAtOrAfter(x.End)))]);
    }
    // </readme>
#pragma warning restore IDE0040
}
