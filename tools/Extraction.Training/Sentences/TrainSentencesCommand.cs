using System.CommandLine;
using System.Globalization;

namespace Extraction.Training.Sentences;

/// <summary><c>sentences DATA OUT</c>: trains the sentence boundary model on the corpora that its data list names.</summary>
internal static class TrainSentencesCommand
{
    public static Command Create()
    {
        var data = new Argument<DirectoryInfo>("data") { Description = "Folder with the sentence corpora (masc-other-train.jsonl.gz, gum-train.jsonl.gz)." };
        var output = new Argument<FileInfo>("out") { Description = "The model file, such as src/Extraction/Models/Resources/sentences.bin." };
        var threshold = new Option<double>("--threshold") { Description = "Least probability of a boundary.", DefaultValueFactory = _ => BoundaryTrainer.DefaultThreshold };
        var command = new Command("sentences", "Trains the sentence boundary model.") { data, output, threshold };
        command.SetAction(parse => Run(parse.GetRequiredValue(data), parse.GetRequiredValue(output), parse.GetValue(threshold)));
        return command;
    }

    private static int Run(DirectoryInfo data, FileInfo output, double threshold)
    {
        var trainer = new BoundaryTrainer();
        foreach (SentenceCorpus corpus in SentenceCorpus.All)
        {
            foreach ((string text, IReadOnlyList<TextSpan> sentences) in corpus.Read(data.FullName))
            {
                trainer.Add(text, sentences);
            }
        }

        Console.Error.WriteLine($"{trainer.Examples:N0} candidates, {trainer.Boundaries:N0} of them boundaries");
        BoundaryTrainer.Result result = trainer.Train(message => Console.Error.WriteLine(message));
        int least = BoundaryTrainer.Quantize(Math.Log(threshold / (1 - threshold)));
        string corpora = string.Join(',', SentenceCorpus.All.Select(c => $"\"{c.Name}\""));
        string scores = '{' + string.Join(',', DevelopmentScore.All(data.FullName, new BoundaryModel(result.Weights, least)).Select(s => string.Create(CultureInfo.InvariantCulture, $"\"{s.Set}\":{s.F1:F2}"))) + '}';
        Console.Error.WriteLine($"sentence F1: {scores}");
        ModelFile.Writer writer = new($$"""{"name":"sentences","version":1,"corpora":[{{corpora}}],"candidates":{{trainer.Examples}},"weights":{{result.NonZero}},"sentenceF1":{{scores}}}""");
        writer.Add<short>(BoundaryModel.WeightsSection, result.Weights);
        writer.Add<int>(BoundaryModel.SettingsSection, [least]);
        writer.Save(output.FullName, compress: false);
        Console.Error.WriteLine($"{result.NonZero:N0} weights, {new FileInfo(output.FullName).Length:N0} bytes");
        return 0;
    }
}
