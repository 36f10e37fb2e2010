namespace Extraction;

/// <summary>Kinds that need no weighing.</summary>
internal static class LayoutRules
{
    /// <summary>Every kind is open.</summary>
    public const ushort AnyKind = (1 << LayoutModel.Kinds) - 1;

    private const int ProseTokens = 14;
    private const int TokensPerJunk = 12;
    private const int PlainBodyTokens = 24;
    private const int LonePlainTokens = 28;
    private const int FewestHeadlineWords = 2;
    private const int LongCaptionTokens = 46;
    private const int LongestHeading = 20;
    private const int ScrapHeadlineWords = 4;
    private const int MostEndingWords = 2;
    private const int LongestCredit = 12;
    private const int LongestSlug = 6;

    /// <summary>A clock with a date and a zone has no more tokens: <c>Aug 14, 2023 18:30 (IST)</c>.</summary>
    private const int LongestClock = 9;
    private const UnitMarks Addresses = UnitMarks.Url | UnitMarks.Email | UnitMarks.Handle | UnitMarks.Copyright;

    private static readonly HashLexicon Endings = HashLexicon.OfWords("end ends enditem endit");
    private static readonly HashLexicon MessageLabels = HashLexicon.OfWords("from to cc bcc sent subject attn attention re");
    private static readonly ulong Related = TextHash.Lower("related");
    private static readonly ulong Tags = TextHash.Lower("tags");
    private static readonly ulong Topics = TextHash.Lower("topics");
    private static readonly ulong Keywords = TextHash.Lower("keywords");

    private static readonly ulong By = TextHash.Lower("by");
    private static readonly ulong Copyright = TextHash.Lower("copyright");
    private static readonly ulong All = TextHash.Lower("all");
    private static readonly ulong Rights = TextHash.Lower("rights");

    /// <summary>A paragraph among paragraphs: not worth the weighing. The training program weighs these, too, or it would take paragraphs for rare.</summary>
    public static bool IsPlainParagraph(ReadOnlySpan<UnitShape> shapes, in PageShape page, int i)
    {
        if (i == 0 || i + 1 >= shapes.Length || !IsPlainBody(shapes[i]))
        {
            return false;
        }

        bool before = shapes[i - 1].IsBody;
        bool after = shapes[i + 1].IsBody;
        // Beside one paragraph only, a caption or a note could look like this.
        return (before && after) || ((before || after) && page.Zone(i) == 1 && shapes[i].Tokens >= LonePlainTokens && (shapes[i].Classes & (LineWords.Photo | LineWords.Note | LineWords.Share)) == 0);
    }

    /// <summary>The kinds that a unit may be, a bit each.</summary>
    public static ushort Allowed(ReadOnlySpan<LayoutUnit> units, ReadOnlySpan<UnitShape> shapes, ReadOnlySpan<Token> tokens, in PageShape page, int i)
    {
        ref readonly UnitShape x = ref shapes[i];
        if (units[i].IsHeader)
        {
            return Only(BlockKind.Timestamp);
        }

        // 'Tags: #Ukraine #World News', 'Topics: Amazon; Brazil', 'TAGS LENORA CASTLEBERRY FCC'
        if ((x.FirstWord == Tags || x.FirstWord == Topics || x.FirstWord == Keywords || (x.FirstWord == Related && x.SecondWord == Topics)) && x.Tokens >= 3 && !x.IsBody
            && ((x.Marks & UnitMarks.Label) != 0 || (x.Marks & UnitMarks.Hashtag) != 0))
        {
            return Only(BlockKind.Tags);
        }

        // 'Ends', '(END)', '- Enditem/ls'
        if (page.Zone(i) != 0 && i > 0 && x.Words <= MostEndingWords && Endings.Contains(x.FirstWord) && (x.Words == 1 || x.Tokens > x.Words))
        {
            return Only(BlockKind.Other);
        }

        if ((x.Marks & UnitMarks.Initials) != 0 && page.Zone(i) != 0 && x.StampCount == 0)
        {
            return Only(BlockKind.Other);
        }

        // 'MOSUL, Iraq (AP)'
        if (x.Dateline == 2 && x.EndEdge == 6 && x.AllCaps > 0)
        {
            return Only(BlockKind.Dateline);
        }

        // 'Copyright 2015 Harbour AG. All rights reserved.'
        if (units.Length > 1 && SaysRights(x))
        {
            return Only(BlockKind.Other);
        }

        // 'By The Associated Press': nothing but an agency's name.
        if (x.FirstWord == By && x.Count(LineWords.Agency) > 0 && x.Count(LineWords.Agency) + x.Count(LineWords.Function) >= x.Words && x.Tokens <= LongestSlug)
        {
            return Only(BlockKind.Agency);
        }

        // 'By Hamish Rennie', 'by Perpetua Lightbody', 'BY NAM YU-SEO [nam@…]'; not 'By Friday the water had risen.'
        if (x.FirstWord == By && x.Tokens <= 26 && page.Zone(i) != 1 && x.EndEdge is not (1 or 2) && NameFollows(tokens[units[i].FirstToken..units[i].EndToken]))
        {
            return Only(BlockKind.Byline);
        }

        // 'first published: Feb 25, 2022 06:53 am' and 'Wed 19 Sep 2018 18.00 BST', with nothing else on the line, away from comments at the end.
        if (x.StampCount > 0 && x.OutsideStamps <= (x.StampRole != TimestampRole.None && x.FirstWord != By ? 1 : 0) && x.Tokens <= 24 && (x.StampRole != TimestampRole.None || page.Zone(i) == 0))
        {
            return Only(BlockKind.Timestamp);
        }

        // '___', '* * *': rules between the parts of a page. In plain text a line of dots may be somebody's words.
        if ((x.Marks & UnitMarks.Wordless) != 0)
        {
            return page.HasFurniture ? Only(BlockKind.Other) : (ushort)((1 << (int)BlockKind.Other) | (1 << (int)BlockKind.Paragraph));
        }

        // 'December 6, 2018 | Print |', 'March 04, 2021 01:00 ET | Source: Harbour AG'
        if (x.StampCount > 0 && x.StartsWithStamp && x.OutsideStamps <= 6 && page.Zone(i) == 0 && !x.IsNameBesideStamp && (x.Marks & UnitMarks.Bar) != 0)
        {
            return Only(BlockKind.Timestamp);
        }

        if (IsEntry(shapes, page, i, out BlockKind entry))
        {
            return Only(entry);
        }

        // A text of one line is text, whatever it looks like, unless it is a stamp.
        if (units.Length == 1)
        {
            return (ushort)((1 << (int)BlockKind.Paragraph) | (x.StampCount > 0 && x.OutsideStamps <= 4 ? 1 << (int)BlockKind.Timestamp : 0));
        }

        ushort kinds = page.IsScrap ? Evident(x, i) : AnyKind;
        if ((x.Words < FewestHeadlineWords && x.Echo != StoryWords.AllSaid) || (x.Tokens <= LongestSlug && IsOneWord(tokens[units[i].FirstToken..units[i].EndToken])))
        {
            // 'World', 'Storm-coast,2ndlead': a section or a wire's slug stands above the headline. What the story is about may head it in one word: 'Tarvasjoki'.
            kinds &= unchecked((ushort)~(1 << (int)BlockKind.Headline));
        }

        if ((x.Tokens >= LongCaptionTokens || (x.StartEdge == 3 && x.Tokens >= ProseTokens)) && (x.Classes & LineWords.Photo) == 0)
        {
            // Long text without a credit, or what somebody said, set in larger type: '"It is a long game." - Ada Obi'.
            kinds &= unchecked((ushort)~(1 << (int)BlockKind.Caption));
        }

        // Plain text has no junk but what says so itself, or stands above the story, as a paper's name does; nor has a table, whose teams and companies are names.
        if ((((!page.HasFurniture && !StandsApart(x, page.Zone(i))) || IsTableRow(x)) && !SaysJunk(x)) || IsLabelOfMessage(x) || IsYear(x, tokens[units[i].FirstToken]))
        {
            return (ushort)(kinds & ~(1 << (int)BlockKind.Other));
        }

        // What reads like prose and names no button, link or address is no junk: its dates, names and quotes would be lost.
        int junk = x.Count(LineWords.Share) + x.Count(LineWords.Advert) + x.Count(LineWords.Related);
        bool said = (x.Marks & UnitMarks.Handle) != 0 && x.StartEdge == 6 && (x.Marks & UnitMarks.Label) != 0 && x.EndEdge is 2 or 5;
        if (said)
        {
            // '@harbour_desk: "The ferry runs again."': what somebody wrote, quoted in the story.
            return (ushort)(kinds & ~(1 << (int)BlockKind.Other));
        }

        if (x.Tokens >= ProseTokens && x.EndEdge is 1 or 2 && x.StartEdge is 0 or 1 or 3 && (x.Classes & (LineWords.Verb | LineWords.Function)) != 0
            && (x.Marks & Addresses) == 0 && junk <= x.Tokens / TokensPerJunk)
        {
            return (ushort)(kinds & ~(1 << (int)BlockKind.Other));
        }

        return kinds;
    }

    // Above the story a paper's name, below it lines that share nothing with it: no row of a table, no item of a list, no heading '1917'.
    private static bool StandsApart(in UnitShape x, int zone) =>
        (zone == 0 && x.Words > 0) || (zone == 2 && x.Numbers == 0 && x.Echo <= StoryWords.NothingSaid && x.StartEdge is 0 or 1 && (x.Marks & UnitMarks.Label) == 0);

    // Of a few lines each is text, but for what it says itself: a first line in some words may be the headline, 'Reuters' an agency, 'Photo: …' a caption.
    private static ushort Evident(in UnitShape x, int i)
    {
        int kinds = 1 << (int)BlockKind.Paragraph;
        kinds |= i == 0 && x.Words >= ScrapHeadlineWords && x.StartEdge is 1 or 3 && !IsLabelOfMessage(x) ? 1 << (int)BlockKind.Headline : 0;
        kinds |= (x.Classes & LineWords.Agency) != 0 && x.Words <= ScrapHeadlineWords ? (1 << (int)BlockKind.Agency) | (1 << (int)BlockKind.Byline) : 0;
        kinds |= x.StampCount > 0 ? 1 << (int)BlockKind.Timestamp : 0;
        kinds |= x.Dateline == 2 ? 1 << (int)BlockKind.Dateline : 0;
        kinds |= (x.Classes & LineWords.Photo) != 0 ? (1 << (int)BlockKind.Caption) | (1 << (int)BlockKind.Credit) : 0;
        kinds |= (x.Classes & LineWords.Tags) != 0 || (x.Marks & UnitMarks.Hashtag) != 0 ? 1 << (int)BlockKind.Tags : 0;
        kinds |= (x.Classes & LineWords.Note) != 0 ? 1 << (int)BlockKind.Note : 0;
        bool junk = (x.Marks & UnitMarks.Wordless) != 0 || (x.Classes & LineWords.Button) != 0 || SaysRights(x) || ((x.Marks & Addresses) != 0 && x.Words < ScrapHeadlineWords);
        return (ushort)(kinds | (junk ? 1 << (int)BlockKind.Other : 0));
    }

    // 'To: Anna Weber': the head of a message names people.
    private static bool IsLabelOfMessage(in UnitShape x) => (x.Marks & UnitMarks.Label) != 0 && MessageLabels.Contains(x.FirstWord);

    // An entry of a live page stands below its clock: '6:40 pm', then perhaps a heading, then the text.
    private static bool IsEntry(ReadOnlySpan<UnitShape> shapes, in PageShape page, int i, out BlockKind kind)
    {
        kind = BlockKind.Paragraph;
        if (i == 0 || page.Zone(i) == 0 || !IsClock(shapes[i - 1]) || shapes[i].StampCount > 0 || shapes[i].Words < 2)
        {
            return false;
        }

        if (shapes[i].EndEdge is 1 or 2 || shapes[i].Tokens > LongestHeading)
        {
            return true;
        }

        kind = BlockKind.Subhead;
        return i + 1 < shapes.Length && shapes[i + 1].EndEdge is 1 or 2 && (shapes[i].Marks & Addresses) == 0;
    }

    private static bool IsOneWord(ReadOnlySpan<Token> tokens)
    {
        foreach (ref readonly Token token in tokens[1..])
        {
            if (token.Has(TokenFlags.SpaceBefore))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsClock(in UnitShape x) => x.HasClock && x.OutsideStamps == 0 && x.StampRole == TimestampRole.None && x.Tokens <= LongestClock;

    private static bool IsPlainBody(in UnitShape x) =>
        x.IsBody && x.Tokens >= PlainBodyTokens && (x.Marks & (Addresses | UnitMarks.Bracketed | UnitMarks.Bullet | UnitMarks.Label)) == 0
        && x.Count(LineWords.Note) + x.Count(LineWords.Photo) + x.Count(LineWords.Share) + x.Count(LineWords.Advert) <= 3;

    // '1917', '1921-1923': the heading of a chronicle.
    private static bool IsYear(in UnitShape x, in Token first) => x is { Words: 0, Numbers: > 0, Tokens: <= 3 } && first.Has(TokenFlags.HasDigit) && first.Length is 4 or 9;

    // 'Baltimore 70 63 .526 4'
    private static bool IsTableRow(in UnitShape x) => x.Numbers >= 3 && x.Capitalized > 0 && x.Tokens >= 5;

    // Half of its words are buttons', menus' or advertisements'; or it opens like a link; or it is an address, a rights line or no words at all.
    private static bool SaysJunk(in UnitShape x) =>
        (x.Marks & (Addresses | UnitMarks.Wordless)) != 0 || x.FirstWord == Copyright
        || x.Count(LineWords.Share) + x.Count(LineWords.Nav) + x.Count(LineWords.Advert) + x.Count(LineWords.Related) is var junk && (junk * 2 >= x.Words || (junk > 0 && (x.FirstClasses & (LineWords.Related | LineWords.Advert | LineWords.Share)) != 0 && (x.Marks & (UnitMarks.Label | UnitMarks.Bar)) != 0));

    /// <summary>A rights line: 'Copyright' with a year or a mark, or all rights reserved; not 'Copyright trolls sue bands', nor '© Harbour Pictures', which may be a credit.</summary>
    public static bool SaysRights(in UnitShape x) =>
        (x.FirstWord == Copyright && !x.IsBody && (x.Numbers > 0 || (x.Marks & UnitMarks.Copyright) != 0)) || (x.FirstWord == All && x.SecondWord == Rights)
        || ((x.Marks & UnitMarks.Copyright) != 0 && x.StartEdge is 5 or 7 && x.Tokens > LongestCredit);

    private static ushort Only(BlockKind kind) => (ushort)(1 << (int)kind);

    // Two capitalised words within the first six, and few small ones.
    private static bool NameFollows(ReadOnlySpan<Token> tokens)
    {
        int capitals = 0;
        foreach (ref readonly Token token in tokens[1..Math.Min(tokens.Length, 7)])
        {
            capitals += token.Has(TokenFlags.Capitalized) ? 1 : 0;
        }

        return capitals >= 2;
    }
}
