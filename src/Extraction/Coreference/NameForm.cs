namespace Extraction;

/// <summary>A distinct name in an article: all mentions with the same words and class share one.</summary>
internal struct NameForm
{
    /// <summary><see cref="NameFold.Hash"/> over all significant words, so that 'al-Qaeda', 'Al Qaeda' and 'AlQaeda' are one form.</summary>
    public ulong Key;

    /// <summary>What it may be joined with.</summary>
    public NameClass Class;

    /// <summary>Index of its first significant word in <see cref="LinkScratch.Words"/>.</summary>
    public int FirstWord;

    /// <summary>Number of its significant words.</summary>
    public int WordCount;

    /// <summary>Number of words that carry the name: without particles for persons, without function words for others.</summary>
    public int CoreCount;

    /// <summary>First mention in text order.</summary>
    public int FirstMention;

    /// <summary>Number of mentions.</summary>
    public int Mentions;

    /// <summary>The form it is joined with, itself where none: a union-find forest.</summary>
    public int Parent;

    /// <summary>Single name that several people of the article bear: each mention is decided by itself.</summary>
    public bool Ambiguous;

    /// <summary>It is an account's handle and no name.</summary>
    public bool Handle;

    /// <summary>It has been joined with another form.</summary>
    public bool Joined;

    /// <summary>Sum of the mentions' confidences.</summary>
    public float Weight;
}

/// <summary>Names of different classes are never joined.</summary>
internal enum NameClass : byte
{
    /// <summary>People.</summary>
    Person,

    /// <summary>Organisations, places, events, products: the recogniser's types for one name may differ ('White House').</summary>
    Thing,

    /// <summary>Nationalities and groups, kept apart from their countries.</summary>
    Group,

    /// <summary>Languages, kept apart from the groups that speak them.</summary>
    Language,

    /// <summary>A reading that gave way to another of the same name; it has no mentions.</summary>
    None,
}
