using System.CommandLine;
using System.CommandLine.Parsing;

namespace Extraction.Tool;

/// <summary><c>extraction extract</c>: the command of the contract.</summary>
internal static class ExtractCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var inputs = new Argument<string[]>("INPUT")
        {
            Arity = ArgumentArity.ZeroOrMore,
            Description = "Text files (one article each), .jsonl or .jsonl.gz files (one article a line), folders, globs, or - for standard input.",
        };
        inputs.Validators.Add(NoOptions);
        var format = new Option<OutputFormat>("--format", "-f")
        {
            Description = "text (for people; the default), json (indented), jsonl (one result a line).",
            HelpName = "text|json|jsonl",
            CustomParser = ParseFormat,
        };
        var inputFormat = new Option<InputKind>("--input-format")
        {
            Description = "How to cut standard input: auto (the default: JSON Lines where it begins with '{'), text, jsonl.",
            HelpName = "auto|text|jsonl",
            CustomParser = ParseInputKind,
        };
        var output = new Option<string?>("--output", "-o")
        {
            Description = "A file, or a folder (existing, or ending in /) for one file for each input. Files appear when they are whole.",
            HelpName = "PATH",
        };
        var published = new Option<PublicationTime?>("--published")
        {
            Description = "Publication date of inputs that carry none: 2022-02-25, 2022-02-25T06:53+05:30.",
            HelpName = "DATE",
            CustomParser = ParsePublished,
        };
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
            string[] arguments = parse.GetValue(inputs) ?? [];
            if (arguments.Length == 0 && surroundings.InputIsRedirected)
            {
                arguments = [InputFile.StandardInput];
            }

            IReadOnlyList<InputFile> files = InputFinder.Find(arguments, parse.GetValue(inputFormat));
            var settings = new ExtractSettings
            {
                Files = files,
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
            if (Mistake(settings) is { } mistake)
            {
                return WrongCall(surroundings, mistake);
            }

            try
            {
                return await new ExtractRun(settings, surroundings).RunAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (e is ArgumentException or IOException or UnauthorizedAccessException)
            {
                return WrongCall(surroundings, e.Message);
            }
        });
        return command;
    }

    private static string? Mistake(ExtractSettings settings)
    {
        if (settings.Files.Count == 0)
        {
            return "no input: name files, folders or globs, or - for standard input";
        }

        if (settings.Files.All(f => f.Problem is not null))
        {
            return $"{settings.Files[0].Path}: {settings.Files[0].Problem}";
        }

        return settings.Resume && settings.Output is null ? "--resume needs --output" : null;
    }

    private static int WrongCall(Surroundings surroundings, string message)
    {
        surroundings.Error.WriteLine($"extraction: {message}");
        return ExitCode.WrongCall;
    }

    private static OutputFormat ParseFormat(ArgumentResult result) => Choice(result, ("text", OutputFormat.Text), ("json", OutputFormat.Json), ("jsonl", OutputFormat.Jsonl));

    private static InputKind ParseInputKind(ArgumentResult result) => Choice(result, ("auto", InputKind.Unknown), ("text", InputKind.Text), ("jsonl", InputKind.JsonLines));

    private static T Choice<T>(ArgumentResult result, params (string Name, T Value)[] choices)
    {
        string given = result.Tokens[0].Value;
        foreach ((string name, T value) in choices)
        {
            if (name == given)
            {
                return value;
            }
        }

        result.AddError($"'{given}' is none of {string.Join(", ", choices.Select(c => c.Name))}");
        return choices[0].Value;
    }

    private static PublicationTime? ParsePublished(ArgumentResult result)
    {
        if (PublicationTime.TryParse(result.Tokens[0].Value, out PublicationTime time))
        {
            return time;
        }

        result.AddError($"'{result.Tokens[0].Value}' is no date: write 2022-02-25 or 2022-02-25T06:53+05:30");
        return null;
    }

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

    // A misspelt option must not run as the name of a file that is not there.
    private static void NoOptions(ArgumentResult result)
    {
        foreach (string value in result.Tokens.Select(t => t.Value))
        {
            if (value.Length > 1 && value[0] == '-' && !File.Exists(value))
            {
                result.AddError($"there is no option '{value}'");
            }
        }
    }
}
