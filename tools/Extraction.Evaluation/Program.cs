using System.CommandLine;
using Extraction.Evaluation;

var root = new RootCommand("Measures the library on annotated corpora given by path.");
root.Subcommands.Add(PredictCommand.Create());
root.Subcommands.Add(SplitCommand.Create());
return root.Parse(args).Invoke();
