using System.CommandLine;

namespace Extraction.Tool;

/// <summary><c>extraction explain</c>: what was found, and why.</summary>
internal static class ExplainCommand
{
    public static Command Create(Surroundings surroundings)
    {
        Argument<string[]> inputs = CommonOptions.Inputs();
        Option<InputKind> inputFormat = CommonOptions.InputFormat();
        Option<PublicationTime?> published = CommonOptions.Published();
        var command = new Command("explain", "Shows every block, date, entity and quote with the rule or reason behind it.") { inputs, inputFormat, published };
        command.SetAction((parse, cancellationToken) =>
        {
            var settings = new ExtractSettings
            {
                Files = CommonOptions.Files(parse, inputs, inputFormat, surroundings),
                Format = OutputFormat.Explanation,
                Published = parse.GetValue(published),
                Jobs = Environment.ProcessorCount,
                MaxLength = int.MaxValue,
            };
            return CommonOptions.RunAsync(settings, surroundings, cancellationToken);
        });
        return command;
    }
}
