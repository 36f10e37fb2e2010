namespace Extraction;

/// <summary>What may be junk, what surely is, and what may never be: nothing is found in junk, so a name that is taken for it is lost to the reader.</summary>
internal static class JunkRules
{
    /// <summary>Marks of lines that lead to somebody or somewhere.</summary>
    public const UnitMarks Addresses = UnitMarks.Url | UnitMarks.Email | UnitMarks.Handle | UnitMarks.Copyright;

    private const int ProseTokens = LayoutRules.ProseTokens;
    private const int TokensPerJunk = 12;
    private const int MostEndingWords = 2;
    private const int LongestCredit = 12;
    private const int FewWords = 4;

    /// <summary>A telephone number has at least so many groups of digits.</summary>
    private const int FewestDialled = 2;

    private static readonly HashLexicon Endings = HashLexicon.OfWords("end ends enditem endit");
    private static readonly HashLexicon MessageLabels = HashLexicon.OfWords("from to cc bcc sent subject attn attention re");
    private static readonly ulong Copyright = TextHash.Lower("copyright");
    private static readonly ulong Page = TextHash.Lower("page");
    private static readonly ulong All = TextHash.Lower("all");
    private static readonly ulong Rights = TextHash.Lower("rights");

    /// <summary>The line may be junk, as far as it and the page tell.</summary>
    /// <param name="x">The line.</param>
    /// <param name="first">Its first token.</param>
    /// <param name="page">The page.</param>
    /// <param name="zone">Its <see cref="PageShape.Zone"/>.</param>
    public static bool MayBe(in UnitShape x, in Token first, in PageShape page, int zone)
    {
        // Plain text has no junk but what says so itself, or stands apart from the story; nor has a table, whose teams and companies are names.
        bool plain = !page.HasFurniture && !StandsApart(x, zone);
        if ((plain || IsTableRow(x)) && !SaysJunk(x, plain))
        {
            return false;
        }

        // Where there is furniture, an appeal or a prompt may be a sentence or two like any other.
        return !IsLabelOfMessage(x) && !IsYear(x, first) && !IsPost(x) && (page.HasFurniture || !IsProse(x));
    }

    /// <summary>Of a few lines typed in, one is junk only if nothing else can be meant: a button, a rights line, a bare address.</summary>
    public static bool IsEvident(in UnitShape x) =>
        (x.Marks & UnitMarks.Wordless) != 0 || (x.Classes & LineWords.Button) != 0 || SaysRights(x) || ((x.Marks & Addresses) != 0 && x.Words < FewWords);

    /// <summary>A rights line: 'Copyright' with a year or a mark, or all rights reserved; not 'Copyright trolls sue bands', nor '© Harbour Pictures', which may be a credit.</summary>
    public static bool SaysRights(in UnitShape x) =>
        (x.FirstWord == Copyright && !x.IsBody && (x.Numbers > 0 || (x.Marks & UnitMarks.Copyright) != 0))
        || (x.FirstWord == All && x.SecondWord == Rights)
        || ((x.Marks & UnitMarks.Copyright) != 0 && x.StartEdge is 5 or 7 && x.Tokens > LongestCredit);

    /// <summary>The short rights line at the foot of a page, a year with the mark: '© 2017 AFP'. Beside a picture it is its credit.</summary>
    /// <param name="x">The line.</param>
    /// <param name="zone">Its <see cref="PageShape.Zone"/>.</param>
    public static bool SaysRightsAtFoot(in UnitShape x, int zone) =>
        zone == 2 && (x.Marks & UnitMarks.Copyright) != 0 && x is { StartEdge: 7, Numbers: 1, Tokens: <= LongestCredit };

    /// <summary>What an agency closes its copy with: <c>Ends</c>, <c>(END)</c>, <c>- Enditem/ls</c>.</summary>
    public static bool SaysEnd(in UnitShape x) => x.Words <= MostEndingWords && Endings.Contains(x.FirstWord) && (x.Words == 1 || x.Tokens > x.Words);

    /// <summary><c>To: Leila Haddad</c>: the head of a message names people.</summary>
    public static bool IsLabelOfMessage(in UnitShape x) => (x.Marks & UnitMarks.Label) != 0 && MessageLabels.Contains(x.FirstWord);

    // Above the story a paper's name, below it lines that share nothing with it: no row of a table, no item of a list, no heading '1917'.
    private static bool StandsApart(in UnitShape x, int zone) =>
        (zone == 0 && x.Words > 0) || (zone == 2 && x.Numbers == 0 && x.Echo <= StoryWords.NothingSaid && x.StartEdge is 0 or 1 && (x.Marks & UnitMarks.Label) == 0);

    // '1917', '1921-1923': the heading of a chronicle.
    private static bool IsYear(in UnitShape x, in Token first) => x is { Words: 0, Numbers: > 0, Tokens: <= 3 } && first.Has(TokenFlags.HasDigit) && first.Length is 4 or 9;

    // 'Baltimore 70 63 .526 4', but no telephone numbers.
    private static bool IsTableRow(in UnitShape x) => x.Numbers >= 3 && x.Capitalized > 0 && x.Tokens >= 5 && (x.Classes & LineWords.Contact) == 0;

    // '@harbour_desk: "The ferry runs again."': what somebody wrote, quoted in the story.
    private static bool IsPost(in UnitShape x) => (x.Marks & UnitMarks.Handle) != 0 && x.StartEdge == 6 && (x.Marks & UnitMarks.Label) != 0 && x.EndEdge is 2 or 5;

    // What reads like prose and names no button; in plain text it may well name an address.
    private static bool IsProse(in UnitShape x) =>
        x.Tokens >= ProseTokens && x.EndEdge is 1 or 2 && x.StartEdge is 0 or 1 or 3 && (x.Classes & (LineWords.Verb | LineWords.Function)) != 0
        && (x.Marks & UnitMarks.Copyright) == 0 && x.Count(LineWords.Share) + x.Count(LineWords.Advert) + x.Count(LineWords.Related) <= x.Tokens / TokensPerJunk;

    // 'Media contact: Ada Obi, +41 61 000 00 00'
    private static bool IsContact(in UnitShape x) => (x.Classes & LineWords.Contact) != 0 && (x.Marks & UnitMarks.Label) != 0 && x.Numbers >= FewestDialled;

    // 'Letters, page 16'
    private static bool IsPageReference(in UnitShape x) => x.LastWord == Page && x is { Numbers: 1, EndEdge: 0, Tokens: <= LongestCredit };

    // Half of its words are buttons', menus' or advertisements', in plain text all but 'and' and 'the'; or it opens like a link; or it is an address, a rights line or no words at all.
    private static bool SaysJunk(in UnitShape x, bool plain)
    {
        if ((x.Marks & (Addresses | UnitMarks.Wordless)) != 0 || x.FirstWord == Copyright || IsContact(x) || IsPageReference(x))
        {
            return true;
        }

        int junk = x.Count(LineWords.Share) + x.Count(LineWords.Nav) + x.Count(LineWords.Advert) + x.Count(LineWords.Related);
        bool opens = (x.FirstClasses & (LineWords.Related | LineWords.Advert | LineWords.Share)) != 0 && (x.Marks & (UnitMarks.Label | UnitMarks.Bar)) != 0;
        bool most = plain ? junk > 0 && junk + x.Count(LineWords.Function) >= x.Words : junk * 2 >= x.Words;
        return most || (junk > 0 && opens);
    }
}
