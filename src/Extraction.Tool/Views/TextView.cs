using System.Globalization;
using Spectre.Console;

namespace Extraction.Tool;

/// <summary>A result for people: headline, when, who, who said what.</summary>
internal static class TextView
{
    private const int MostMentions = 6;

    public static string Render(ExtractionResult result, bool colour, int width)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        IAnsiConsole console = Consoles.Create(text, colour, width);
        Head(console, result);
        Dates(console, result);
        Entities(console, result);
        Quotes(console, result);
        return (colour ? text.ToString() : Plain.TrimLines(text.ToString())) + "\n";
    }

    private static void Head(IAnsiConsole console, ExtractionResult result)
    {
        string title = result.Layout.Title is { } span ? Plain.OneLine(result.TextOf(span)) : result.Article.Id ?? "(no headline)";
        console.Write(new Rule($"[bold]{Markup.Escape(result.Article.Id ?? "article")}[/]").LeftJustified());
        console.Write(new Markup($"[bold]{Markup.Escape(title)}[/]\n"));
        var facts = new List<string>();
        Add(facts, "published", result.Published?.ToString());
        Add(facts, "updated", result.Updated?.ToString());
        Add(facts, "by", string.Join(", ", result.Layout.Authors.Select(a => Plain.OneLine(result.TextOf(a)))));
        Add(facts, "agency", result.Layout.Agency is { } agency ? Plain.OneLine(result.TextOf(agency)) : null);
        Add(facts, "dateline", result.Layout.Dateline is { } dateline ? Plain.OneLine(result.TextOf(dateline)) : null);
        Add(facts, "tags", string.Join(", ", result.Layout.Tags.Select(t => Plain.OneLine(result.TextOf(t)))));
        if (facts.Count > 0)
        {
            console.Write(new Markup(string.Join("[dim] · [/]", facts) + "\n"));
        }
    }

    private static void Dates(IAnsiConsole console, ExtractionResult result)
    {
        Grid? grid = null;
        foreach (DateExpression date in result.Dates)
        {
            grid ??= Section(console, "When", columns: 3);
            string mod = date.Mod is null ? "" : $" [dim]{Markup.Escape(date.Mod)}[/]";
            string role = date.Role == DateRole.None ? "" : $" [dim]({Lower(date.Role)})[/]";
            grid.AddRow(Cell(result.TextOf(date.Span)), $"[green]{Markup.Escape(date.Value)}[/]{mod}", $"[dim]{Lower(date.Type)}[/]{role}");
        }

        Write(console, grid);
    }

    private static void Entities(IAnsiConsole console, ExtractionResult result)
    {
        Grid? grid = null;
        foreach (Entity entity in result.Entities)
        {
            grid ??= Section(console, "Who and what", columns: 3);
            string roles = entity.Roles.IsDefaultOrEmpty ? "" : Markup.Escape(Plain.OneLine(string.Join("; ", entity.Roles)));
            string[] others = [.. entity.Mentions.Where(m => m.Kind != MentionKind.Pronoun).Select(m => Plain.OneLine(result.TextOf(m.Span))).Where(t => t != entity.Name).Distinct(StringComparer.Ordinal)];
            string also = others.Length == 0 ? "" : $"[dim]also {Markup.Escape(string.Join(", ", others.Take(MostMentions)))}{(others.Length > MostMentions ? ", …" : "")}[/]";
            string count = entity.Mentions.Length > 1 ? $" [dim]×{entity.Mentions.Length.ToString(CultureInfo.InvariantCulture)}[/]" : "";
            grid.AddRow($"[yellow]{Markup.Escape(Plain.OneLine(entity.Name))}[/]{count}", $"[dim]{Markup.Escape(entity.Type.Name)}[/]", roles.Length > 0 && also.Length > 0 ? $"{roles}  {also}" : roles + also);
        }

        Write(console, grid);
    }

    private static void Quotes(IAnsiConsole console, ExtractionResult result)
    {
        Grid? grid = null;
        foreach (Quote quote in result.Quotes)
        {
            grid ??= Section(console, "Who said what", columns: 2);
            string content = string.Join(" … ", quote.Content.Select(c => Plain.OneLine(result.TextOf(c))));
            string cue = quote.Cue is { } span ? $"{Markup.Escape(Plain.OneLine(result.TextOf(span)))}, " : "";
            grid.AddRow(SpeakerOf(quote, result), $"{Markup.Escape(content)} [dim]({cue}{Lower(quote.Kind)})[/]");
        }

        Write(console, grid);
    }

    private static string SpeakerOf(Quote quote, ExtractionResult result)
    {
        if (quote.Speaker is not { } speaker)
        {
            return "[dim]nobody named[/]";
        }

        string written = Plain.OneLine(result.TextOf(speaker.Span));
        return result.FindEntity(speaker.EntityId) is { } entity
            ? $"[yellow]{Markup.Escape(Plain.OneLine(entity.Name))}[/]"
            : $"[dim]{Markup.Escape(written)}[/]";
    }

    private static Grid Section(IAnsiConsole console, string heading, int columns)
    {
        console.Write(new Markup($"\n[bold blue]{heading}[/]\n"));
        var grid = new Grid();
        for (int i = 0; i < columns; i++)
        {
            grid.AddColumn(new GridColumn { Padding = new Padding(i == 0 ? 2 : 0, 0, 2, 0) });
        }

        return grid;
    }

    private static void Write(IAnsiConsole console, Grid? grid)
    {
        if (grid is not null)
        {
            console.Write(grid);
        }
    }

    private static void Add(List<string> facts, string label, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            facts.Add($"[dim]{label}[/] {Markup.Escape(value)}");
        }
    }

    private static string Cell(string text) => Markup.Escape(Plain.OneLine(text));

    private static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
