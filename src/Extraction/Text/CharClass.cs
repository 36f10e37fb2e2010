namespace Extraction;

/// <summary>What a UTF-16 code unit is to the tokenizer and the sentence splitter.</summary>
internal enum CharClass : byte
{
    /// <summary>Symbols, controls and whatever else stands for itself.</summary>
    Symbol,

    /// <summary>White space that ends no line.</summary>
    Space,

    /// <summary>White space that ends a line.</summary>
    LineBreak,

    /// <summary>A letter that is not upper case, or a mark that combines with one.</summary>
    Letter,

    /// <summary>An upper-case or title-case letter.</summary>
    Upper,

    /// <summary>A decimal digit.</summary>
    Digit,

    /// <summary>Joined to the word before it where a letter follows: soft hyphen, zero-width joiners and spaces.</summary>
    Format,

    /// <summary>The low line, which names and addresses use as a letter.</summary>
    Underscore,

    /// <summary>Straight or curly apostrophe, also as a single quotation mark.</summary>
    Apostrophe,

    /// <summary>A hyphen, which binds; dashes are <see cref="Mark"/>.</summary>
    Hyphen,

    /// <summary>Full stop.</summary>
    Stop,

    /// <summary>Question or exclamation mark.</summary>
    Bang,

    /// <summary>Punctuation that stands for itself.</summary>
    Mark,

    /// <summary>A symbol whose runs are one token: <c>===</c>, <c>***</c>.</summary>
    Repeated,

    /// <summary>Commercial at.</summary>
    At,

    /// <summary>Number sign.</summary>
    Hash,

    /// <summary>Half of a surrogate pair, or a lone one.</summary>
    Surrogate,
}
