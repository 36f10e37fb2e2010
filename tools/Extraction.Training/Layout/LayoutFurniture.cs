using System.Globalization;

namespace Extraction.Training.Layout;

/// <summary>
/// Puts furniture around the bodies of pages: section names, share bars, bylines, times, pictures, adverts and links between paragraphs, tags and notes at the end,
/// from data/furniture.txt with the slots of data/slots.txt. Eight writers' pages do not show what a whole web does; this file's lines are cheap to add to.
/// </summary>
internal sealed class LayoutFurniture
{
    private static readonly string[] Stamps =
    [
        "MMMM d, yyyy", "MMM d, yyyy", "d MMMM yyyy", "dd MMM yyyy", "dddd, MMMM d, yyyy", "ddd d MMM yyyy", "yyyy-MM-dd", "dd/MM/yyyy", "MM/dd/yyyy", "dd.MM.yyyy", "MMMM dd, yyyy",
    ];

    private static readonly string[] Clocks = ["HH:mm", "h:mm tt", "h:mmtt", "HH:mm:ss", "H.mm", "hh:mm tt"];
    private static readonly string[] Zones = ["", "", " IST", " GMT", " ET", " EDT", " BST", " CET", " UTC", " PT", " AEST", " SGT", " (IST)", " PKT"];
    private static readonly string[] Joints = [" ", ", ", " | ", " / ", " - ", " at ", " · "];

    private readonly Random _random = new(2023_04_16);
    private readonly Dictionary<(string Position, BlockKind Kind), List<string>> _pieces = [];
    private readonly Dictionary<string, string[]> _slots = [];
    private readonly List<string> _headlines;
    private readonly List<string> _captions;

    public LayoutFurniture(string folder, IEnumerable<LayoutPage> pages)
    {
        foreach (string line in Directory.EnumerateFiles(folder, "furniture*.txt").Order(StringComparer.Ordinal).SelectMany(File.ReadLines).Where(l => l.Length > 0 && l[0] != '#'))
        {
            string[] parts = line.Split('\t', 3);
            (string, BlockKind) key = (parts[0], Parse(parts[1]));
            if (!_pieces.TryGetValue(key, out List<string>? list))
            {
                _pieces.Add(key, list = []);
            }

            list.Add(parts[2]);
        }

        foreach (string line in File.ReadLines(Path.Combine(folder, "slots.txt")).Where(l => l.Length > 0 && l[0] != '#'))
        {
            string[] parts = line.Split('\t', 2);
            _slots.Add(parts[0], parts[1].Split(" | "));
        }

        LayoutLine[] lines = [.. pages.SelectMany(p => p.Lines)];
        _headlines = [.. lines.Where(l => l.Kind == BlockKind.Headline && l.Text.Length < 140).Select(l => l.Text.Trim())];
        _captions = [.. lines.Where(l => l.Kind == BlockKind.Caption && l.Text.Length is > 20 and < 200 && !l.Text.Contains('\n', StringComparison.Ordinal)).Select(l => Bare(l.Text.Trim())).Where(t => t.Length > 20)];
    }

    /// <summary>A page with the body of the given one, and furniture drawn by chance; null where the page has too little body.</summary>
    public LayoutPage? Dress(LayoutPage page)
    {
        LayoutLine[] body = [.. page.Lines.SkipWhile(l => l.Kind != BlockKind.Paragraph).Where(l => l.Kind is BlockKind.Paragraph or BlockKind.Subhead)];
        string? headline = page.Lines.FirstOrDefault(l => l.Kind == BlockKind.Headline).Text;
        if (headline is null || body.Length < 4 || page.Lines.Any(l => l.Text.Contains('\n', StringComparison.Ordinal)))
        {
            return null;
        }

        var lines = new List<LayoutLine>();
        if (Chance(0.06))
        {
            lines.Add(new(" date " + Date().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + " English", BlockKind.Timestamp, false));
        }

        for (int n = _random.Next(3); n > 0; n--)
        {
            Put(lines, "head", BlockKind.Other);
        }

        var head = new List<List<LayoutLine>>();
        void Maybe(double chance, BlockKind kind)
        {
            if (Chance(chance))
            {
                var piece = new List<LayoutLine>();
                Put(piece, "head", kind);
                head.Add(piece);
            }
        }

        Maybe(0.3, BlockKind.Standfirst);
        Maybe(0.7, BlockKind.Byline);
        Maybe(0.2, BlockKind.Agency);
        Maybe(0.75, BlockKind.Timestamp);
        Maybe(0.15, BlockKind.Timestamp);
        Maybe(0.5, BlockKind.Other);
        Maybe(0.35, BlockKind.Other);
        Maybe(0.2, BlockKind.Other);
        Maybe(0.5, BlockKind.Caption);
        Maybe(0.15, BlockKind.Credit);
        Maybe(0.05, BlockKind.Note);
        if (Chance(0.3))
        {
            head.AddRange(page.Lines.Where(l => l.Kind == BlockKind.Standfirst).Select(l => new List<LayoutLine> { l }));
        }

        // A standfirst mostly comes first, the rest in any order; now and then something stands above the headline.
        List<LayoutLine>[] order = [.. head.OrderBy(p => (p[0].Kind == BlockKind.Standfirst && Chance(0.8) ? 0 : 1) + _random.NextDouble())];
        int above = Chance(0.1) ? 1 : 0;
        foreach (List<LayoutLine> piece in order.Take(above).Where(p => p[0].Kind is BlockKind.Timestamp or BlockKind.Byline or BlockKind.Other or BlockKind.Agency))
        {
            lines.AddRange(piece);
        }

        lines.Add(new(headline.Trim(), BlockKind.Headline, true));
        lines.AddRange(order.Skip(above).SelectMany(p => p));
        if (Chance(0.1))
        {
            Put(lines, "lead", BlockKind.Dateline);
        }
        else if (Chance(0.3) && body[0].Kind == BlockKind.Paragraph)
        {
            body[0] = body[0] with { Text = $"{Pick("place").ToUpperInvariant()} ({Pick("agency")}) {(Chance(0.5) ? "—" : "-")} {Undated(body[0].Text.TrimStart())}" };
        }

        bool interrupted = Chance(0.7);
        foreach (LayoutLine line in body)
        {
            lines.Add(line with { BlankBefore = true });
            if (interrupted && Chance(0.18))
            {
                Put(lines, "mid", Chance(0.7) ? BlockKind.Other : Chance(0.6) ? BlockKind.Subhead : Chance(0.7) ? BlockKind.Caption : BlockKind.Credit);
            }
        }

        while (lines[^1].Kind is BlockKind.Subhead)
        {
            lines.RemoveAt(lines.Count - 1);
        }

        (double Chance, BlockKind Kind)[] tail = [(0.15, BlockKind.Agency), (0.3, BlockKind.Note), (0.4, BlockKind.Tags), (0.12, BlockKind.Timestamp), (0.5, BlockKind.Other), (0.4, BlockKind.Other), (0.3, BlockKind.Other)];
        foreach ((double chance, BlockKind kind) in tail)
        {
            if (Chance(chance))
            {
                Put(lines, "tail", kind);
            }
        }

        int mode = _random.Next(3);
        string indent = Chance(0.1) ? "    " : "";
        return new LayoutPage(page.Id, [.. lines.Select(l => l with { Text = indent + l.Text.Trim(), BlankBefore = mode switch { 0 => false, 1 => true, _ => l.BlankBefore } })]);
    }

    // A paragraph's own dateline gives way to the new one.
    private static string Undated(string text)
    {
        int dash = text.IndexOf(" — ", StringComparison.Ordinal) is var m and >= 0 and < 60 ? m + 3 : text.IndexOf(") - ", StringComparison.Ordinal) is var n and >= 0 and < 60 ? n + 4 : 0;
        return text[dash..];
    }

    // A caption without the credit after its last sentence.
    private static string Bare(string caption)
    {
        int stop = caption.LastIndexOf(". ", StringComparison.Ordinal);
        return stop > 20 ? caption[..(stop + 1)] : caption.EndsWith('.') ? caption : "";
    }

    private static BlockKind Parse(string kind) => Enum.Parse<BlockKind>(kind, ignoreCase: true);

    private void Put(List<LayoutLine> lines, string position, BlockKind kind)
    {
        List<string> pieces = _pieces[(position, kind)];
        bool first = true;
        BlockKind current = kind;
        foreach (string part in pieces[_random.Next(pieces.Count)].Split(" // "))
        {
            string text = part;
            int equals = part.IndexOf('=');
            if (equals > 0 && Enum.TryParse(part[..equals], ignoreCase: true, out BlockKind own))
            {
                current = own;
                text = part[(equals + 1)..];
            }
            else
            {
                current = kind;
            }

            lines.Add(new(Fill(text), current, first));
            first = false;
        }
    }

    private string Fill(string text)
    {
        int open = 0;
        while ((open = text.IndexOf('{', open)) >= 0)
        {
            // Scripts that a copy of a page caught have braces of their own.
            int close = text.IndexOf('}', open);
            if (close < 0 || !text.AsSpan((open + 1)..close).ContainsAnyInRange('A', 'Z') || text.AsSpan((open + 1)..close).ContainsAnyExceptInRange('A', 'Z'))
            {
                open++;
                continue;
            }

            string value = Slot(text[(open + 1)..close]);
            text = text[..open] + value + text[(close + 1)..];
            open += value.Length;
        }

        return text;
    }

    private string Slot(string name) => name switch
    {
        "NAME" => Name(),
        "NAMEUP" => Name().ToUpperInvariant(),
        "CITY" => Pick("place").ToUpperInvariant(),
        "AGENCYUP" => Pick("agency").ToUpperInvariant(),
        "N" => (Chance(0.5) ? _random.Next(1, 30) : _random.Next(30, 2500)).ToString(CultureInfo.InvariantCulture),
        "DATE" => Date().ToString(Stamps[_random.Next(Stamps.Length)], CultureInfo.InvariantCulture),
        "TIME" => Date().ToString(Clocks[_random.Next(4)], CultureInfo.InvariantCulture) + Zones[_random.Next(Zones.Length)],
        "STAMP" => Stamp(),
        "MONTHDAY" => Date().ToString(Chance(0.5) ? "MMM d" : "MMMM d", CultureInfo.InvariantCulture),
        "HEADLINE" => _headlines[_random.Next(_headlines.Count)],
        "CAPTION" => _captions[_random.Next(_captions.Count)],
        _ => Pick(name.ToLowerInvariant()),
    };

    private string Stamp()
    {
        DateTime time = Date();
        string date = time.ToString(Stamps[_random.Next(Stamps.Length)], CultureInfo.InvariantCulture);
        string clock = time.ToString(Clocks[_random.Next(Clocks.Length)], CultureInfo.InvariantCulture) + Zones[_random.Next(Zones.Length)];
        string joint = Joints[_random.Next(Joints.Length)];
        return Chance(0.15) ? $"{clock}{(joint == " at " ? ", " : joint)}{date}" : date + joint + clock;
    }

    private DateTime Date() => new DateTime(1999, 1, 1).AddMinutes(_random.Next(0, 27 * 365 * 24 * 60));

    private string Name() => Chance(0.7) ? Pick("name") : $"{Pick("first")} {Pick("last")}";

    private string Pick(string slot) => _slots[slot][_random.Next(_slots[slot].Length)];

    private bool Chance(double p) => _random.NextDouble() < p;
}
