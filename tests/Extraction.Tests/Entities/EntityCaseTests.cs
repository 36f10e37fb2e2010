using System.Collections.Immutable;
using System.Text;

namespace Extraction.Tests.Entities;

public class EntityCaseTests
{
    private static readonly EntityRecognizer Recognizer = new();

    public static TheoryData<string> Cases()
    {
        var cases = new TheoryData<string>();
        foreach (string line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases", "entities", "spans.txt")))
        {
            if (line.Length > 0 && line[0] != '#')
            {
                cases.Add(line);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void MarksWhatTheCaseFileMarks(string line)
    {
        bool open = line[0] == '!';
        (string text, string[] expected) = Parse(open ? line[1..].TrimStart() : line);
        ImmutableArray<Mention> found = Recognizer.Recognize(text);
        string[] actual = [.. found.Select(m => $"{m.Type}: {text[m.Span.Start..m.Span.End]}")];
        if (open)
        {
            // Once solved, the mark goes.
            Assert.NotEqual(expected, actual);
        }
        else
        {
            Assert.Equal(expected, actual);
        }
    }

    private static (string Text, string[] Names) Parse(string line)
    {
        var text = new StringBuilder();
        var names = new List<string>();
        for (int i = 0; i < line.Length; i++)
        {
            if (line[i] != '[')
            {
                text.Append(line[i]);
                continue;
            }

            int colon = line.IndexOf(": ", i, StringComparison.Ordinal);
            int close = line.IndexOf(']', i);
            string name = line[(colon + 2)..close];
            names.Add($"{line[(i + 1)..colon]}: {name}");
            text.Append(name);
            i = close;
        }

        return (text.ToString(), [.. names]);
    }
}
