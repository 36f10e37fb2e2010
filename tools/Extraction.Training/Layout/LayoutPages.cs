using Extraction.Corpora;

namespace Extraction.Training.Layout;

/// <summary>Reads pages from annotated corpora and from the project's own files with inline marks.</summary>
internal static class LayoutPages
{
    // Genres of GUM whose licence is CC BY, CC BY-SA or public domain.
    private static readonly HashSet<string> FreeGenres = ["news", "interview", "academic", "textbook", "bio", "voyage", "speech"];

    /// <summary>Name of the folder of pages that are annotated in their blocks alone.</summary>
    private const string LayoutOnly = "pages";

    /// <summary>Reads one file: JSON Lines, or <c>.txt</c> with inline marks.</summary>
    public static IEnumerable<LayoutPage> Read(string path)
    {
        if (path.EndsWith(".txt", StringComparison.Ordinal))
        {
            return InlinePages(path).Select(p => LayoutLabels.Normalise(p) with { IsOwn = true, IsLayoutOnly = Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(path))) == LayoutOnly });
        }

        return Corpus.Read(path).Where(d => !d.Raw.TryGetProperty("genre", out var genre) || FreeGenres.Contains(genre.GetString() ?? "")).Where(d => d.Blocks.Count > 0).Select(Page).Select(LayoutLabels.Normalise);
    }

    private static LayoutPage Page(CorpusDocument document)
    {
        var lines = new List<LayoutLine>();
        int end = 0;
        bool headline = false;
        foreach (CorpusBlock block in document.Blocks.OrderBy(b => b.Span.Start))
        {
            if (block.Span.Start < end)
            {
                continue;
            }

            string between = document.Text[end..block.Span.Start];
            string text = block.Span.Of(document.Text);
            BlockKind kind = Kind(block.Kind, headline);
            headline |= kind == BlockKind.Headline;
            // The white space before the line belongs to it: indents are seen.
            int indent = between.Length - between.LastIndexOf('\n') - 1;
            lines.Add(new LayoutLine(between[^indent..] + text, kind, between.Count(c => c == '\n') > 1));
            end = block.Span.End;
        }

        return new LayoutPage(document.Id, lines) { IsOwn = !document.Raw.TryGetProperty("genre", out _) };
    }

    private static BlockKind Kind(string name, bool headline) => name switch
    {
        "head" => headline ? BlockKind.Subhead : BlockKind.Headline,
        "p" or "sp" or "item" or "quote" or "lg" or "hi" or "row" or "cell" or "incident" or "add" or "body" => BlockKind.Paragraph,
        "figure" => BlockKind.Caption,
        _ => Enum.Parse<BlockKind>(name, ignoreCase: true),
    };

    private static IEnumerable<LayoutPage> InlinePages(string path)
    {
        string? id = null;
        var lines = new List<LayoutLine>();
        bool blank = false;
        foreach (string raw in File.ReadLines(path).Append("=== "))
        {
            if (raw.StartsWith("=== ", StringComparison.Ordinal))
            {
                if (id is not null)
                {
                    yield return new LayoutPage(id, lines);
                }

                id = raw[4..].Split('|')[0].Trim();
                lines = [];
                continue;
            }

            int tab = raw.IndexOf('\t');
            if (tab < 0 || raw[0] == '#')
            {
                blank = true;
                continue;
            }

            lines.Add(new LayoutLine(Strip(raw[(tab + 1)..]), Enum.Parse<BlockKind>(raw[..tab], ignoreCase: true), blank));
            blank = false;
        }
    }

    /// <summary>Takes the marks of ../shared/tools/inline.py out of a line.</summary>
    internal static string Strip(string line)
    {
        var text = new System.Text.StringBuilder();
        var open = new Stack<char>();
        for (int i = 0; i < line.Length; i++)
        {
            if (line[i] == '{' && i + 2 < line.Length && line[i + 2] == '|')
            {
                open.Push('{');
                i += 2;
            }
            else if (line.AsSpan(i).StartsWith("[[") && i + 2 < line.Length && line[i + 2] is 'T' or 'Q' or 'C' or 'S')
            {
                open.Push('[');
                i = line.IndexOf('|', i);
            }
            else if (open.Count > 0 && open.Peek() == '{' && line[i] is '=' or '}')
            {
                open.Pop();
                i = line.IndexOf('}', i);
            }
            else if (open.Count > 0 && open.Peek() == '[' && line.AsSpan(i).StartsWith("]]"))
            {
                open.Pop();
                i++;
            }
            else
            {
                text.Append(line[i]);
            }
        }

        return text.ToString();
    }
}
