#!/usr/bin/env dotnet
// One file, no project: dotnet run samples/quickstart.cs -- article.txt
// File-based programs are compiled ahead of time by default, which needs a native compiler; this one does without.
#:package Extraction@0.1.0
#:property PublishAot=false

using Extraction;

ExtractionResult result = ExtractionPipeline.CreateDefault().Extract(File.ReadAllText(args[0]));
Console.WriteLine($"Published {result.Published}");
foreach (Quote quote in result.Quotes)
{
    Console.WriteLine($"{result.FindEntity(quote.Speaker?.EntityId)?.Name ?? "Somebody"}: {result.TextOf(quote.Span)}");
}
