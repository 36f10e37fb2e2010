using System.CommandLine;
using System.Text.Json;

namespace Extraction.Training.Layout;

/// <summary><c>layout DATA... --out layout.bin</c>: trains the line labeller.</summary>
internal static class LayoutCommand
{
    /// <summary>Pages with made-up furniture for each page read.</summary>
    private const int Dresses = 5;

    public static Command Create()
    {
        var data = new Argument<FileInfo[]>("data") { Description = "Pages with blocks: JSON Lines, or .txt with inline marks.", Arity = ArgumentArity.OneOrMore };
        var output = new Option<FileInfo>("--out") { Description = "Model file to write.", Required = true };
        var folder = new Option<DirectoryInfo>("--furniture") { Description = "Folder of furniture.txt and slots.txt.", Required = true };
        var command = new Command("layout", "Trains the layout's line labeller (layout.bin).") { data, output, folder };
        command.SetAction(parse => Run(parse.GetRequiredValue(data), parse.GetRequiredValue(folder), parse.GetRequiredValue(output)));
        return command;
    }

    private static int Run(FileInfo[] data, DirectoryInfo slots, FileInfo output)
    {
        LayoutPage[] pages = [.. data.SelectMany(f => LayoutPages.Read(f.FullName))];
        var variants = new LayoutVariants(pages);
        var furniture = new LayoutFurniture(slots.FullName, pages);
        var trainer = new LayoutTrainer();
        trainer.Add(pages.Select(p => variants.Of(p).Concat(Enumerable.Range(0, Dresses).Select(_ => furniture.Dress(p)).OfType<LayoutPage>())));
        Console.Error.WriteLine($"{pages.Length} pages, {trainer.UnitCount} units with variants, {trainer.FeatureCount} features");
        trainer.Train(Console.Error);
        string header = JsonSerializer.Serialize(new { name = "layout", version = 1, corpora = data.Select(f => f.Name), pages = pages.Length });
        trainer.Save(output.FullName, header);
        Console.Error.WriteLine($"{output.Length:N0} bytes");
        return 0;
    }
}
