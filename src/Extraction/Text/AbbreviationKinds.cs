namespace Extraction;

/// <summary>What a word written with a full stop abbreviates; see Lexicon/abbreviations.txt.</summary>
[Flags]
internal enum AbbreviationKinds : ushort
{
    None = 0,

    /// <summary>Stands before a name: <c>Mr.</c></summary>
    Title = 1,

    /// <summary>Stands before a number: <c>No. 5</c>.</summary>
    Number = 2,

    /// <summary>Part of an organisation's name: <c>Inc.</c></summary>
    Company = 4,

    Month = 8,

    Weekday = 16,

    State = 32,

    /// <summary>Part of an address: <c>Ave.</c></summary>
    Place = 64,

    /// <summary>Latin and editorial: <c>e.g.</c></summary>
    Latin = 128,

    /// <summary><c>a.m.</c></summary>
    Time = 256,

    /// <summary>After a name: <c>Jr.</c>, <c>Ph.D.</c></summary>
    Degree = 512,

    /// <summary><c>lb.</c></summary>
    Measure = 1024,

    /// <summary><c>U.S.</c></summary>
    Initials = 2048,

    Other = 4096,

    /// <summary>Also an ordinary word, so that its stop may well end a sentence: <c>No.</c></summary>
    Word = 8192,

    /// <summary>Goes on: no sentence ends in it (<c>e.g.</c>, <c>vs.</c>).</summary>
    Inner = 16384,
}
