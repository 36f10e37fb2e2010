namespace Extraction.Tool;

/// <summary>All that a command sees of the process it runs in, so that tests can run it in theirs.</summary>
internal sealed record Surroundings
{
    public required Func<Stream> Input { get; init; }

    public required Func<Stream> Output { get; init; }

    public required TextWriter Error { get; init; }

    /// <summary>Standard input is a file or a pipe.</summary>
    public bool InputIsRedirected { get; init; } = true;

    public bool OutputIsTerminal { get; init; }

    public bool ErrorIsTerminal { get; init; }

    /// <summary>Columns of the text view.</summary>
    public int Width { get; init; } = 120;

    /// <summary>Reads an environment variable.</summary>
    public Func<string, string?> Variable { get; init; } = _ => null;

    /// <summary>Whether results on standard output are coloured (see no-color.org).</summary>
    public bool Colour => OutputIsTerminal && string.IsNullOrEmpty(Variable("NO_COLOR")) && Variable("TERM") != "dumb";

    public static Surroundings OfProcess() => new()
    {
        Input = Console.OpenStandardInput,
        Output = Console.OpenStandardOutput,
        Error = Console.Error,
        InputIsRedirected = Console.IsInputRedirected,
        OutputIsTerminal = !Console.IsOutputRedirected,
        ErrorIsTerminal = !Console.IsErrorRedirected,
        Width = Console.IsOutputRedirected ? 120 : Math.Max(40, Console.WindowWidth),
        Variable = Environment.GetEnvironmentVariable,
    };
}
