using Extraction;

ExtractionPipeline pipeline = ExtractionPipeline.CreateDefault();       // build once, share between threads
string text = File.ReadAllText(args.Length > 0 ? args[0] : "seeds/000_c580fcef65a1d2e8.txt");
ExtractionResult result = pipeline.Extract(text);

Console.WriteLine($"Published {result.Published}");
foreach (DateExpression date in result.Dates)
{
    Console.WriteLine($"'{result.TextOf(date.Span)}' is {date.Value}");
}

foreach (Entity entity in result.Entities)
{
    Console.WriteLine($"{entity.Name} ({entity.Type}), {string.Join(", ", entity.Roles)}: {entity.Mentions.Length} mentions");
}

foreach (Quote quote in result.Quotes)
{
    Console.WriteLine($"{result.FindEntity(quote.Speaker?.EntityId)?.Name ?? "Somebody"}: {result.TextOf(quote.Span)}");
}
