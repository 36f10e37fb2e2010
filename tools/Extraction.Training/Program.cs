using System.CommandLine;
using Extraction.Training;
using Extraction.Training.Clusters;
using Extraction.Training.Entities;
using Extraction.Training.Layout;
using Extraction.Training.Linking;
using Extraction.Training.Quotes;
using Extraction.Training.Sentences;

// One command a model. Each lives in its own folder and reads its data from paths given as arguments; nothing in the repository needs the data.
var root = new RootCommand("Trains the models that the library embeds. Every command is deterministic: the same data and seed give the same bytes.");
root.Subcommands.Add(ClusterCommand.Create());
root.Subcommands.Add(EntityCommands.Create());
root.Subcommands.Add(LexiconCommand.Create());
root.Subcommands.Add(TrainQuotesCommand.Create());
root.Subcommands.Add(TrainSentencesCommand.Create());
root.Subcommands.Add(TrainSpeakersCommand.Create());
root.Subcommands.Add(LayoutCommand.Create());
root.Subcommands.Add(UnpackCommand.Create());
return root.Parse(args).Invoke();
