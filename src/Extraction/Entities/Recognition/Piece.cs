namespace Extraction;

/// <summary>What the recogniser reads: a token, or a part of a hyphenated one of which only a part can be a name ('U.S.' in 'U.S.-led').</summary>
internal struct Piece
{
    public int Start;
    public int End;
    public int Token;

    /// <summary>First and last piece of the run of capitalised pieces it stands in.</summary>
    public int RunStart;
    public int RunEnd;

    public PieceFlags Flags;

    /// <summary>Lists of the gazetteers that hold it alone, and that hold a longer phrase over it (bits of <see cref="GazetteerList"/>).</summary>
    public uint Alone;
    public uint Within;

    /// <summary>Clusters from coarse to fine, 0 for unknown words.</summary>
    public ClusterPath Clusters;

    public ulong Hash;
    public ulong Lower;
    public ulong Shape;
    public ulong ShortShape;
}

[Flags]
internal enum PieceFlags : ushort
{
    None = 0,

    /// <summary>The first letter is upper case.</summary>
    Capital = 1,

    /// <summary>May be part of a name.</summary>
    Candidate = 2,

    /// <summary>At most two pieces from a candidate, so its features are asked for.</summary>
    Near = 4,

    /// <summary>First of its sentence.</summary>
    First = 8,

    /// <summary>Last of its sentence.</summary>
    Final = 16,

    /// <summary>Stands in a line of capitalised words ('Floods Leave Thousands Homeless').</summary>
    TitleLine = 32,

    /// <summary>Stands in a line of capitals.</summary>
    CapsLine = 64,

    /// <summary>Letters, lower case first.</summary>
    LowerWord = 128,

    /// <summary>Begins with a digit.</summary>
    Digit = 256,

    /// <summary>Two or more letters, all upper case.</summary>
    AllCaps = 512,

    /// <summary>Nothing but punctuation or other marks.</summary>
    Mark = 1024,

    /// <summary>An account's handle.</summary>
    Handle = 2048,

    /// <summary>Its identity is not to be used: the name of one year's politics.</summary>
    Masked = 4096,

    /// <summary>Stands in the name of an election that begins with its year.</summary>
    Election = 8192,
}

/// <summary>A word's place in the hierarchy of word clusters; 0 is none.</summary>
internal readonly record struct ClusterPath(ushort Coarse, ushort Middle, ushort Fine, ushort Finest);
