namespace Extraction;

/// <summary>A date or time expression with its value.</summary>
/// <threadsafety>Immutable; safe from any thread.</threadsafety>
public sealed record DateExpression
{
    /// <summary>The words.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>Its TIMEX3 type.</summary>
    public required TimexType Type { get; init; }

    /// <summary>Its TIMEX3 value, such as <c>2022-02-24</c>, <c>P15Y</c> or <c>XXXX-WXX-4</c>.</summary>
    public required string Value { get; init; }

    /// <summary>Its TIMEX3 mod, such as <c>START</c> or <c>APPROX</c>, or null.</summary>
    public string? Mod { get; init; }

    /// <summary>Start of the half-open interval it denotes in ISO 8601 (date or date-time), or null where it denotes none.</summary>
    public string? From { get; init; }

    /// <summary>End of the half-open interval, exclusive, or null.</summary>
    public string? Until { get; init; }

    /// <summary>Whether it stands in the furniture.</summary>
    public DateRole Role { get; init; }
}
