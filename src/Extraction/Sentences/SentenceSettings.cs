namespace Extraction;

/// <summary>The options as the finder needs them, copied once.</summary>
internal sealed class SentenceSettings
{
    public SentenceSettings(SentenceOptions options)
    {
        LineBreaks = options.LineBreaks;
        KeepQuotationsWhole = options.KeepQuotationsWhole;
        if (options.UserAbbreviations.Count > 0)
        {
            UserAbbreviations = new HashLexicon();
            foreach (string abbreviation in options.UserAbbreviations.Where(a => !string.IsNullOrWhiteSpace(a)))
            {
                UserAbbreviations.Set(TextHash.Lower(abbreviation.AsSpan().Trim().TrimEnd('.')), 1);
            }
        }
    }

    public SentenceLineBreaks LineBreaks { get; }

    public bool KeepQuotationsWhole { get; }

    /// <summary>The rules are passed over; for the training program alone, which wants to see every candidate.</summary>
    public bool ModelDecidesAll { get; init; }

    public HashLexicon? UserAbbreviations { get; }
}
