using System.CommandLine;
using System.Text.Json;

namespace Extraction.Training.Layout;

/// <summary><c>layout DATA... --out layout.bin</c>: trains the line labeller.</summary>
internal static class LayoutCommand
{
    /// <summary>Pages with made-up furniture for each page read.</summary>
    private const int Dresses = 5;
    private const int Folds = 5;

    /// <summary>Runs whose mean is the model.</summary>
    private const int Runs = 4;

    public static Command Create()
    {
        var data = new Argument<FileInfo[]>("data") { Description = "Pages with blocks: JSON Lines, or .txt with inline marks.", Arity = ArgumentArity.OneOrMore };
        var output = new Option<FileInfo>("--out") { Description = "Model file to write.", Required = true };
        var folder = new Option<DirectoryInfo>("--furniture") { Description = "Folder of furniture.txt and slots.txt.", Required = true };
        var development = new Option<FileInfo[]>("--development") { Description = "Annotated pages to score the model on; the first file's figure goes into its header.", AllowMultipleArgumentsPerToken = true };
        var errors = new Option<FileInfo?>("--errors") { Description = "Where the wrongly labelled lines go: page, kind, guess, text." };
        var folds = new Option<bool>("--folds") { Description = "First say how the project's own pages are labelled by models that were trained on the other four fifths." };
        var command = new Command("layout", "Trains the layout's line labeller (layout.bin).") { data, output, folder, development, errors, folds };
        command.SetAction(parse => Run(parse.GetRequiredValue(data), parse.GetRequiredValue(folder), parse.GetRequiredValue(output), parse.GetValue(development) ?? [], parse.GetValue(errors), parse.GetValue(folds)));
        return command;
    }

    private static int Run(FileInfo[] data, DirectoryInfo slots, FileInfo output, FileInfo[] development, FileInfo? errors, bool folds)
    {
        LayoutPage[] pages = [.. data.SelectMany(f => LayoutPages.Read(f.FullName))];
        List<string> wrong = folds ? Fold(pages, slots) : [];

        LayoutTrainer trainer = Train(pages, slots);
        double? percent = null;
        foreach (FileInfo file in development)
        {
            var score = new LayoutScore(trainer.ToModel());
            score.Add(Corpora.Corpus.Read(file.FullName));
            Report(file.Name, score);
            wrong.AddRange(score.Errors);
            percent ??= Math.Round(score.Percent, 2);
        }

        if (errors is not null)
        {
            File.WriteAllLines(errors.FullName, wrong);
        }

        string header = JsonSerializer.Serialize(new { name = "layout", version = 2, corpora = data.Select(f => f.Name), pages = pages.Length, development = development.FirstOrDefault()?.Name, linesRight = percent });
        trainer.Save(output.FullName, header);
        Console.Error.WriteLine($"{output.Length:N0} bytes");
        return 0;
    }

    private static LayoutTrainer Train(LayoutPage[] pages, DirectoryInfo slots)
    {
        var variants = new LayoutVariants(pages);
        var furniture = new LayoutFurniture(slots.FullName, pages);
        var pictures = new LayoutPictures(slots.FullName, pages);
        var examples = new LayoutExamples(pages.Select(p => variants.Of(p).Concat(Enumerable.Range(0, Dresses).Select(_ => furniture.Dress(p)).Append(pictures.Illustrate(p)).OfType<LayoutPage>())));
        Console.Error.WriteLine($"{pages.Length} pages, {examples.Pages.Sum(p => p.Kinds.Length)} units with variants, {examples.Keys.Count} features");
        LayoutTrainer[] runs = [.. Enumerable.Range(1, Runs).Select(seed => new LayoutTrainer(examples, seed))];
        Parallel.ForEach(runs, run => run.Train(Console.Error));
        return LayoutTrainer.Mean(runs);
    }

    private static List<string> Fold(LayoutPage[] pages, DirectoryInfo slots)
    {
        LayoutScore? own = null;
        LayoutScore? layoutOnly = null;
        for (int fold = 0; fold < Folds; fold++)
        {
            LayoutModel model = Train([.. pages.Where((_, i) => i % Folds != fold)], slots).ToModel();
            own = new LayoutScore(model, own);
            layoutOnly = new LayoutScore(model, layoutOnly);
            foreach (LayoutPage page in pages.Where((p, i) => i % Folds == fold && p.IsOwn))
            {
                (page.IsLayoutOnly ? layoutOnly : own).Add(page);
            }
        }

        Report("own pages in all layers, cross-validated", own!);
        Report("own pages of blocks alone, cross-validated", layoutOnly!);
        return [.. own!.Errors, .. layoutOnly!.Errors];
    }

    private static void Report(string what, LayoutScore score)
    {
        Console.Error.WriteLine($"{what}: {score.Percent:F2} % of {score.Lines} lines right");
        Console.Error.WriteLine("  " + string.Join(", ", score.Confusions.OrderByDescending(c => c.Value).Take(24).Select(c => $"{c.Key.Gold}>{c.Key.Guess} {c.Value}")));
    }
}
