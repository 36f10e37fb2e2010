using System.CommandLine;
using System.CommandLine.Parsing;

namespace Extraction.Tool;

/// <summary>What the commands have in common: inputs, their date, and how a run ends.</summary>
internal static class CommonOptions
{
    public static Argument<string[]> Inputs()
    {
        var inputs = new Argument<string[]>("INPUT")
        {
            Arity = ArgumentArity.ZeroOrMore,
            Description = "Text files (one article each), .jsonl or .jsonl.gz files (one article a line), folders, globs, or - for standard input.",
        };
        inputs.Validators.Add(NoOptions);
        return inputs;
    }

    public static Option<InputKind> InputFormat() => new("--input-format")
    {
        Description = "How to cut standard input: auto (the default: JSON Lines where it begins with '{'), text, jsonl.",
        HelpName = "auto|text|jsonl",
        CustomParser = result => Choice(result, ("auto", InputKind.Unknown), ("text", InputKind.Text), ("jsonl", InputKind.JsonLines)),
    };

    public static Option<PublicationTime?> Published() => new("--published")
    {
        Description = "Publication date of inputs that carry none: 2022-02-25, 2022-02-25T06:53+05:30.",
        HelpName = "DATE",
        CustomParser = ParsePublished,
    };

    public static IReadOnlyList<InputFile> Files(ParseResult parse, Argument<string[]> inputs, Option<InputKind> inputFormat, Surroundings surroundings)
    {
        string[] arguments = parse.GetValue(inputs) ?? [];
        return InputFinder.Find(arguments.Length == 0 && surroundings.InputIsRedirected ? [InputFile.StandardInput] : arguments, parse.GetValue(inputFormat));
    }

    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(ExtractSettings settings, Surroundings surroundings, CancellationToken cancellationToken)
    {
        string? mistake = Mistake(settings);
        try
        {
            if (mistake is null)
            {
                return await new ExtractRun(settings, surroundings).RunAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is ArgumentException or IOException or UnauthorizedAccessException)
        {
            mistake = e.Message;
        }

        await surroundings.Error.WriteLineAsync($"extraction: {mistake}").ConfigureAwait(false);
        return ExitCode.WrongCall;
    }

    public static T Choice<T>(ArgumentResult result, params (string Name, T Value)[] choices)
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

    private static PublicationTime? ParsePublished(ArgumentResult result)
    {
        if (PublicationTime.TryParse(result.Tokens[0].Value, out PublicationTime time))
        {
            return time;
        }

        result.AddError($"'{result.Tokens[0].Value}' is no date: write 2022-02-25 or 2022-02-25T06:53+05:30");
        return null;
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
