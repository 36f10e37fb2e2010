using System.Text;

namespace Extraction.GoldenTests;

/// <summary>A line diff for people: what went, what came, and a line or two around.</summary>
internal static class LineDiff
{
    private const int Context = 2;
    private const int MostLines = 120;

    public static string Of(string expected, string actual)
    {
        string[] a = expected.Split('\n'), b = actual.Split('\n');
        int head = 0;
        while (head < a.Length && head < b.Length && a[head] == b[head])
        {
            head++;
        }

        int tail = 0;
        while (tail < a.Length - head && tail < b.Length - head && a[^(tail + 1)] == b[^(tail + 1)])
        {
            tail++;
        }

        List<(char Mark, string Line)> lines = Middle(a[head..^tail], b[head..^tail]);
        var text = new StringBuilder();
        int shown = 0;
        for (int i = Math.Max(0, head - Context); i < head; i++)
        {
            text.Append("  ").AppendLine(a[i]);
        }

        for (int i = 0; i < lines.Count && shown < MostLines; i++)
        {
            bool near = Enumerable.Range(i - Context, (2 * Context) + 1).Any(j => j >= 0 && j < lines.Count && lines[j].Mark != ' ');
            if (near)
            {
                text.Append(lines[i].Mark).Append(' ').AppendLine(lines[i].Line);
                shown++;
            }
            else if (i > 0 && lines[i - 1].Mark == ' ' && text.Length > 0 && !text.ToString().EndsWith("  …\n", StringComparison.Ordinal))
            {
                text.Append("  …\n");
            }
        }

        return shown == MostLines ? text.Append("  … and more\n").ToString() : text.ToString();
    }

    // The longest common subsequence by dynamic programming: results have a few thousand lines at most.
    private static List<(char Mark, string Line)> Middle(string[] a, string[] b)
    {
        var length = new int[a.Length + 1, b.Length + 1];
        for (int i = a.Length - 1; i >= 0; i--)
        {
            for (int j = b.Length - 1; j >= 0; j--)
            {
                length[i, j] = a[i] == b[j] ? length[i + 1, j + 1] + 1 : Math.Max(length[i + 1, j], length[i, j + 1]);
            }
        }

        var lines = new List<(char, string)>();
        int x = 0, y = 0;
        while (x < a.Length || y < b.Length)
        {
            if (x < a.Length && y < b.Length && a[x] == b[y])
            {
                lines.Add((' ', a[x++]));
                y++;
            }
            else if (y == b.Length || (x < a.Length && length[x + 1, y] >= length[x, y + 1]))
            {
                lines.Add(('-', a[x++]));
            }
            else
            {
                lines.Add(('+', b[y++]));
            }
        }

        return lines;
    }
}
