using System.Text.RegularExpressions;

namespace Extraction.Training.Layout;

/// <summary>
/// Puts captions without any credit between the paragraphs of plain pages, as encyclopaedias, wikis and programs that strip pages of their furniture leave them: a name alone, a name and
/// what it is, a noun phrase or a sentence about what the picture shows. Names are the story's own, so that only form and place tell the caption.
/// </summary>
internal sealed partial class LayoutPictures
{
    private const int MostPictures = 4;
    private const int ShortestBody = 3;

    /// <summary>Above the first paragraph a name and a place alone are rather the writer's.</summary>
    private const int FewestWordsAtHead = 6;

    private readonly Random _random = new(2011_01_15);
    private readonly string[] _pieces;
    private readonly List<string> _captions;

    /// <param name="folder">Folder of pictures.txt.</param>
    /// <param name="pages">Pages whose captions are drawn from, too.</param>
    public LayoutPictures(string folder, IEnumerable<LayoutPage> pages)
    {
        _pieces = [.. File.ReadLines(Path.Combine(folder, "pictures.txt")).Where(l => l.Length > 0 && l[0] != '#')];
        _captions = [.. pages.SelectMany(p => p.Lines).Where(l => l.Kind == BlockKind.Caption && l.Text.Length < 160 && !l.Text.Contains('\n', StringComparison.Ordinal)).Select(l => l.Text.Trim())];
    }

    /// <summary>The page with nothing but its headline, perhaps its date, its body and some captions; null where it has too little body or names nobody.</summary>
    public LayoutPage? Illustrate(LayoutPage page)
    {
        LayoutLine[] body = [.. page.Lines.Where(l => l.Kind is BlockKind.Paragraph or BlockKind.Subhead)];
        string[] names = [.. body.Where(l => l.Kind == BlockKind.Paragraph).SelectMany(l => Names().Matches(l.Text)).Select(m => m.Value).Distinct()];
        string[] years = [.. body.SelectMany(l => Years().Matches(l.Text)).Select(m => m.Value).Append("2009").Distinct()];
        if (body.Length < ShortestBody || names.Length < 2)
        {
            return null;
        }

        var lines = new List<LayoutLine>();
        lines.AddRange(page.Lines.Where(l => l.Kind == BlockKind.Headline).Take(1));
        if (_random.NextDouble() < 0.5)
        {
            lines.AddRange(page.Lines.Where(l => l.Kind == BlockKind.Timestamp).Take(1));
        }

        bool blank = _random.NextDouble() < 0.7;
        int pictures = _random.Next(1, MostPictures + 1);
        for (int i = 0; i < body.Length; i++)
        {
            // Several pictures in a row now and then.
            for (double chance = i == 0 ? 0.25 : 0.4; pictures > 0 && _random.NextDouble() < chance; chance = 0.3)
            {
                lines.Add(new LayoutLine(Caption(names, years, i == 0 ? FewestWordsAtHead : 1), BlockKind.Caption, blank));
                pictures--;
            }

            lines.Add(body[i] with { BlankBefore = blank });
        }

        return page with { Lines = lines };
    }

    private string Caption(string[] names, string[] years, int fewestWords)
    {
        while (true)
        {
            string first = Pick(names);
            string second = names.Where(n => n != first).ElementAt(_random.Next(names.Length - 1));
            string caption = _random.NextDouble() < 0.3 ? Pick(_captions)
                : Pick(_pieces).Replace("{NAME}", first, StringComparison.Ordinal).Replace("{OTHER}", second, StringComparison.Ordinal).Replace("{YEAR}", Pick(years), StringComparison.Ordinal);
            if (caption.Count(c => c == ' ') >= fewestWords - 1)
            {
                return caption;
            }
        }
    }

    private string Pick(IReadOnlyList<string> list) => list[_random.Next(list.Count)];

    [GeneratedRegex(@"(?<=[a-z,] )\p{Lu}\p{L}+(?: (?:de|da|van|al|bin|of|the|and) ?|[ -])?(?:\p{Lu}\p{L}+)(?: \p{Lu}\p{L}+)?")]
    private static partial Regex Names();

    [GeneratedRegex(@"\b(?:19|20)\d\d\b")]
    private static partial Regex Years();
}
