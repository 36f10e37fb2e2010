using System.Text;

namespace Extraction.Tool;

/// <summary>Text of an article made fit for one line of a terminal.</summary>
internal static class Plain
{
    /// <summary>White space and control characters become single spaces: they must not break the view, or the terminal.</summary>
    public static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (!char.IsWhiteSpace(c) && !char.IsControl(c))
            {
                line.Append(c);
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        return line.ToString().TrimEnd();
    }

    /// <summary>Takes the blanks off the ends of all lines.</summary>
    public static string TrimLines(string text)
    {
        var trimmed = new StringBuilder(text.Length);
        foreach (ReadOnlySpan<char> line in text.AsSpan().TrimEnd().EnumerateLines())
        {
            trimmed.Append(line.TrimEnd(' ')).Append('\n');
        }

        return trimmed.ToString();
    }
}
