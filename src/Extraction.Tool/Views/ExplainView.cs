using System.Globalization;
using System.Text;

namespace Extraction.Tool;

/// <summary>A result with its reasons: which rule read a date and from which anchor, which mentions make an entity, why a speaker is the speaker.</summary>
internal static class ExplainView
{
    private const int LongestExcerpt = 90;
    private const int MostEvidence = 4;

    private static readonly EntityRecognizer Recognizer = new();

    public static string Render(ExtractionResult result)
    {
        var text = new StringBuilder();
        Line(text, $"# {result.Article.Id ?? "article"}");
        Line(text, $"published: {(result.Published is { } published ? $"{published}, {Source(result)}" : "unknown: relative dates keep an X")}");
        Line(text, $"\nlayout: {result.Layout.Blocks.Length} blocks, {result.Sentences.Length} sentences");
        foreach (Block block in result.Layout.Blocks)
        {
            Line(text, $"  {block.Span} {block.Kind.ToString().ToLowerInvariant()}: {Excerpt(result, block.Span)}");
        }

        Line(text, $"\ndates: {result.Dates.Length}");
        foreach (DateExpression date in result.Dates)
        {
            Line(text, $"  {date.Span} '{Excerpt(result, date.Span)}' {date.Explain()}");
        }

        Line(text, $"\nentities: {result.Entities.Length}");
        foreach (Entity entity in result.Entities)
        {
            string gender = entity.Gender == Gender.Unknown ? "" : $", {entity.Gender.ToString().ToLowerInvariant()}";
            string roles = entity.Roles.IsDefaultOrEmpty ? "" : $", {string.Join("; ", entity.Roles)}";
            Line(text, $"  {entity.Id} {entity.Type} {entity.Name}{gender}{roles}");
            foreach (Mention mention in entity.Mentions)
            {
                Line(text, $"     {mention.Span} {mention.Kind.ToString().ToLowerInvariant()} '{Excerpt(result, mention.Span)}', confidence {mention.Confidence:0.00}{Evidence(result, mention)}");
            }
        }

        Line(text, $"\nquotes: {result.Quotes.Length}");
        foreach (Quote quote in result.Quotes)
        {
            string cue = quote.Cue is { } span ? $"cue '{Excerpt(result, span)}' ({quote.CueClass.ToString().ToLowerInvariant()})" : "no cue";
            string kind = quote.Kind.ToString().ToLowerInvariant() + (quote.IsNested ? ", within a quotation" : "");
            string speaker = quote.Speaker is not { } s ? "no source is written"
                : result.FindEntity(s.EntityId) is { } entity ? $"source '{Excerpt(result, s.Span)}' is {entity.Id} {entity.Name}" : $"source '{Excerpt(result, s.Span)}' names nobody";
            Line(text, $"  {quote.Span} {kind}: {Excerpt(result, quote.Span)}");
            Line(text, $"     {cue}; {speaker}; confidence {quote.Confidence:0.00}{(quote.Reason is null ? "" : $"; because: {quote.Reason}")}");
        }

        return text.Append('\n').ToString();
    }

    private static string Evidence(ExtractionResult result, Mention mention)
    {
        if (mention.Kind is not MentionKind.Name || Recognizer.Explain(result.Article.Text, mention) is not { } explanation)
        {
            return "";
        }

        IEnumerable<string> features = explanation.Evidence.Take(MostEvidence).Select(e => string.Create(CultureInfo.InvariantCulture, $"{e.Description} {e.Weight:+0.0;-0.0}"));
        return $"; because: {string.Join(", ", features.Concat(explanation.GazetteerLists.Take(MostEvidence)))}";
    }

    private static string Source(ExtractionResult result) => result.Article.Published is not null ? "as the caller says" : "as the page says";

    private static string Excerpt(ExtractionResult result, TextSpan span)
    {
        string line = Plain.OneLine(result.TextOf(span));
        return line.Length <= LongestExcerpt ? line : line[..(LongestExcerpt - 1)] + "…";
    }

    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
