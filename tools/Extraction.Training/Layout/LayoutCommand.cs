using System.CommandLine;
using System.Text.Json;

namespace Extraction.Training.Layout;

/// <summary><c>layout DATA... --out layout.bin</c>: trains the line labeller.</summary>
internal static class LayoutCommand
{
    public static Command Create()
    {
        var data = new Argument<FileInfo[]>("data") { Description = "Pages with blocks: JSON Lines, or .txt with inline marks.", Arity = ArgumentArity.OneOrMore };
        var output = new Option<FileInfo>("--out") { Description = "Model file to write.", Required = true };
        var command = new Command("layout", "Trains the layout's line labeller (layout.bin).") { data, output };
        command.SetAction(parse => Run(parse.GetRequiredValue(data), parse.GetRequiredValue(output)));
        return command;
    }

    private static int Run(FileInfo[] data, FileInfo output)
    {
        LayoutPage[] pages = [.. data.SelectMany(f => LayoutPages.Read(f.FullName))];
        var variants = new LayoutVariants(pages);
        var trainer = new LayoutTrainer();
        trainer.Add(pages.Select(p => variants.Of(p)));
        Console.Error.WriteLine($"{pages.Length} pages, {trainer.UnitCount} units with variants, {trainer.FeatureCount} features");
        trainer.Train(Console.Error);
        string header = JsonSerializer.Serialize(new { name = "layout", version = 1, corpora = data.Select(f => f.Name), pages = pages.Length });
        trainer.Save(output.FullName, header);
        Console.Error.WriteLine($"{output.Length:N0} bytes");
        return 0;
    }
}
