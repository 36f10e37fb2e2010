using Extraction.Tool;

return await CommandLine.RunAsync(args, Surroundings.OfProcess()).ConfigureAwait(false);
