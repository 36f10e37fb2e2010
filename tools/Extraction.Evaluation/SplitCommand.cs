using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using Extraction.Corpora;

namespace Extraction.Evaluation;

/// <summary><c>split GOLD OUT</c>: tokens and sentences of the text stages alone, with or without layout, as JSON Lines for score_tokens.py and score_sentences.py.</summary>
internal static class SplitCommand
{
    public static Command Create()
    {
        var gold = new Argument<FileInfo>("gold") { Description = "Annotated corpus, JSON Lines, plain or gzipped." };
        var output = new Argument<FileInfo>("out") { Description = "Where the results go." };
        var hyphens = new Option<bool>("--whole-hyphens") { Description = "Leave hyphenated words whole, as the models see them." };
        var quotations = new Option<bool>("--keep-quotations") { Description = "Keep each quotation in one sentence." };
        var layout = new Option<bool>("--layout") { Description = "Put the layout stage between tokens and sentences." };
        var command = new Command("split", "Tokens and sentences of the text stages alone.") { gold, output, hyphens, quotations, layout };
        command.SetAction(parse => Run(
            parse.GetRequiredValue(gold),
            parse.GetRequiredValue(output),
            !parse.GetValue(hyphens),
            new SentenceOptions { KeepQuotationsWhole = parse.GetValue(quotations) },
            parse.GetValue(layout)));
        return command;
    }

    private static int Run(FileInfo gold, FileInfo output, bool splitHyphens, SentenceOptions sentenceOptions, bool layout)
    {
        using var writer = new StreamWriter(output.FullName);
        ExtractionPipelineBuilder builder = new ExtractionPipelineBuilder { KeepTokens = true, SplitHyphens = splitHyphens }.AddTokens();
        ExtractionPipeline pipeline = (layout ? builder.AddLayout() : builder).AddSentences(sentenceOptions).Build();
        foreach (CorpusDocument document in Corpus.Read(gold.FullName))
        {
            ExtractionResult result = pipeline.Extract(document.Text);
            writer.WriteLine(JsonSerializer.Serialize(new
            {
                id = document.Id,
                tokens = result.Tokens.Select(t => new[] { t.Start, t.End }),
                sentences = result.Sentences.Select(s => new[] { s.Span.Start, s.Span.End }),
            }));
        }

        return 0;
    }
}
