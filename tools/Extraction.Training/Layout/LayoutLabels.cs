namespace Extraction.Training.Layout;

/// <summary>The own pages were written by a dozen people, who labelled the same lines differently. Here the contract decides.</summary>
internal static class LayoutLabels
{
    private const int HeadLines = 8;
    private const int ShortestBody = 90;
    private const int ShortestBullet = 20;
    private const int LongestCredit = 40;
    private const int LongestPresentation = 14;
    private const LineWords Buttons = LineWords.Share | LineWords.Advert | LineWords.Related | LineWords.Button;

    private static readonly string[] Tags = ["Keywords:", "Related Topics:", "Topics:", "TAGS "];
    private static readonly string[] Rights = ["Copyright", "©"];
    private static readonly string[] Credits = ["Image Credit", "Photo Credit", "Courtesy of"];

    // 'Reporting by …; Editing by …', 'With files from the Canadian Press': who had a hand in the story.
    private static readonly string[] Contributions = ["Reporting by", "(Reporting by", "Additional reporting", "(Additional reporting", "With files from", "(With inputs from", "With inputs from", "With assistance", "— With assistance"];

    // '(Adds quotes)', '(ATTN: RECASTS lead)': what a wire tells its editors.
    private static readonly string[] Advice = ["(ATTN", "(Adds", "(Updates", "(UPDATES", "(Recasts", "(This version", "(This story"];
    private static readonly string[] About = [" is a ", " is an ", " is the ", " covers "];
    private static readonly string[] Endings = ["(END)", "[ENDS]", "ENDS", "Ends", "Enditem"];

    /// <summary>The page with its labels brought to the contract's words.</summary>
    public static LayoutPage Normalise(LayoutPage page)
    {
        LayoutLine[] lines = [.. page.Lines];
        bool headline = lines.Any(l => l.Kind == BlockKind.Headline);
        int firstBody = Array.FindIndex(lines, l => l.Kind == BlockKind.Paragraph && l.Text.Length > ShortestBody);
        for (int i = 0; i < lines.Length; i++)
        {
            string text = lines[i].Text.Trim();
            BlockKind kind = Stamped(text, lines[i].Kind, i, firstBody) ?? Told(text, lines[i].Kind, i, firstBody) ?? lines[i].Kind;
            if (kind == BlockKind.Subhead && !headline)
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

    // Lines that are nothing but a stamp, or mostly one above the story: 'Oman / May 27, 2018, 4:05 PM'.
    private static BlockKind? Stamped(string text, BlockKind kind, int i, int firstBody)
    {
        if (kind is not (BlockKind.Other or BlockKind.Note or BlockKind.Subhead or BlockKind.Paragraph or BlockKind.Agency))
        {
            return null;
        }

        var stamps = new Timestamp[4];
        int count = TimestampGrammar.Read(text, new TextSpan(0, text.Length), stamps);
        int covered = stamps[..count].Where(s => s.Role != TimestampRole.Copyright).Sum(s => s.LabelledSpan.Length);
        bool nearlyAll = covered > 0 && covered * 10 >= text.Length * 8;
        bool junk = kind == BlockKind.Other;
        return (nearlyAll && (!junk || covered == text.Length || i < HeadLines))
            || (junk && i < firstBody && covered > 0 && covered * 2 >= text.Length)
            || (junk && count > 0 && text.StartsWith("date ", StringComparison.Ordinal)) ? BlockKind.Timestamp : null;
    }

    // Lines that say by their words what they are.
    private static BlockKind? Told(string text, BlockKind kind, int i, int firstBody)
    {
        bool junk = kind == BlockKind.Other;
        if (junk || kind is BlockKind.Note or BlockKind.Credit)
        {
            if (Opens(text, Contributions) || text.Contains(" contributed to this ", StringComparison.Ordinal))
            {
                return BlockKind.Note;
            }
        }

        if (junk && firstBody >= 0 && i > firstBody && IsAboutWriter(text))
        {
            return BlockKind.Note;
        }

        if (kind is BlockKind.Note && (Opens(text, Rights) || Endings.Any(e => text == e)))
        {
            return BlockKind.Other;
        }

        if (kind is BlockKind.Standfirst or BlockKind.Other && Opens(text, Advice))
        {
            return BlockKind.Note;
        }

        if (junk && i > 0 && i < firstBody && text.StartsWith("* ", StringComparison.Ordinal) && text.Length > ShortestBullet)
        {
            // '* Q3 net profit 18.2 mln dinars': a wire's bullets sum the story up.
            return BlockKind.Standfirst;
        }

        if (junk && IsTable(text, firstBody >= 0 && i > firstBody))
        {
            // 'Leeds 22 9 9 4 34 19 36', 'Seattle 9, Texas 5': scores and prices name whom they are about, and nothing is found in junk.
            return BlockKind.Paragraph;
        }

        if (kind == BlockKind.Tags && i == 0)
        {
            return BlockKind.Other;
        }

        if (junk && Opens(text, Tags))
        {
            return BlockKind.Tags;
        }

        return kind is BlockKind.Caption or BlockKind.Other && text.Length < LongestCredit && Opens(text, Credits) ? BlockKind.Credit : null;
    }

    // 'Ada Obi is a senior reporter covering ferries. She was previously at the Harbour Times.': half of the writers of pages call it a note, and its names are found there.
    private static bool IsAboutWriter(string text) =>
        text.EndsWith('.') && About.Any(a => text.Contains(a, StringComparison.Ordinal))
        && text.Split(' ').Take(LongestPresentation).Any(w => (LineWordLexicon.Find(TextHash.Lower(w.Trim(',', '.'))) & LineWords.Role) != 0);

    private static bool Opens(string text, string[] openings) => openings.Any(o => text.StartsWith(o, StringComparison.OrdinalIgnoreCase));

    // At least three figures, below the story's beginning two; words among them, no button and no address.
    private static bool IsTable(string text, bool below)
    {
        string[] words = text.Split(' ');
        int figures = words.Count(w => w.TrimEnd(',', ';', '.', ')').LastOrDefault() is var c && char.IsDigit(c));
        bool buttons = words.Any(w => (LineWordLexicon.Find(TextHash.Lower(w.Trim(',', ':', '.', ';'))) & Buttons) != 0);
        return (figures >= 3 || (below && figures == 2 && !buttons)) && words.Any(w => w.Length > 2 && char.IsUpper(w[0]))
            && text.AsSpan().IndexOfAny("@/|©") < 0 && !text.Contains("://", StringComparison.Ordinal);
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
