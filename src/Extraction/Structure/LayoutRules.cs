namespace Extraction;

/// <summary>Kinds that need no weighing, and those that a line may not be; <see cref="JunkRules"/> tells what may be junk.</summary>
internal static class LayoutRules
{
    /// <summary>Every kind is open.</summary>
    public const ushort AnyKind = (1 << LayoutModel.Kinds) - 1;

    /// <summary>Prose has at least so many tokens.</summary>
    public const int ProseTokens = 14;

    private const int PlainBodyTokens = 24;
    private const int LonePlainTokens = 28;
    private const int FewestHeadlineWords = 2;
    private const int LongCaptionTokens = 46;
    private const int LongestHeading = 20;
    private const int ScrapHeadlineWords = 4;
    private const int LongestSlug = 6;
    private const int LongestByline = 26;
    private const int LongestStamp = 24;

    /// <summary>A clock with a date and a zone has no more tokens: <c>Aug 14, 2023 18:30 (IST)</c>.</summary>
    private const int LongestClock = 9;

    private static readonly ulong Related = TextHash.Lower("related");
    private static readonly ulong Tags = TextHash.Lower("tags");
    private static readonly ulong Topics = TextHash.Lower("topics");
    private static readonly ulong Keywords = TextHash.Lower("keywords");

    /// <summary>A paragraph among paragraphs: not worth the weighing. The training program weighs these, too, or it would take paragraphs for rare.</summary>
    private static bool IsPlainParagraph(ReadOnlySpan<UnitShape> shapes, in PageShape page, int i)
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

    /// <summary>The kinds that the decoder may choose from, a bit each: a plain paragraph is one without further look.</summary>
    public static ushort Choices(ReadOnlySpan<LayoutUnit> units, ReadOnlySpan<UnitShape> shapes, ReadOnlySpan<Token> tokens, in PageShape page, int i) =>
        IsPlainParagraph(shapes, page, i) ? (ushort)Bit(BlockKind.Paragraph) : Allowed(units, shapes, tokens, page, i);

    /// <summary>The kinds that a unit may be, a bit each.</summary>
    public static ushort Allowed(ReadOnlySpan<LayoutUnit> units, ReadOnlySpan<UnitShape> shapes, ReadOnlySpan<Token> tokens, in PageShape page, int i)
    {
        int certain = Certain(units, shapes, tokens, page, i);
        return (ushort)(certain != 0 ? certain : Open(units, shapes, tokens, page, i));
    }

    // The kinds of a line that says itself what it is; 0 where it does not.
    private static int Certain(ReadOnlySpan<LayoutUnit> units, ReadOnlySpan<UnitShape> shapes, ReadOnlySpan<Token> tokens, in PageShape page, int i)
    {
        ref readonly UnitShape x = ref shapes[i];
        int zone = page.Zone(i);
        if (units[i].IsHeader)
        {
            return Bit(BlockKind.Timestamp);
        }

        // 'Tags: #Ukraine #World News', 'Topics: Amazon; Brazil', 'TAGS LENORA CASTLEBERRY FCC'
        if ((x.FirstWord == Tags || x.FirstWord == Topics || x.FirstWord == Keywords || (x.FirstWord == Related && x.SecondWord == Topics)) && x.Tokens >= 3 && !x.IsBody
            && ((x.Marks & UnitMarks.Label) != 0 || (x.Marks & UnitMarks.Hashtag) != 0))
        {
            return Bit(BlockKind.Tags);
        }

        if (zone != 0 && ((i > 0 && JunkRules.SaysEnd(x)) || ((x.Marks & UnitMarks.Initials) != 0 && x.StampCount == 0)))
        {
            return Bit(BlockKind.Other);
        }

        // 'MOSUL, Iraq (AP)'
        if (x.Dateline == 2 && x.EndEdge == 6 && x.AllCaps > 0)
        {
            return Bit(BlockKind.Dateline);
        }

        // 'Copyright 2015 Harbour AG. All rights reserved.'
        if (units.Length > 1 && (JunkRules.SaysRights(x) || JunkRules.SaysRightsAtFoot(x, zone)))
        {
            return Bit(BlockKind.Other);
        }

        // 'By The Associated Press': nothing but an agency's name.
        if (x.FirstWord == LineWordLexicon.By && x.Count(LineWords.Agency) > 0 && x.Count(LineWords.Agency) + x.Count(LineWords.Function) >= x.Words && x.Tokens <= LongestSlug)
        {
            return Bit(BlockKind.Agency);
        }

        // 'By Hamish Rennie', 'by Perpetua Lightbody', 'BY NAM YU-SEO [nam@…]'; not 'By Friday the water had risen.'
        if (x.FirstWord == LineWordLexicon.By && x.Tokens <= LongestByline && zone != 1 && x.EndEdge is not (1 or 2) && NameFollows(tokens[units[i].FirstToken..units[i].EndToken]))
        {
            return Bit(BlockKind.Byline);
        }

        // '(Harbour Shimbun, Dec. 16, 2002)' below the story: where it was taken from.
        if (zone != 0 && (x.Marks & UnitMarks.Bracketed) != 0 && x.StampCount > 0 && !x.HasClock && (x.IsNameBesideStamp || (x.OutsideStamps <= 3 && (x.Classes & LineWords.Agency) != 0)))
        {
            return Bit(BlockKind.Agency);
        }

        // 'first published: Feb 25, 2022 06:53 am' and 'Wed 19 Sep 2018 18.00 BST', with nothing else on the line, away from comments at the end.
        if (x.StampCount > 0 && x.OutsideStamps <= (x.StampRole != TimestampRole.None && x.FirstWord != LineWordLexicon.By ? 1 : 0) && x.Tokens <= LongestStamp && (x.StampRole != TimestampRole.None || zone == 0))
        {
            return Bit(BlockKind.Timestamp);
        }

        // '___', '* * *': rules between the parts of a page. In plain text a line of dots may be somebody's words.
        if ((x.Marks & UnitMarks.Wordless) != 0)
        {
            return Bit(BlockKind.Other) | (page.HasFurniture ? 0 : Bit(BlockKind.Paragraph));
        }

        // 'December 6, 2018 | Print |', 'March 04, 2021 01:00 ET | Source: Harbour AG'
        if (x.StampCount > 0 && x.StartsWithStamp && x.OutsideStamps <= 6 && zone == 0 && !x.IsNameBesideStamp && (x.Marks & UnitMarks.Bar) != 0)
        {
            return Bit(BlockKind.Timestamp);
        }

        if (IsEntry(shapes, page, i, out BlockKind entry))
        {
            return Bit(entry);
        }

        // 'Here are the latest updates:' above the first clock of a live page.
        if (zone != 0 && x.EndEdge == 3 && x.Tokens <= LongestHeading && i + 1 < shapes.Length && IsClock(shapes[i + 1]))
        {
            return Bit(BlockKind.Other);
        }

        // A text of one line is text, whatever it looks like, unless it is a stamp.
        return units.Length > 1 ? 0 : Bit(BlockKind.Paragraph) | (x.StampCount > 0 && x.OutsideStamps <= 4 ? Bit(BlockKind.Timestamp) : 0);
    }

    // What is left open for a line that must be weighed.
    private static int Open(ReadOnlySpan<LayoutUnit> units, ReadOnlySpan<UnitShape> shapes, ReadOnlySpan<Token> tokens, in PageShape page, int i)
    {
        ref readonly UnitShape x = ref shapes[i];
        int kinds = page.IsScrap ? Evident(x, i) : AnyKind;
        if ((x.Words < FewestHeadlineWords && x.Echo != StoryWords.AllSaid) || (x.Tokens <= LongestSlug && IsOneWord(tokens[units[i].FirstToken..units[i].EndToken])))
        {
            // 'World', 'Storm-coast,2ndlead': a section or a wire's slug stands above the headline. What the story is about may head it in one word: 'Tarvasjoki'.
            kinds &= ~Bit(BlockKind.Headline);
        }

        if ((x.Tokens >= LongCaptionTokens || (x.StartEdge == 3 && x.Tokens >= ProseTokens)) && (x.Classes & LineWords.Photo) == 0)
        {
            // Long text without a credit, or what somebody said, set in larger type: '"It is a long game." - Ada Obi'.
            kinds &= ~Bit(BlockKind.Caption);
        }

        return JunkRules.MayBe(x, tokens[units[i].FirstToken], page, page.Zone(i)) ? kinds : kinds & ~Bit(BlockKind.Other);
    }

    // Of a few lines each is text, but for what it says itself: a first line in some words may be the headline, 'Reuters' an agency, 'Photo: …' a caption.
    private static int Evident(in UnitShape x, int i)
    {
        int kinds = Bit(BlockKind.Paragraph);
        kinds |= i == 0 && x.Words >= ScrapHeadlineWords && x.StartEdge is 1 or 3 && !JunkRules.IsLabelOfMessage(x) ? Bit(BlockKind.Headline) : 0;
        kinds |= (x.Classes & LineWords.Agency) != 0 && x.Words <= ScrapHeadlineWords ? Bit(BlockKind.Agency) | Bit(BlockKind.Byline) : 0;
        kinds |= x.StampCount > 0 ? Bit(BlockKind.Timestamp) : 0;
        kinds |= x.Dateline == 2 ? Bit(BlockKind.Dateline) : 0;
        kinds |= (x.Classes & LineWords.Photo) != 0 ? Bit(BlockKind.Caption) | Bit(BlockKind.Credit) : 0;
        kinds |= (x.Classes & LineWords.Tags) != 0 || (x.Marks & UnitMarks.Hashtag) != 0 ? Bit(BlockKind.Tags) : 0;
        kinds |= (x.Classes & LineWords.Note) != 0 ? Bit(BlockKind.Note) : 0;
        return kinds | (JunkRules.IsEvident(x) ? Bit(BlockKind.Other) : 0);
    }

    // An entry of a live page stands below its clock: '6:40 pm', then perhaps a heading, then the text.
    private static bool IsEntry(ReadOnlySpan<UnitShape> shapes, in PageShape page, int i, out BlockKind kind)
    {
        kind = BlockKind.Paragraph;
        if (i == 0 || page.Zone(i) == 0 || !IsClock(shapes[i - 1]) || shapes[i].StampCount > 0 || shapes[i].Words < 2
            || ((shapes[i].Classes & LineWords.Photo) != 0 && shapes[i].EndEdge is not (1 or 2)))
        {
            return false;
        }

        if (shapes[i].EndEdge is 1 or 2 || shapes[i].Tokens > LongestHeading)
        {
            return true;
        }

        kind = BlockKind.Subhead;
        return i + 1 < shapes.Length && shapes[i + 1].EndEdge is 1 or 2 && (shapes[i].Marks & JunkRules.Addresses) == 0;
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
        x.IsBody && x.Tokens >= PlainBodyTokens && (x.Marks & (JunkRules.Addresses | UnitMarks.Bracketed | UnitMarks.Bullet | UnitMarks.Label)) == 0
        && x.Count(LineWords.Note) + x.Count(LineWords.Photo) + x.Count(LineWords.Share) + x.Count(LineWords.Advert) <= 3;

    private static int Bit(BlockKind kind) => 1 << (int)kind;

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
