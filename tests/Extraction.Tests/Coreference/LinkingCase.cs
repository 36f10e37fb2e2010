using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Extraction.Tests.Coreference;

/// <summary>A case of Cases/linking: a text with marked names, and what must come out of it.</summary>
public sealed record LinkingCase(string Text, ImmutableArray<(TextSpan Span, EntityType Type, int Entity)> Names, ImmutableArray<(string What, int Entity, string Value)> Expected, bool NotYet)
{
    public static IEnumerable<LinkingCase> ReadAll()
    {
        foreach (string file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Cases", "linking"), "*.txt").Order(StringComparer.Ordinal))
        {
            string? text = null;
            var expected = new List<(string, int, string)>();
            foreach (string line in File.ReadLines(file).Append(""))
            {
                if (line.StartsWith('#'))
                {
                    continue;
                }

                if (line.Length == 0)
                {
                    if (text is not null)
                    {
                        yield return Parse(text, [.. expected]);
                    }

                    text = null;
                    expected.Clear();
                }
                else if (text is null)
                {
                    text = line;
                }
                else
                {
                    int space = line.IndexOf(' ', StringComparison.Ordinal);
                    int colon = line.IndexOf(':', StringComparison.Ordinal);
                    expected.Add((line[..space], int.Parse(line[space..colon], CultureInfo.InvariantCulture), line[(colon + 1)..].Trim()));
                }
            }
        }
    }

    private static LinkingCase Parse(string marked, ImmutableArray<(string, int, string)> expected)
    {
        const string Mark = "not yet: ";
        bool notYet = marked.StartsWith(Mark, StringComparison.Ordinal);
        marked = (notYet ? marked[Mark.Length..] : marked).Replace(" ¶ ", "\n\n", StringComparison.Ordinal);
        var text = new StringBuilder();
        var names = ImmutableArray.CreateBuilder<(TextSpan, EntityType, int)>();
        for (int i = 0; i < marked.Length; i++)
        {
            if (marked[i] != '[')
            {
                text.Append(marked[i]);
                continue;
            }

            int bar = marked.IndexOf('|', i);
            int end = marked.IndexOf(']', i);
            int start = text.Length;
            text.Append(marked, i + 1, bar - i - 1);
            names.Add((new TextSpan(start, text.Length), TypeOf(marked[bar + 1]), int.Parse(marked[(bar + 2)..end], CultureInfo.InvariantCulture)));
            i = end;
        }

        return new LinkingCase(text.ToString(), names.ToImmutable(), expected, notYet);
    }

    private static EntityType TypeOf(char letter) => letter switch
    {
        'P' => EntityType.Person,
        'O' => EntityType.Organization,
        'G' => EntityType.Gpe,
        'L' => EntityType.Location,
        'F' => EntityType.Facility,
        'N' => EntityType.Norp,
        'E' => EntityType.Event,
        'R' => EntityType.Product,
        'W' => EntityType.WorkOfArt,
        'A' => EntityType.Law,
        'Y' => EntityType.Language,
        _ => throw new FormatException($"No type '{letter}'."),
    };
}
