namespace Extraction;

/// <summary>TIMEX3 modifiers: what the words say beyond the value.</summary>
public enum TimexModifier : byte
{
    /// <summary>None.</summary>
    None,

    /// <summary>The beginning of it: 'early March' (<c>START</c>).</summary>
    Start,

    /// <summary>The middle of it: 'mid-1996' (<c>MID</c>).</summary>
    Mid,

    /// <summary>The end of it: 'late 1970s' (<c>END</c>).</summary>
    End,

    /// <summary>About so much: 'about two years' (<c>APPROX</c>).</summary>
    Approx,

    /// <summary>Less than it: 'nearly two years' (<c>LESS_THAN</c>).</summary>
    LessThan,

    /// <summary>More than it: 'more than four hours' (<c>MORE_THAN</c>).</summary>
    MoreThan,

    /// <summary>At most: 'up to 180 days' (<c>EQUAL_OR_LESS</c>).</summary>
    EqualOrLess,

    /// <summary>At least: 'at least 30 days' (<c>EQUAL_OR_MORE</c>).</summary>
    EqualOrMore,

    /// <summary>Before it: 'more than two years ago' (<c>BEFORE</c>).</summary>
    Before,

    /// <summary>After it: 'less than two years ago' (<c>AFTER</c>).</summary>
    After,
}
