namespace Extraction;

/// <summary>Options of the stage 'dates' and of <see cref="DateParser"/>.</summary>
/// <threadsafety>Mutable until the stage is made, which copies what it needs; not safe for concurrent change.</threadsafety>
public sealed class DateOptions
{
    /// <summary>What relative dates are counted from.</summary>
    /// <value><see cref="DateMode.Auto"/> by default.</value>
    public DateMode Mode { get; set; }

    /// <summary>The order of day and month in figures where the text itself does not tell.</summary>
    /// <value><see cref="NumericOrder.Auto"/> by default.</value>
    public NumericOrder NumericOrder { get; set; }

    /// <summary>Whether references without a place in the calendar are found: 'now', 'recently', 'the future'.</summary>
    /// <value>True by default.</value>
    public bool IncludeVagueReferences { get; set; } = true;

    /// <summary>Whether ages are found as durations: 'a 14-year-old', 'aged 25'.</summary>
    /// <value>False by default.</value>
    public bool IncludeAges { get; set; }

    internal DateOptions Copy() => (DateOptions)MemberwiseClone();
}
