using System.Text;
using Extraction.Corpora;

namespace Extraction.Training.Entities;

/// <summary>
/// Reads articles written with inline marks (Data/own/*.txt; the format of ../shared/tools/inline.py): of the marks, the names. Articles begin with '===', lines with their block's kind and a tab.
/// </summary>
internal static class InlineArticles
{
    private static readonly Dictionary<char, string> Types = new()
    {
        ['P'] = "Person",
        ['O'] = "Organization",
        ['G'] = "Gpe",
        ['L'] = "Location",
        ['F'] = "Facility",
        ['N'] = "Norp",
        ['E'] = "Event",
        ['R'] = "Product",
        ['W'] = "WorkOfArt",
        ['A'] = "Law",
        ['Y'] = "Language",
        ['M'] = "Misc",
    };

    public static IEnumerable<CorpusDocument> Read(string path)
    {
        var text = new StringBuilder();
        var names = new List<CorpusEntity>();
        string? id = null;
        foreach (string line in File.ReadLines(path))
        {
            if (line.StartsWith("=== ", StringComparison.Ordinal))
            {
                if (id is not null)
                {
                    yield return Document(id, text, names);
                }

                id = line[4..].Split('|')[0].Trim();
                text.Clear();
                names = [];
            }
            else if (id is not null)
            {
                int tab = line.IndexOf('\t');
                AddLine(line.AsSpan(tab + 1), text, names);
                text.Append('\n');
            }
        }

        if (id is not null)
        {
            yield return Document(id, text, names);
        }
    }

    private static CorpusDocument Document(string id, StringBuilder text, List<CorpusEntity> names) =>
        new() { Id = id, Text = text.ToString(), Source = "own", Entities = [.. names.OrderBy(n => n.Span.Start)] };

    private static void AddLine(ReadOnlySpan<char> line, StringBuilder text, List<CorpusEntity> names)
    {
        // Open marks: the type's letter of a name, or null for dates and quotes, whose words stay and whose marks go.
        var open = new Stack<(char Type, int Start)>();
        for (int i = 0; i < line.Length; i++)
        {
            if (line[i] == '{' && i + 2 < line.Length && line[i + 2] == '|')
            {
                open.Push((line[i + 1], text.Length));
                i += 2;
            }
            else if (open.Count > 0 && open.Peek().Type != '[' && line[i] is '=' or '}')
            {
                (char type, int start) = open.Pop();
                names.Add(new CorpusEntity(new TextSpan(start, text.Length), Types[type], null, null, null, null));
                i += line[i] == '=' ? line[i..].IndexOf('}') : 0;
            }
            else if (line[i..].StartsWith("[[") && line[i..].IndexOf('|') is > 0 and int bar)
            {
                open.Push(('[', 0));
                i += bar;
            }
            else if (line[i..].StartsWith("]]") && open.Count > 0)
            {
                open.Pop();
                i++;
            }
            else
            {
                text.Append(line[i]);
            }
        }
    }
}
