using System.CommandLine;
using Extraction.Evaluation;
using Extraction.Evaluation.Phrases;

var root = new RootCommand("Measures the library on annotated corpora given by path.");
root.Subcommands.Add(PredictCommand.Create());
root.Subcommands.Add(SplitCommand.Create());
root.Subcommands.Add(ScoreCommand.Create());
root.Subcommands.Add(AllCommand.Create());
root.Subcommands.Add(LinkingCommand.Create());
root.Subcommands.Add(DatePhrasesCommand.Create());
return root.Parse(args).Invoke();
