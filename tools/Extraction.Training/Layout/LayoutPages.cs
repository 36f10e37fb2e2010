using Extraction.Corpora;

namespace Extraction.Training.Layout;

/// <summary>Reads pages from annotated corpora and from the project's own files with inline marks, and brings what different writers labelled differently to the contract's words.</summary>
internal static class LayoutPages
{
    // Genres of GUM whose licence is CC BY, CC BY-SA or public domain.
    private static readonly HashSet<string> FreeGenres = ["news", "interview", "academic", "textbook", "bio", "voyage", "speech"];

    /// <summary>Reads one file: JSON Lines, or <c>.txt</c> with inline marks.</summary>
    public static IEnumerable<LayoutPage> Read(string path)
    {
        if (path.EndsWith(".txt", StringComparison.Ordinal))
        {
            return InlinePages(path).Select(p => Normalise(p) with { IsOwn = true });
        }

        return Corpus.Read(path).Where(d => !d.Raw.TryGetProperty("genre", out var genre) || FreeGenres.Contains(genre.GetString() ?? "")).Where(d => d.Blocks.Count > 0).Select(Page).Select(Normalise);
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

    // The own pages were written by eight people, who labelled the same lines differently. The contract decides.
    private static LayoutPage Normalise(LayoutPage page)
    {
        var lines = page.Lines.ToArray();
        bool headline = lines.Any(l => l.Kind == BlockKind.Headline);
        int firstBody = Array.FindIndex(lines, l => l.Kind == BlockKind.Paragraph && l.Text.Length > 90);
        for (int i = 0; i < lines.Length; i++)
        {
            string text = lines[i].Text.Trim();
            BlockKind kind = lines[i].Kind;
            var stamps = new Timestamp[4];
            int count = TimestampGrammar.Read(text, new TextSpan(0, text.Length), stamps);
            int covered = stamps[..count].Where(s => s.Role != TimestampRole.Copyright).Sum(s => s.LabelledSpan.Length);
            if (kind is BlockKind.Other or BlockKind.Note or BlockKind.Subhead or BlockKind.Paragraph or BlockKind.Agency && covered * 10 >= text.Length * 8 && covered > 0 && (kind != BlockKind.Other || covered == text.Length || i < 8))
            {
                kind = BlockKind.Timestamp;
            }
            else if (kind == BlockKind.Other && i < firstBody && covered * 2 >= text.Length)
            {
                // 'Oman / May 27, 2018, 4:05 PM'
                kind = BlockKind.Timestamp;
            }
            else if (kind == BlockKind.Other && text.StartsWith("date ", StringComparison.Ordinal) && count > 0)
            {
                kind = BlockKind.Timestamp;
            }
            else if (kind is BlockKind.Other or BlockKind.Note && (text.StartsWith("(Reporting by", StringComparison.Ordinal) || text.StartsWith("Reporting by", StringComparison.Ordinal)))
            {
                kind = BlockKind.Note;
            }
            else if (kind == BlockKind.Note && (text.StartsWith("Copyright", StringComparison.OrdinalIgnoreCase) || text.StartsWith('©')))
            {
                kind = BlockKind.Other;
            }
            else if (kind == BlockKind.Other && i > 0 && i < firstBody && text.StartsWith("* ", StringComparison.Ordinal) && text.Length > 20)
            {
                // '* Q3 net profit 18.2 mln dinars': a wire's bullets sum the story up.
                kind = BlockKind.Standfirst;
            }
            else if (kind == BlockKind.Other && IsTable(text))
            {
                // 'Leeds 22 9 9 4 34 19 36': scores and prices name whom they are about, and nothing is found in junk.
                kind = BlockKind.Paragraph;
            }
            else if (kind == BlockKind.Tags && i == 0)
            {
                kind = BlockKind.Other;
            }
            else if (kind == BlockKind.Other && (text.StartsWith("Keywords:", StringComparison.Ordinal) || text.StartsWith("Related Topics:", StringComparison.Ordinal) || text.StartsWith("Topics:", StringComparison.Ordinal) || text.StartsWith("TAGS ", StringComparison.Ordinal)))
            {
                kind = BlockKind.Tags;
            }
            else if (kind is BlockKind.Caption or BlockKind.Other && text.Length < 40 && (text.StartsWith("Image Credit", StringComparison.OrdinalIgnoreCase) || text.StartsWith("Photo Credit", StringComparison.OrdinalIgnoreCase) || text.StartsWith("Courtesy of", StringComparison.Ordinal)))
            {
                kind = BlockKind.Credit;
            }
            else if (kind == BlockKind.Subhead && !headline)
            {
                // The one headline of a page whose first sentence is glued to the header stands in the middle.
                kind = BlockKind.Headline;
                headline = true;
            }

            lines[i] = lines[i] with { Kind = kind };
        }

        OneHeadline(lines);

        return page with { Lines = lines };
    }

    // At least three figures, words among them, no clock and no address.
    private static bool IsTable(string text)
    {
        string[] words = text.Split(' ');
        return words.Count(w => w.Length > 0 && char.IsDigit(w[^1])) >= 3 && words.Any(w => w.Length > 2 && char.IsUpper(w[0])) && text.AsSpan().IndexOfAny("@/|©") < 0 && !text.Contains("://", StringComparison.Ordinal);
    }

    // A page has one headline, perhaps repeated. A second below it is a standfirst; those of a page of many stories are subheads.
    private static void OneHeadline(LayoutLine[] lines)
    {
        int first = Array.FindIndex(lines, l => l.Kind == BlockKind.Headline);
        for (int i = first + 1; first >= 0 && i < lines.Length; i++)
        {
            if (lines[i].Kind == BlockKind.Headline && lines[i].Text.Trim() != lines[first].Text.Trim())
            {
                lines[i] = lines[i] with { Kind = i == first + 1 ? BlockKind.Standfirst : BlockKind.Subhead };
            }
        }
    }
}
