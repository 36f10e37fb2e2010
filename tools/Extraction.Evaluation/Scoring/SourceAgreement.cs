using Extraction.Corpora;

namespace Extraction.Evaluation.Scoring;

/// <summary>How far the sources of a gold quote and a found one agree.</summary>
/// <param name="SpanRight">The written sources overlap.</param>
/// <param name="NameRight">The resolved speaker is one of those accepted.</param>
/// <param name="HasSource">The gold quote has a source at all.</param>
internal readonly record struct SourceAgreement(bool SpanRight, bool NameRight, bool HasSource)
{
    public bool Either => SpanRight || NameRight;

    public static SourceAgreement Of(QuoteText text, CorpusQuote gold, CorpusQuote found)
    {
        List<TextSpan> g = text.Spans(gold.Source), p = text.Spans(found.Source);
        string? speaker = found.Speakers.Count > 0 && found.Speakers[0].Length > 0 ? found.Speakers[0] : p.Count > 0 ? text.Slice(p) : null;
        IEnumerable<string> accepted = gold.Speakers;
        if (gold.Speakers.Count == 0 && g.Count > 0)
        {
            string capitals = string.Join(' ', g.SelectMany(s => NameAgreement.Capitalised(text.Slice(s))));
            accepted = capitals.Length > 0 ? [capitals] : [];
        }

        bool span = text.Tokens(g, false).Overlaps(text.Tokens(p, false));
        return new SourceAgreement(span, speaker is not null && accepted.Any(a => NameAgreement.Agree(a, speaker)), g.Count > 0 || gold.Speakers.Count > 0);
    }

    /// <summary>Whether the found quote's source is right; counts how.</summary>
    public static bool IsAttributed(QuoteTally tally, string table, QuoteText text, CorpusQuote gold, CorpusQuote found)
    {
        SourceAgreement agreement = Of(text, gold, found);
        if (!agreement.HasSource)
        {
            bool empty = text.Spans(found.Source).Count == 0 && found.Speakers.Count == 0;
            tally.Count(table, "nosrc");
            tally.Count(table, "nosrc_ok", empty);
            return empty;
        }

        tally.Count(table, "n");
        tally.Count(table, "span", agreement.SpanRight);
        tally.Count(table, "name", agreement.NameRight);
        tally.Count(table, "either", agreement.Either);
        if (gold.Speakers.Any(s => s.Length > 0))
        {
            tally.Count(table, "named");
            tally.Count(table, "named_name", agreement.NameRight);
            tally.Count(table, "named_either", agreement.Either);
        }

        List<string> words = PythonText.Split(text.Slice(text.Spans(gold.Source)).ToLowerInvariant());
        string kind = words.Count == 1 && NameAgreement.IsPronoun(words[0]) ? "pronoun" : "other";
        tally.Count(table, "n_" + kind);
        tally.Count(table, "ok_" + kind, agreement.Either);
        return agreement.Either;
    }
}
