using Extraction;
using Extraction.Sample.DependencyInjection;
using Microsoft.Extensions.DependencyInjection;

var services = new ServiceCollection();
services.AddSingleton(new ProductCatalogue(["Widget 3000", "Gadget"]));
services.AddExtraction(options => options.MaxTextLength = 1_000_000)
    .ReplaceStage<ProductRecognizer>(StageNames.Entities);

using ServiceProvider provider = services.BuildServiceProvider();
ExtractionPipeline pipeline = provider.GetRequiredService<ExtractionPipeline>();

Console.WriteLine(pipeline.Describe());
ExtractionResult result = pipeline.Extract("The Widget 3000 goes on sale on Monday. \"Better than the Gadget,\" said its maker. The Widget 3000 costs 20 euros.");
foreach (Entity entity in result.Entities)
{
    Console.WriteLine($"{entity.Name} ({entity.Type}): {string.Join(", ", entity.Mentions.Select(m => m.Span))}");
}
