using System.Globalization;

namespace Extraction.GoldenTests;

/// <summary>Compares a fact with a result: null where it holds, otherwise what the result says instead.</summary>
internal static class FactChecker
{
    public static string? Check(Fact fact, ExtractionResult result) => fact.Kind switch
    {
        "published" => Equal(fact.Field(0), result.Published?.ToString() ?? "none"),
        "updated" => Equal(fact.Field(0), result.Updated?.ToString() ?? "none"),
        "title" => Passage(fact, result, result.Layout.Title),
        "agency" => Passage(fact, result, result.Layout.Agency, anywhere: true),
        "byline" => Passage(fact, result, result.Layout.Byline),
        "author" => Among(fact.Field(0), result.Layout.Authors.Select(result.TextOf)),
        "dateline" => Passage(fact, result, result.Layout.Dateline),
        "tag" => Among(fact.Field(0), result.Layout.Tags.Select(result.TextOf)),
        "blocks" => BlockCount(fact, result),
        "block" => Block(fact, result),
        "sentence" => Sentence(fact, result),
        "date" => Date(fact, result),
        "no date" => NoneAt(fact, result, result.Dates.Select(d => d.Span)),
        "entity" => EntityOf(fact, result),
        "mention" => MentionOf(fact, result),
        "no entity" => NoneAt(fact, result, result.Entities.SelectMany(e => e.Mentions).Where(m => m.Kind is MentionKind.Name or MentionKind.Handle).Select(m => m.Span)),
        "role" => Role(fact, result),
        "quote" => QuoteOf(fact, result),
        "no quote" => NoneAt(fact, result, result.Quotes.SelectMany(q => q.Content)),
        "no speaker" => NoSpeaker(fact, result),
        _ => throw new FormatException($"{fact.Article}, line {fact.Line}: nobody knows facts of the kind '{fact.Kind}'."),
    };

    private static string? Equal(string expected, string actual) => expected == actual ? null : $"is {actual}";

    private static string? Among(string expected, IEnumerable<string> actual)
    {
        string[] list = [.. actual];
        return list.Contains(expected) ? null : $"only has: {string.Join("; ", list)}";
    }

    private static string? Passage(Fact fact, ExtractionResult result, TextSpan? span, bool anywhere = false)
    {
        if (span is not { } actual)
        {
            return "finds none";
        }

        // An agency may stand twice, above and below: either is right.
        return anywhere ? Equal(fact.Field(0), result.TextOf(actual)) : actual == Find(fact, result, 0) ? null : $"is [{result.TextOf(actual)}]";
    }

    private static string? BlockCount(Fact fact, ExtractionResult result)
    {
        int wanted = int.Parse(fact.Field(1), CultureInfo.InvariantCulture);
        int found = result.Layout.Blocks.Count(b => NameOf(b.Kind) == fact.Field(0));
        return found == wanted ? null : $"has {found}";
    }

    private static string? Block(Fact fact, ExtractionResult result)
    {
        TextSpan span = Find(fact, result, 1);
        Block[] blocks = [.. result.Layout.Blocks.Where(b => b.Span.Overlaps(span))];
        return blocks.Length == 1 && blocks[0].Span == span && NameOf(blocks[0].Kind) == fact.Field(0)
            ? null
            : $"has {string.Join("; ", blocks.Select(b => $"{NameOf(b.Kind)} [{Short(result.TextOf(b.Span))}]"))}";
    }

    private static string? Sentence(Fact fact, ExtractionResult result)
    {
        TextSpan span = Find(fact, result, 0);
        return result.Sentences.Any(s => s.Span == span) ? null : $"has {List(result, result.Sentences.Select(s => s.Span).Where(span.Overlaps))}";
    }

    private static string? Date(Fact fact, ExtractionResult result)
    {
        TextSpan span = Find(fact, result, 0);
        DateExpression[] dates = [.. result.Dates.Where(d => d.Span.Overlaps(span))];
        return dates.Any(d => d.Span == span && NameOf(d.Type) == fact.Field(1) && d.Value == fact.Field(2))
            ? null
            : dates.Length == 0 ? "finds none" : $"has {string.Join("; ", dates.Select(d => $"[{result.TextOf(d.Span)}] {NameOf(d.Type)} {d.Value}"))}";
    }

    private static string? EntityOf(Fact fact, ExtractionResult result)
    {
        Entity[] named = [.. result.Entities.Where(e => e.Name == fact.Field(1))];
        Entity? entity = named.FirstOrDefault(e => e.Type.Name == fact.Field(0));
        if (entity is null)
        {
            return named.Length > 0 ? $"is {named[0].Type.Name}" : $"knows no entity of that name; near it: {Near(result, fact.Field(1))}";
        }

        string[] missing = [.. fact.Field(2).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(wanted => !entity.Mentions.Any(m => Collapse(result.TextOf(m.Span)) == wanted))];
        return missing.Length == 0 ? null : $"does not link: {string.Join("; ", missing)}";
    }

    private static string? MentionOf(Fact fact, ExtractionResult result)
    {
        TextSpan span = Find(fact, result, 0);
        foreach (Entity entity in result.Entities)
        {
            foreach (Mention mention in entity.Mentions)
            {
                if (mention.Span == span)
                {
                    return entity.Name == fact.Field(2) && entity.Type.Name == fact.Field(1) ? null : $"is {entity.Type.Name} {entity.Name}";
                }
            }
        }

        return $"is no mention; near it: {List(result, result.Entities.SelectMany(e => e.Mentions).Select(m => m.Span).Where(span.Overlaps))}";
    }

    private static string? Role(Fact fact, ExtractionResult result) =>
        result.Entities.FirstOrDefault(e => e.Name == fact.Field(0)) is { } entity ? Among(fact.Field(1), entity.Roles.Select(r => Collapse(r))) : "knows no entity of that name";

    private static string? QuoteOf(Fact fact, ExtractionResult result)
    {
        TextSpan[] content = [.. fact.Field(1).Split(" + ").Select(p => Passages.Find(result.Article.Text, p) ?? throw Missing(fact, p))];
        Quote[] near = [.. result.Quotes.Where(q => q.Content.Any(c => content.Any(c.Overlaps)))];
        Quote? quote = near.FirstOrDefault(q => q.Content.SequenceEqual(content));
        if (quote is null)
        {
            return near.Length == 0 ? "finds none" : $"has {string.Join("; ", near.Select(q => List(result, q.Content)))}";
        }

        string kind = NameOf(quote.Kind);
        string cue = quote.Cue is { } c ? Collapse(result.TextOf(c)) : "-";
        string speaker = result.FindEntity(quote.Speaker?.EntityId)?.Name ?? "nobody";
        return kind == fact.Field(0) && cue == fact.Field(2) && speaker == fact.Field(3) ? null : $"is {kind}, cue '{cue}', speaker {speaker}";
    }

    private static string? NoSpeaker(Fact fact, ExtractionResult result)
    {
        TextSpan span = Find(fact, result, 0);
        Quote? quote = result.Quotes.FirstOrDefault(q => q.Speaker?.EntityId is not null && (q.Content.Any(span.Overlaps) || (q.Cue is { } cue && span.Overlaps(cue))));
        return quote is null ? null : $"gives it to {result.FindEntity(quote.Speaker!.EntityId)!.Name}";
    }

    private static string? NoneAt(Fact fact, ExtractionResult result, IEnumerable<TextSpan> spans)
    {
        TextSpan span = Find(fact, result, 0);
        TextSpan[] there = [.. spans.Where(span.Overlaps)];
        return there.Length == 0 ? null : $"finds {List(result, there)}";
    }

    private static TextSpan Find(Fact fact, ExtractionResult result, int field) =>
        Passages.Find(result.Article.Text, fact.Field(field)) ?? throw Missing(fact, fact.Field(field));

    private static FormatException Missing(Fact fact, string passage) => new($"{fact.Article}, line {fact.Line}: the article has no passage '{passage}'.");

    private static string Near(ExtractionResult result, string name) =>
        string.Join("; ", result.Entities.Where(e => name.Split(' ').Any(w => w.Length > 2 && e.Name.Contains(w, StringComparison.Ordinal))).Select(e => $"{e.Type.Name} {e.Name}"));

    private static string List(ExtractionResult result, IEnumerable<TextSpan> spans) => string.Join(" + ", spans.Select(s => $"[{Short(result.TextOf(s))}]"));

    private static string Short(string text) => Collapse(text.Length <= 80 ? text : text[..38] + " … " + text[^38..]);

    private static string Collapse(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string NameOf<T>(T value)
        where T : struct, Enum
    {
        string name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
