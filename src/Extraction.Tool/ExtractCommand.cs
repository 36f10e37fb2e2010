using System.CommandLine;
using System.CommandLine.Parsing;

namespace Extraction.Tool;

/// <summary><c>extraction extract</c>: the command of the contract.</summary>
internal static class ExtractCommand
{
    public static Command Create(Surroundings surroundings)
    {
        Argument<string[]> inputs = CommonOptions.Inputs();
        var format = new Option<OutputFormat>("--format", "-f")
        {
            Description = "text (for people; the default), json (indented), jsonl (one result a line).",
            HelpName = "text|json|jsonl",
            CustomParser = ParseFormat,
        };
        Option<InputKind> inputFormat = CommonOptions.InputFormat();
        var output = new Option<string?>("--output", "-o")
        {
            Description = "A file, or a folder (existing, or ending in /) for one file for each input. Files appear when they are whole.",
            HelpName = "PATH",
        };
        Option<PublicationTime?> published = CommonOptions.Published();
        var jobs = new Option<int?>("--jobs", "-j")
        {
            Description = "Articles worked on at the same time; the number of processors by default.",
            HelpName = "N",
        };
        jobs.Validators.Add(result => AtLeastOne(result, jobs));
        var maxLength = new Option<int?>("--max-length")
        {
            Description = "Longest article accepted, in UTF-16 code units; a longer one becomes an error. No limit by default.",
            HelpName = "N",
        };
        maxLength.Validators.Add(result => AtLeastOne(result, maxLength));
        var tokens = new Option<bool>("--tokens") { Description = "Write tokens, too." };
        var progress = new Option<bool>("--progress") { Description = "Progress and summary on standard error even where that is no terminal." };
        var shard = new Option<Shard?>("--shard")
        {
            Description = "Only share i of n, counted from 0; auto/n takes i from Slurm, Kubernetes or AWS Batch.",
            HelpName = "i/n",
            CustomParser = result => ParseShard(result, surroundings),
        };
        var resume = new Option<bool>("--resume") { Description = "Keep what an earlier, possibly killed run of the same call has written to --output, and do the rest." };

        var command = new Command("extract", "Extracts layout, dates, entities and quotes from news articles.")
        {
            inputs, format, inputFormat, output, published, jobs, maxLength, tokens, progress, shard, resume,
        };
        command.SetAction(async (parse, cancellationToken) =>
        {
            var settings = new ExtractSettings
            {
                Files = CommonOptions.Files(parse, inputs, inputFormat, surroundings),
                Format = parse.GetValue(format),
                Output = parse.GetValue(output),
                Published = parse.GetValue(published),
                Jobs = parse.GetValue(jobs) ?? Environment.ProcessorCount,
                MaxLength = parse.GetValue(maxLength) ?? int.MaxValue,
                Tokens = parse.GetValue(tokens),
                Progress = parse.GetValue(progress),
                Shard = parse.GetValue(shard),
                Resume = parse.GetValue(resume),
            };
            return await CommonOptions.RunAsync(settings, surroundings, cancellationToken).ConfigureAwait(false);
        });
        return command;
    }

    private static OutputFormat ParseFormat(ArgumentResult result) => CommonOptions.Choice(result, ("text", OutputFormat.Text), ("json", OutputFormat.Json), ("jsonl", OutputFormat.Jsonl));

    private static Shard? ParseShard(ArgumentResult result, Surroundings surroundings)
    {
        if (Shard.TryParse(result.Tokens[0].Value, surroundings.Variable, out Shard shard, out string? error))
        {
            return shard;
        }

        result.AddError(error!);
        return null;
    }

    private static void AtLeastOne(OptionResult result, Option<int?> option)
    {
        if (!result.Errors.Any() && result.GetValueOrDefault<int?>() < 1)
        {
            result.AddError($"{option.Name} must be at least 1");
        }
    }
}
