using System.CommandLine;
using System.CommandLine.Parsing;
using Extraction.Tool;

var root = new RootCommand("Turns the raw text of English news articles into typed results.");
root.Subcommands.Add(ExtractCommand.Create());

// A file whose name begins with '@' is an input, not a list of arguments.
ParseResult parse = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
if (parse.Errors.Count > 0)
{
    foreach (ParseError error in parse.Errors)
    {
        Console.Error.WriteLine($"extraction: {error.Message}");
    }

    return ExitCode.WrongCall;
}

return await parse.InvokeAsync().ConfigureAwait(false);
