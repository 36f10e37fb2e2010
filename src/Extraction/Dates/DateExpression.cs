using System.Globalization;
using System.Text;

namespace Extraction;

/// <summary>
/// A date or time expression with its typed value: a place in the calendar (<see cref="Date"/>), a length (<see cref="Period"/>), or a reference to past, present or future.
/// A set has the pattern of its days in <see cref="Date"/> or the length of its round in <see cref="Period"/>.
/// </summary>
/// <threadsafety>Immutable; safe from any thread.</threadsafety>
public sealed record DateExpression
{
    /// <summary>The words.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>Its TIMEX3 type.</summary>
    public required TimexType Type { get; init; }

    /// <summary>Its place in the calendar, as precisely as the words tell it; null for lengths and references.</summary>
    public PartialDateTime? Date { get; init; }

    /// <summary>Its length, or the length of a set's round; null for others.</summary>
    public CalendarPeriod? Period { get; init; }

    /// <summary>Past, present or future, for an expression without a place in the calendar.</summary>
    public TimeReference Reference { get; init; }

    /// <summary>What the words say beyond the value: 'early', 'about', 'at least'.</summary>
    public TimexModifier Modifier { get; init; }

    /// <summary>The half-open interval it denotes, or null where it denotes none.</summary>
    public DateInterval? Interval { get; init; }

    /// <summary>What the value was counted from.</summary>
    public DateAnchor Anchor { get; init; }

    /// <summary>The day, month or quarter it was counted from, where there is one.</summary>
    public PartialDateTime? AnchorDate { get; init; }

    /// <summary>The rule that read it.</summary>
    public DateRule Rule { get; init; }

    /// <summary>True where the words allow another reading: 03/04/2022 in a text that tells no order, a zone name that several zones share.</summary>
    public bool IsAmbiguous { get; init; }

    /// <summary>Whether it stands in the furniture, and what it tells there.</summary>
    public DateRole Role { get; init; }

    /// <summary>How fine it is.</summary>
    public Grain Grain => Date?.Grain ?? Grain.None;

    /// <summary>Its TIMEX3 value, such as <c>2022-02-24</c>, <c>P15Y</c>, <c>XXXX-WXX-4</c> or <c>PRESENT_REF</c>; made anew on each call.</summary>
    public string Value => Reference switch
    {
        TimeReference.Past => "PAST_REF",
        TimeReference.Present => "PRESENT_REF",
        TimeReference.Future => "FUTURE_REF",
        _ => Date is { } date ? date.ToString() : (Period ?? default).ToString(),
    };

    /// <summary>Its TIMEX3 mod, such as <c>START</c> or <c>APPROX</c>, or null.</summary>
    public string? Mod => Modifier switch
    {
        TimexModifier.Start => "START",
        TimexModifier.Mid => "MID",
        TimexModifier.End => "END",
        TimexModifier.Approx => "APPROX",
        TimexModifier.LessThan => "LESS_THAN",
        TimexModifier.MoreThan => "MORE_THAN",
        TimexModifier.EqualOrLess => "EQUAL_OR_LESS",
        TimexModifier.EqualOrMore => "EQUAL_OR_MORE",
        TimexModifier.Before => "BEFORE",
        TimexModifier.After => "AFTER",
        _ => null,
    };

    /// <summary>Says in a sentence which rule read the words and from which anchor the value was counted, for people.</summary>
    public string Explain()
    {
        var text = new StringBuilder();
        _ = text.Append(CultureInfo.InvariantCulture, $"{Value}: rule '{Rule}', ");
        _ = Anchor switch
        {
            DateAnchor.Explicit => text.Append("as the words say"),
            DateAnchor.Publication => text.Append("counted from the publication date"),
            DateAnchor.Dateline => text.Append("counted from the dateline"),
            DateAnchor.Previous => text.Append("counted from a date mentioned before"),
            DateAnchor.Following => text.Append("completed from the date that follows in the list"),
            _ => text.Append("not resolved: the text gives nothing to count from"),
        };
        if (AnchorDate is { } anchor)
        {
            _ = text.Append(CultureInfo.InvariantCulture, $" {anchor}");
        }

        if (IsAmbiguous)
        {
            _ = text.Append("; another reading is possible");
        }

        return text.Append('.').ToString();
    }
}
