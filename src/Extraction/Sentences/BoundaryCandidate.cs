namespace Extraction;

/// <summary>A place where a sentence may end on punctuation, with all that rules and model look at. Offsets are into the text.</summary>
internal struct BoundaryCandidate
{
    /// <summary>Start of the marks <c>.?!…</c>.</summary>
    public int CoreStart;

    /// <summary>End of the marks, before closing quotation marks and brackets.</summary>
    public int CoreEnd;

    /// <summary>Where the sentence would end: after closing marks and footnote numbers.</summary>
    public int End;

    /// <summary>Start of the next word, after opening marks.</summary>
    public int Next;

    public CoreKind Core;
    public CloserKind Closer;
    public OpenerKind Opener;
    public GapKind Gap;

    public WordShape PreviousShape;
    public WordShape SecondPreviousShape;
    public WordShape NextShape;
    public WordShape SecondNextShape;
    public ulong PreviousHash;
    public ulong SecondPreviousHash;
    public ulong NextHash;
    public ulong SecondNextHash;

    /// <summary>Length of the word before.</summary>
    public int PreviousLength;

    /// <summary>What the word before abbreviates.</summary>
    public AbbreviationKinds Kinds;

    /// <summary>The word before has stops between single letters: <c>U.S</c>.</summary>
    public bool Initialism;

    /// <summary>The word before is the first of the unit.</summary>
    public bool AtStart;

    /// <summary>The word before ends in lower case: <c>p.m.</c> against <c>P.M.</c></summary>
    public bool PreviousEndsLower;

    /// <summary>The word before has a vowel.</summary>
    public bool PreviousHasVowel;

    /// <summary>A stop stands after the next word: <c>J.</c>, <c>Mr.</c></summary>
    public bool NextStop;

    /// <summary>A verb of speech is one of the words after the next: <c>?" Smith asked</c>.</summary>
    public bool SpeechFollows;

    /// <summary>The next word, without <c>'s</c> and the like, begins sentences; see <see cref="SentenceStarters"/>.</summary>
    public bool NextStarts;

    /// <summary>It begins sentences and no names.</summary>
    public bool NextStartsForCertain;

    /// <summary>The next word is a title with its stop: <c>Gov.</c></summary>
    public bool NextIsTitle;

    /// <summary>The word two back ends in a stop, a colon or a semicolon, so that a number after it may be a list's: <c>Definitions. 4. Restrictions</c>.</summary>
    public bool SecondPreviousEndsInMark;

    /// <summary>White space stands before the marks.</summary>
    public bool SpaceBeforeCore;

    /// <summary>A closing bracket stands between the next word and the one after it: <c>(2) So</c>.</summary>
    public bool SecondNextAfterBracket;

    /// <summary>An ellipsis with spaces: <c>. . .</c></summary>
    public bool SpacedEllipsis;

    /// <summary>The text begins its sentences in lower case.</summary>
    public bool LowerCaseText;

    /// <summary>The word before was seen in this text with its stop inside a sentence.</summary>
    public bool SeenAsAbbreviation;

    public enum CoreKind : byte
    {
        Stop,
        Question,
        Exclamation,

        /// <summary>Two stops or more, with or without spaces between.</summary>
        Ellipsis,

        /// <summary>Four stops or more.</summary>
        LongEllipsis,

        /// <summary>Two question or exclamation marks or more.</summary>
        Mixed,
    }

    public enum CloserKind : byte
    {
        None,
        Quote,
        Bracket,
    }

    public enum OpenerKind : byte
    {
        None,
        Quote,
        Bracket,
        Dash,
    }

    public enum GapKind : byte
    {
        Space,
        Wide,
        LineBreak,

        /// <summary>No space at all.</summary>
        None,
    }
}
