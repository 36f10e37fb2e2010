using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using Extraction.Corpora;
using Extraction.Training.Sequences;

namespace Extraction.Training.Entities;

/// <summary><c>entities train|evaluate|calibrate|label|speed</c>.</summary>
internal static class EntityCommands
{
    public static Command Create()
    {
        var command = new Command("entities", "The recogniser of names.");
        command.Subcommands.Add(Train());
        command.Subcommands.Add(Evaluate());
        command.Subcommands.Add(Calibrate());
        command.Subcommands.Add(SilverLabels.Command());
        command.Subcommands.Add(Speed());
        return command;
    }

    private static Command Train()
    {
        var data = new Option<string>("--data") { Description = "Folder of the corpora.", DefaultValueFactory = _ => "../shared/data" };
        var output = new Option<string>("--out") { DefaultValueFactory = _ => "src/Extraction/Models/Resources/entities.bin" };
        var clusters = new Option<string?>("--clusters") { Description = "Word clusters, as the command 'clusters' writes them." };
        var silver = new Option<string?>("--silver") { Description = "Open text labelled by an earlier model, as the command 'entities label' writes it." };
        var list = new Option<string>("--list") { DefaultValueFactory = _ => "tools/Extraction.Training/Entities/corpora.tsv" };
        var own = new Option<string>("--own-lists") { DefaultValueFactory = _ => "tools/Extraction.Training/Gazetteers/data" };
        var without = new Option<string[]>("--without") { Description = "Corpora to leave out.", AllowMultipleArgumentsPerToken = true };
        var epochs = new Option<int>("--epochs") { DefaultValueFactory = _ => new TrainingOptions().Epochs };
        var rate = new Option<float>("--rate") { DefaultValueFactory = _ => new TrainingOptions().Rate };
        var dropout = new Option<float>("--dropout") { DefaultValueFactory = _ => new TrainingOptions().Dropout };
        var prune = new Option<float>("--prune") { DefaultValueFactory = _ => new TrainingOptions().Prune };
        var minimum = new Option<int>("--minimum") { DefaultValueFactory = _ => new TrainingOptions().MinimumCount };
        var blindness = new Option<float>("--blindness") { DefaultValueFactory = _ => new TrainingOptions().Blindness };
        var averageAfter = new Option<int>("--average-after") { DefaultValueFactory = _ => new TrainingOptions().AverageAfter };
        var runs = new Option<int>("--runs") { DefaultValueFactory = _ => new TrainingOptions().Runs };
        var noGazetteers = new Option<bool>("--no-gazetteers");
        var noEvidence = new Option<bool>("--no-evidence");
        var second = new Option<bool>("--second") { Description = "Train the second pass too (three more models)." };
        var recase = new Option<int>("--recase-every") { DefaultValueFactory = _ => 3 };
        var command = new Command("train", "Trains entities.bin.") { data, output, clusters, silver, list, own, without, epochs, rate, dropout, prune, minimum, noGazetteers, noEvidence, recase, second, blindness, averageAfter, runs };
        command.SetAction(p =>
        {
            var options = new EntityTrainerOptions
            {
                Data = p.GetRequiredValue(data),
                List = p.GetRequiredValue(list),
                OwnLists = p.GetRequiredValue(own),
                Clusters = p.GetValue(clusters),
                Silver = p.GetValue(silver),
                Without = p.GetValue(without) ?? [],
                WithoutGazetteers = p.GetValue(noGazetteers),
                WithoutEvidence = p.GetValue(noEvidence),
                WithSecondPass = p.GetValue(second),
                RecaseEvery = p.GetValue(recase),
                Training = new TrainingOptions { Epochs = p.GetValue(epochs), Rate = p.GetValue(rate), Dropout = p.GetValue(dropout), Prune = p.GetValue(prune), MinimumCount = p.GetValue(minimum), Blindness = p.GetValue(blindness), AverageAfter = p.GetValue(averageAfter), Runs = p.GetValue(runs) },
            };
            new EntityTrainer(options, Console.Error.WriteLine).Run(p.GetRequiredValue(output));
        });
        return command;
    }

    private static Command Speed()
    {
        var file = new Argument<string>("file");
        var command = new Command("speed", "CPU time of the stage 'entities' (features, decoding, both passes), tokens and sentences taken off.") { file };
        command.SetAction(p =>
        {
            string[] texts = [.. Corpus.Read(p.GetRequiredValue(file)).Select(d => d.Text)];
            ExtractionPipeline without = new ExtractionPipelineBuilder().AddTokens().AddSentences().Build();
            ExtractionPipeline with = new ExtractionPipelineBuilder().AddTokens().AddSentences().AddEntities().Build();
            var tokens = new TokenList();
            long count = 0;
            foreach (string text in texts)
            {
                Tokenizer.ReadWords(text, tokens);
                count += tokens.Count;
            }

            double best = double.MaxValue;
            for (int round = 0; round < 4; round++)
            {
                best = Math.Min(best, Cpu(with, texts) - Cpu(without, texts));
            }

            double open = double.MaxValue;
            for (int round = 0; round < 5; round++)
            {
                using Process process = Process.GetCurrentProcess();
                TimeSpan before = process.TotalProcessorTime;
                _ = new EntityModel(ModelFile.OpenEmbedded(EntityModel.Resource));
                process.Refresh();
                open = Math.Min(open, (process.TotalProcessorTime - before).TotalMilliseconds);
            }

            Console.WriteLine($"the model opens in {open:F0} ms of CPU");
            Console.WriteLine($"{count} tokens, {count / best / 1000:F0}k tokens per CPU second");
        });
        return command;
    }

    private static double Cpu(ExtractionPipeline pipeline, string[] texts)
    {
        using Process process = Process.GetCurrentProcess();
        TimeSpan before = process.TotalProcessorTime;
        foreach (string text in texts)
        {
            pipeline.Extract(new Article(text));
        }

        process.Refresh();
        return (process.TotalProcessorTime - before).TotalSeconds;
    }

    private static Command Calibrate()
    {
        var model = new Argument<string>("model");
        var files = new Argument<string[]>("files") { Description = "Fully annotated development sets." };
        var output = new Option<string>("--out") { Required = true };
        var command = new Command("calibrate", "Writes a model's reliability table, measured on development sets, into it.") { model, files, output };
        command.SetAction(p => Calibration.Run(p.GetRequiredValue(model), p.GetRequiredValue(files), p.GetRequiredValue(output), Console.Error.WriteLine));
        return command;
    }

    private static Command Evaluate()
    {
        var model = new Argument<string>("model");
        var files = new Argument<string[]>("files");
        var output = new Option<string?>("--out") { Description = "Folder for predictions, one file a corpus." };
        var onePass = new Option<bool>("--one-pass") { Description = "Without the second pass." };
        var minimum = new Option<float>("--minimum") { Description = "Names of less confidence are left out." };
        var command = new Command("evaluate", "Scores a model on annotated corpora, each line a paragraph.") { model, files, output, onePass, minimum };
        command.SetAction(p =>
        {
            var reader = new DocumentReader(new EntityModel(EntityTrainer.Open(p.GetRequiredValue(model))));
            foreach (string file in p.GetRequiredValue(files))
            {
                Score(reader, file, p.GetValue(output), p.GetValue(onePass), p.GetValue(minimum));
            }
        });
        return command;
    }

    private static void Score(DocumentReader reader, string file, string? folder, bool onePass, float minimum)
    {
        var score = new EntityScore();
        var watch = new Stopwatch();
        long pieces = 0;
        string name = Path.GetFileName(file).Split('.')[0];
        using StreamWriter? predictions = folder is null ? null : new StreamWriter(Path.Combine(folder, name + ".jsonl"));
        foreach (CorpusDocument document in Corpus.Read(file))
        {
            reader.Read(document.Text);
            EntityScratch scratch = reader.Scratch;
            watch.Start();
            if (onePass)
            {
                reader.Recognizer.FirstPass(document.Text, scratch, CancellationToken.None);
            }
            else
            {
                reader.Recognizer.Recognize(document.Text, scratch, CancellationToken.None);
            }

            watch.Stop();
            scratch.Found.RemoveAll(f => f.Type == EntityLabels.Misc || reader.Recognizer.Model.Calibrate(f.Support) < minimum);
            pieces += scratch.Count;
            List<(int, int, string Type)> found = [.. scratch.Found.Select(f => (scratch.Pieces[f.First].Start, scratch.Pieces[f.End - 1].End, Scheme.NameOf(f.Type)))];
            score.Add(document.Entities.Select(e => (e.Span.Start, e.Span.End, e.Type)), found);
            predictions?.WriteLine(JsonSerializer.Serialize(new { id = document.Id, entities = scratch.Found.Select(f => new { start = scratch.Pieces[f.First].Start, end = scratch.Pieces[f.End - 1].End, type = Scheme.NameOf(f.Type), p = f.Probability }) }));
        }

        Console.WriteLine($"{name,-28} {score}  {pieces / watch.Elapsed.TotalSeconds / 1000:F0}k pieces/s");
    }
}
