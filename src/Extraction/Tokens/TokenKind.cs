namespace Extraction;

/// <summary>What a token is made of.</summary>
public enum TokenKind : byte
{
    /// <summary>Letters, perhaps with digits, inner hyphens, apostrophes or stops (<c>U.S.</c>, <c>al-Sadr</c>, <c>Covid-19</c>).</summary>
    Word,

    /// <summary>A clitic split from its word: <c>'s</c>, <c>n't</c>, <c>'re</c>.</summary>
    Clitic,

    /// <summary>Digits first, perhaps with separators, ordinal endings or units: <c>1,000</c>, <c>3.5</c>, <c>20th</c>, <c>10:30</c>.</summary>
    Number,

    /// <summary>Punctuation, one mark or a run such as <c>--</c> or <c>...</c>.</summary>
    Punctuation,

    /// <summary>Any other mark: currency, percent, emoji, control characters.</summary>
    Symbol,

    /// <summary>A web address.</summary>
    Url,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>A handle with its @: <c>@SecBlinken</c>.</summary>
    Handle,

    /// <summary>A hashtag with its #: <c>#Ukraine</c>.</summary>
    Hashtag,
}
