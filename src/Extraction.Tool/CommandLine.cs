using System.CommandLine;
using System.CommandLine.Parsing;

namespace Extraction.Tool;

/// <summary>The command <c>extraction</c> with its subcommands.</summary>
internal static class CommandLine
{
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] arguments, Surroundings surroundings)
    {
        var root = new RootCommand("Turns the raw text of English news articles into typed results.");
        root.Subcommands.Add(ExtractCommand.Create(surroundings));
        root.Subcommands.Add(ExplainCommand.Create(surroundings));

        // A file whose name begins with '@' is an input, not a list of arguments.
        ParseResult parse = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parse.Errors.Count > 0)
        {
            foreach (ParseError error in parse.Errors)
            {
                await surroundings.Error.WriteLineAsync($"extraction: {error.Message}").ConfigureAwait(false);
            }

            return ExitCode.WrongCall;
        }

        return await parse.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }).ConfigureAwait(false);
    }
}
