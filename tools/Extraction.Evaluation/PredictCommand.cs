using System.CommandLine;
using System.Diagnostics;
using Extraction.Corpora;

namespace Extraction.Evaluation;

/// <summary><c>predict GOLD OUT</c>: runs the default pipeline over an annotated corpus and writes results as JSON Lines, tokens included.</summary>
internal static class PredictCommand
{
    public static Command Create()
    {
        var gold = new Argument<FileInfo>("gold") { Description = "Annotated corpus, JSON Lines, plain or gzipped." };
        var output = new Argument<FileInfo>("out") { Description = "Where the results go." };
        var dct = new Option<bool>("--no-dct") { Description = "Do not hand over the document's date." };
        var command = new Command("predict", "Runs the pipeline over a corpus and writes its results.") { gold, output, dct };
        command.SetAction(parse => Run(parse.GetRequiredValue(gold), parse.GetRequiredValue(output), parse.GetValue(dct)));
        return command;
    }

    private static int Run(FileInfo gold, FileInfo output, bool noDct)
    {
        ExtractionPipeline pipeline = new ExtractionPipelineBuilder().AddDefaults(new ExtractionOptions { KeepTokens = true }).Build();
        using FileStream file = File.Create(output.FullName);
        var watch = new Stopwatch();
        long characters = 0;
        foreach (CorpusDocument document in Corpus.Read(gold.FullName))
        {
            var article = new Article(document.Text)
            {
                Id = document.Id,
                Published = !noDct && PublicationTime.TryParse(document.Dct, out PublicationTime time) ? time : null,
            };
            watch.Start();
            ExtractionResult result = pipeline.Extract(article);
            watch.Stop();
            characters += document.Text.Length;
            file.Write(ResultJson.ToUtf8Line(result));
            file.WriteByte((byte)'\n');
        }

        Console.Error.WriteLine($"{characters / 5.8 / watch.Elapsed.TotalSeconds:N0} words/s ({characters:N0} characters in {watch.Elapsed.TotalMilliseconds:N0} ms)");
        return 0;
    }
}
