namespace Extraction;

/// <summary>What the timestamp grammar sees of a piece of a line.</summary>
internal enum TimestampItemKind : byte
{
    /// <summary>After the last item.</summary>
    End,

    /// <summary>Digits; value and number of digits known.</summary>
    Number,

    /// <summary>A month's name, 1 to 12.</summary>
    Month,

    /// <summary>A weekday's name, 1 to 7.</summary>
    Weekday,

    /// <summary><c>today</c> (0) or <c>yesterday</c> (-1).</summary>
    RelativeDay,

    /// <summary><c>am</c> (0) or <c>pm</c> (12), with stops or without.</summary>
    Meridiem,

    /// <summary>The name of a time zone, or the place before <c>time</c>.</summary>
    Zone,

    /// <summary><c>at</c>, <c>on</c>, <c>of</c>.</summary>
    Preposition,

    /// <summary>A word that says what the stamp is; the value is a <see cref="TimestampLabel"/>.</summary>
    Label,

    /// <summary>Any other word.</summary>
    Word,

    /// <summary>One mark; the value is the character.</summary>
    Mark,
}

/// <summary>Words that label stamps.</summary>
internal enum TimestampLabel : byte
{
    /// <summary><c>first</c>; counts only before <see cref="Published"/>.</summary>
    First,

    /// <summary><c>last</c>; counts only before <see cref="Updated"/>.</summary>
    Last,

    /// <summary><c>published</c>, <c>posted</c>, <c>filed</c>.</summary>
    Published,

    /// <summary><c>updated</c>, <c>modified</c>.</summary>
    Updated,

    /// <summary><c>date</c>.</summary>
    Date,

    /// <summary><c>copyright</c>, <c>©</c>, <c>(c)</c>.</summary>
    Copyright,
}

/// <summary>One item of a line.</summary>
internal readonly record struct TimestampItem(TimestampItemKind Kind, int Value, int Start, int End, byte Digits, bool SpaceBefore)
{
    public bool IsMark(char mark) => Kind == TimestampItemKind.Mark && Value == mark;

    public bool IsLabel(TimestampLabel label) => Kind == TimestampItemKind.Label && Value == (int)label;
}
