namespace Extraction;

/// <summary>References to time without a place in the calendar.</summary>
public enum TimeReference : byte
{
    /// <summary>None: the expression has a calendar value, a length or a pattern.</summary>
    None,

    /// <summary>The past: 'recently', 'in the past' (<c>PAST_REF</c>).</summary>
    Past,

    /// <summary>The present: 'now', 'currently' (<c>PRESENT_REF</c>).</summary>
    Present,

    /// <summary>The future: 'soon', 'the future' (<c>FUTURE_REF</c>).</summary>
    Future,
}
