namespace Extraction.Training.Layout;

/// <summary>
/// Makes other pages out of a page, with its labels: blank lines everywhere or nowhere, furniture dropped or in another order, other pages' junk put in, the body alone,
/// a sentence a line. So the model learns what lines are, not what eight writers' pages look like, and that plain text has no furniture.
/// </summary>
internal sealed class LayoutVariants
{
    private readonly Random _random = new(20220225);
    private readonly List<LayoutLine[]> _junk = [];

    public LayoutVariants(IEnumerable<LayoutPage> pages)
    {
        foreach (LayoutPage page in pages)
        {
            for (int i = 0; i < page.Lines.Count;)
            {
                int end = i;
                while (end < page.Lines.Count && page.Lines[end].Kind == BlockKind.Other)
                {
                    end++;
                }

                if (end > i)
                {
                    _junk.Add([.. page.Lines.Skip(i).Take(end - i)]);
                }

                i = end + 1;
            }
        }
    }

    public IEnumerable<LayoutPage> Of(LayoutPage page)
    {
        yield return page;
        yield return page with { Lines = [.. page.Lines.Select(l => l with { BlankBefore = false })] };
        yield return page with { Lines = [.. page.Lines.Select(l => l with { BlankBefore = true })] };
        for (int n = 0; n < 2; n++)
        {
            yield return Blanks(Junk(page));
            yield return Blanks(Dropped(page));
            yield return Blanks(Junk(Shuffled(Dropped(page))));
        }

        LayoutLine[] body = [.. page.Lines.Where(l => l.Kind == BlockKind.Paragraph)];
        yield return Blanks(page with { Lines = body });
        yield return page with { Lines = [.. body.SelectMany(Sentences)] };
    }

    /// <summary>A sentence a line, as corpora have it: all of it is text.</summary>
    private static IEnumerable<LayoutLine> Sentences(LayoutLine line)
    {
        string text = line.Text.Trim();
        int start = 0;
        for (int i = 0; i + 2 < text.Length; i++)
        {
            if (text[i] is '.' or '?' or '!' or '"' or '”' && text[i + 1] == ' ' && char.IsUpper(text[i + 2]) && i - start > 12 && (text[i] is not ('"' or '”') || text[i - 1] is '.' or '?' or '!'))
            {
                yield return new LayoutLine(text[start..(i + 1)], BlockKind.Paragraph, false);
                start = i + 2;
            }
        }

        yield return new LayoutLine(text[start..], BlockKind.Paragraph, false);
    }

    private LayoutPage Blanks(LayoutPage page)
    {
        int mode = _random.Next(4);
        return page with { Lines = [.. page.Lines.Select(l => l with { BlankBefore = mode switch { 0 => false, 1 => true, 2 => l.Kind == BlockKind.Paragraph || l.BlankBefore, _ => l.BlankBefore } })] };
    }

    private LayoutPage Dropped(LayoutPage page) =>
        page with { Lines = [.. page.Lines.Where(l => l.Kind == BlockKind.Paragraph || _random.NextDouble() > (l.Kind == BlockKind.Headline ? 0.15 : 0.35))] };

    // Junk goes before the first paragraph, between paragraphs, or to the end.
    private LayoutPage Junk(LayoutPage page)
    {
        var lines = page.Lines.ToList();
        for (int n = _random.Next(1, 4); n > 0; n--)
        {
            LayoutLine[] run = _junk[_random.Next(_junk.Count)];
            int at = _random.Next(3) == 0 ? lines.Count : _random.Next(1, lines.Count + 1);
            lines.InsertRange(Math.Min(at, lines.Count), run);
        }

        return page with { Lines = lines };
    }

    // Headline first, then standfirst, byline, time and caption in any order, as outlets differ.
    private LayoutPage Shuffled(LayoutPage page)
    {
        var lines = page.Lines.ToList();
        int first = lines.FindIndex(l => l.Kind == BlockKind.Headline) + 1;
        int end = lines.FindIndex(l => l.Kind == BlockKind.Paragraph);
        if (first > 0 && end > first + 1)
        {
            List<LayoutLine> head = lines.GetRange(first, end - first);
            for (int i = head.Count - 1; i > 0; i--)
            {
                int k = _random.Next(i + 1);
                (head[i], head[k]) = (head[k], head[i]);
            }

            lines.RemoveRange(first, end - first);
            lines.InsertRange(first, head);
        }

        return page with { Lines = lines };
    }
}
