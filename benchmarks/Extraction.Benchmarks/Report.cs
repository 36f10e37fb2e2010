using System.Globalization;
using System.Text;

namespace Extraction.Benchmarks;

/// <summary>Tables on the screen and, the same, as Markdown.</summary>
internal sealed class Report
{
    private readonly StringBuilder _markdown = new();

    public void Title(string title)
    {
        Console.WriteLine();
        Console.WriteLine(title);
        _markdown.Append(CultureInfo.InvariantCulture, $"\n## {title}\n\n");
    }

    public void Text(string text)
    {
        Console.WriteLine(text);
        _markdown.Append(text).Append('\n');
    }

    public void Table(string[] heads, IEnumerable<string[]> rows)
    {
        string[][] all = [heads, .. rows];
        int[] widths = [.. heads.Select((_, i) => all.Max(r => r[i].Length))];
        string Line(string[] row) => string.Join("  ", row.Select((cell, i) => i == 0 ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i])));
        foreach (string[] row in all)
        {
            Console.WriteLine("  " + Line(row));
        }

        _markdown.Append(CultureInfo.InvariantCulture, $"| {string.Join(" | ", heads)} |\n|{string.Concat(heads.Select((_, i) => i == 0 ? "---|" : "---:|"))}\n");
        foreach (string[] row in all.Skip(1))
        {
            _markdown.Append(CultureInfo.InvariantCulture, $"| {string.Join(" | ", row)} |\n");
        }
    }

    public override string ToString() => _markdown.ToString();
}
