using System.Runtime.InteropServices;

namespace Extraction;

/// <summary>Marks that tell something about a line.</summary>
[Flags]
internal enum UnitMarks : ushort
{
    None = 0,

    /// <summary><c>|</c> or <c>·</c> between words.</summary>
    Bar = 1,

    /// <summary>Begins with a bullet: <c>*</c>, <c>•</c>, <c>-</c>.</summary>
    Bullet = 2,
    Url = 4,
    Email = 8,
    Handle = 16,
    Hashtag = 32,
    Copyright = 64,

    /// <summary>Brackets around all of it.</summary>
    Bracketed = 128,

    /// <summary>A colon within the first four tokens.</summary>
    Label = 256,

    /// <summary><c>&gt;</c>, <c>»</c> or <c>/</c> between words, as in a path through the site's sections.</summary>
    Path = 512,

    /// <summary>Ends in a colon.</summary>
    EndsInColon = 1024,

    /// <summary>Quotation marks around all of it.</summary>
    Quoted = 2048,

    /// <summary>No letter and no digit.</summary>
    Wordless = 4096,

    /// <summary>Editors' initials that a wire signs off with: <c>ef/jg/rma</c>, <c>str-hn/rb/dk</c>.</summary>
    Initials = 8192,

    /// <summary>Ends in a question mark, as headings between answers do.</summary>
    Question = 16384,
}

/// <summary>What is seen of a unit at a glance; computed once, read by its own features and by its neighbours'.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct UnitShape
{
    public int Tokens;

    /// <summary>Tokens with a letter, among those looked at.</summary>
    public int Words;
    public int Capitalized;
    public int AllCaps;
    public int Numbers;

    /// <summary>Tokens looked at that belong to no stamp and are words.</summary>
    public int OutsideStamps;
    public LineWords Classes;
    public LineWords FirstClasses;
    public LineWords LastClasses;

    /// <summary>Number of words of each class, four bits each, stopping at 15.</summary>
    public ulong Counts;
    public UnitMarks Marks;

    /// <summary>What it begins and ends with: see <see cref="UnitEdges"/>.</summary>
    public byte StartEdge;

    /// <inheritdoc cref="StartEdge"/>
    public byte EndEdge;
    public ulong FirstWord;
    public ulong SecondWord;
    public ulong LastWord;

    /// <summary>Hash of all its words; equal lines have equal hashes.</summary>
    public ulong Hash;
    public TimestampRole StampRole;
    public byte StampCount;
    public bool HasClock;

    /// <summary>Two to four capitalised words that could be a person's name, with no other mark; also several joined by <c>and</c> or commas.</summary>
    public bool IsNameLike;

    /// <summary>What stands beside the stamps could be a person's name: <c>Dilnoza Yuldasheva Oct 4, 2019</c>.</summary>
    public bool IsNameBesideStamp;

    /// <summary>A stamp, its label included, is what the line begins with.</summary>
    public bool StartsWithStamp;

    /// <summary>0 no dateline, 1 at the head, 2 all of it.</summary>
    public byte Dateline;

    /// <summary>Long enough for body text, and ends like a sentence.</summary>
    public bool IsBody;

    /// <summary>An earlier line within reach says the same.</summary>
    public bool IsRepeat;

    /// <summary>How much of it the running text says, too: see <see cref="StoryWords.Echo"/>.</summary>
    public byte Echo;

    /// <summary>The same of its last capitalised word.</summary>
    public byte NameEcho;

    /// <summary>How many of its words the running text says, too.</summary>
    public byte Said;

    /// <summary>Of the lines above the running text 1 for the one that says most of its words, 2 for the second if it stands below the first, 3 if above; else 0.</summary>
    public byte TopicRank;

    public readonly int Count(LineWords single) => (int)(Counts >> (4 * System.Numerics.BitOperations.TrailingZeroCount((uint)single))) & 15;
}
