using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Extraction.Evaluation;

/// <summary><c>all --data DIR</c>: every development set and target in one table, on the screen and as Markdown.</summary>
internal static class AllCommand
{
    public static Command Create()
    {
        var data = new Option<DirectoryInfo>("--data") { Description = "The folder of the annotated data.", Required = true };
        var rooms = new Option<string>("--rooms") { Description = "Only these: text, dates, entities, quotes.", DefaultValueFactory = _ => "text,dates,entities,quotes" };
        var markdown = new Option<FileInfo?>("--markdown") { Description = "Also write the table to this file." };
        var command = new Command("all", "Runs every development set and prints targets beside figures.") { data, rooms, markdown };
        command.SetAction(parse => Run(parse.GetRequiredValue(data), parse.GetRequiredValue(rooms).Split(','), parse.GetValue(markdown)));
        return command;
    }

    private static int Run(DirectoryInfo data, string[] rooms, FileInfo? markdown)
    {
        var corpora = new CorpusRuns(data.FullName);
        var report = new StringBuilder();
        var watch = Stopwatch.StartNew();
        int reached = 0, aimed = 0;
        foreach (TargetRoom room in Targets.Rooms.Where(r => rooms.Contains(r.Name)))
        {
            report.Append(CultureInfo.InvariantCulture, $"\n## {room.Title}\n\n| development set | measure | target | figure | |\n|---|---|---:|---:|---|\n");
            Console.Out.WriteLine($"\n{room.Title}");
            foreach (Target target in room.Targets)
            {
                if (!corpora.Exists(target.File))
                {
                    Console.Out.WriteLine($"  {target.Set,-26} {target.Measure,-44} no data");
                    continue;
                }

                double figure = target.Figure(corpora.Of(target.File));
                bool met = target.Goal is not { } goal || figure >= goal - 1e-9;
                aimed += target.Goal is null ? 0 : 1;
                reached += target.Goal is not null && met ? 1 : 0;
                string mark = target.Goal is null ? "" : met ? "met" : string.Create(CultureInfo.InvariantCulture, $"{figure - target.Goal:0.00}");
                string wanted = target.Goal?.ToString("0.##", CultureInfo.InvariantCulture) ?? "";
                string found = figure.ToString("0.00", CultureInfo.InvariantCulture);
                Console.Out.WriteLine($"  {target.Set,-26} {target.Measure,-44} {wanted,6} {found,8}  {mark}");
                report.Append(CultureInfo.InvariantCulture, $"| {target.Set} | {target.Measure} | {wanted} | {found} | {mark} |\n");
            }
        }

        Console.Out.WriteLine($"\n{reached} of {aimed} targets met ({watch.Elapsed.TotalSeconds:0} s)");
        if (markdown is not null)
        {
            File.WriteAllText(markdown.FullName, Header(reached, aimed) + report);
        }

        return 0;
    }

    private static string Header(int reached, int aimed) => string.Create(CultureInfo.InvariantCulture, $"""
        # Accuracy on the development sets

        Written by `dotnet run -c Release --project tools/Extraction.Evaluation -- all --data DATA --markdown docs/accuracy.md`.
        Figures are those of the project's reference scorers, with which the C# scorers agree to the digit
        (`tools/Extraction.Evaluation/compare/`). Per cent; F1 unless the measure says otherwise. The corpora are not part of
        this repository; their licences and conventions stand in `docs/models/` and NOTICE. All are development sets: rules were
        written and models chosen while looking at them. Targets are the project's own. {reached} of {aimed} are met.

        """);
}
