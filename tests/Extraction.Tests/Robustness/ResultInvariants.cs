namespace Extraction.Tests.Robustness;

/// <summary>What holds of every result, whatever the text.</summary>
internal static class ResultInvariants
{
    public static void Check(ExtractionResult result)
    {
        string text = result.Article.Text;
        Blocks(result, text);
        Sentences(result, text);
        Tokens(result);
        Dates(result, text);
        Entities(result, text);
        Quotes(result, text);
    }

    private static void Blocks(ExtractionResult result, string text)
    {
        TextSpan[] blocks = [.. result.Layout.Blocks.Select(b => b.Span)];
        InOrder("blocks", blocks, text);
        Covers("block", blocks, text);
        foreach (TextSpan? span in (TextSpan?[])[result.Layout.Title, result.Layout.Byline, result.Layout.Agency, result.Layout.Dateline, result.Layout.Published?.Span, result.Layout.Updated?.Span])
        {
            if (span is { } s)
            {
                Inside("layout", s, text);
            }
        }

        foreach (TextSpan span in result.Layout.Authors.Concat(result.Layout.Tags))
        {
            Inside("author or tag", span, text);
        }
    }

    private static void Sentences(ExtractionResult result, string text)
    {
        TextSpan[] sentences = [.. result.Sentences.Select(s => s.Span)];
        InOrder("sentences", sentences, text);
        Covers("sentence", sentences, text);
        Nested("sentence", sentences, "block", [.. result.Layout.Blocks.Select(b => b.Span)]);
    }

    private static void Tokens(ExtractionResult result)
    {
        TextSpan[] tokens = [.. result.Tokens.Select(t => new TextSpan(t.Start, t.End))];
        InOrder("tokens", tokens, result.Article.Text);
        Nested("token", tokens, "sentence", [.. result.Sentences.Select(s => s.Span)]);
    }

    private static void Dates(ExtractionResult result, string text)
    {
        InOrder("dates", [.. result.Dates.Select(d => d.Span)], text);
        foreach (DateExpression date in result.Dates)
        {
            Assert.False(string.IsNullOrEmpty(date.Value), $"The date {date.Span} has no value.");
            Assert.True(date.Interval is not { } interval || interval.Start < interval.End, $"The date {date.Span} has an empty interval.");
        }
    }

    private static void Entities(ExtractionResult result, string text)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var names = new List<TextSpan>();
        foreach (Entity entity in result.Entities)
        {
            Assert.True(ids.Add(entity.Id), $"The entity id '{entity.Id}' is given twice.");
            Assert.False(string.IsNullOrWhiteSpace(entity.Name), $"The entity '{entity.Id}' has no name.");
            Assert.False(entity.Mentions.IsDefaultOrEmpty, $"The entity '{entity.Id}' has no mention.");
            TextSpan[] mentions = [.. entity.Mentions.Select(m => m.Span)];
            Ordered($"mentions of '{entity.Id}'", mentions, text);
            Assert.All(entity.Mentions, m => Assert.InRange(m.Confidence, 0f, 1f));
            names.AddRange(entity.Mentions.Where(m => m.Kind is MentionKind.Name or MentionKind.Handle).Select(m => m.Span));
        }

        InOrder("names", [.. names.OrderBy(s => s.Start)], text);
    }

    private static void Quotes(ExtractionResult result, string text)
    {
        Ordered("quotes", [.. result.Quotes.Select(q => q.Span)], text);
        foreach (Quote quote in result.Quotes)
        {
            Assert.False(quote.Content.IsDefaultOrEmpty, "A quote has no content.");
            InOrder($"content of the quote {quote.Span}", [.. quote.Content], text);
            Assert.InRange(quote.Confidence, 0f, 1f);
            if (quote.Cue is { } cue)
            {
                Inside("cue", cue, text);
            }

            if (quote.Speaker is { } speaker)
            {
                Inside("speaker", speaker.Span, text);
                Assert.True(speaker.EntityId is null || result.FindEntity(speaker.EntityId) is not null, $"The speaker of the quote {quote.Span} is '{speaker.EntityId}', whom nobody knows.");
            }
        }
    }

    private static void Inside(string what, TextSpan span, string text) =>
        Assert.True(span.Start >= 0 && span.Start < span.End && span.End <= text.Length, $"The {what} {span} is empty or outside the text of {text.Length}.");

    private static void Ordered(string what, TextSpan[] spans, string text)
    {
        for (int i = 0; i < spans.Length; i++)
        {
            Inside(what, spans[i], text);
            Assert.True(i == 0 || spans[i - 1].Start <= spans[i].Start, $"The {what} are out of order at {spans[i]}.");
        }
    }

    private static void InOrder(string what, TextSpan[] spans, string text)
    {
        for (int i = 0; i < spans.Length; i++)
        {
            Inside(what, spans[i], text);
            Assert.True(i == 0 || spans[i - 1].End <= spans[i].Start, $"The {what} overlap or are out of order: {(i > 0 ? spans[i - 1] : default)}, {spans[i]}.");
        }
    }

    private static void Covers(string what, TextSpan[] spans, string text)
    {
        int next = 0;
        for (int i = 0; i < text.Length; i++)
        {
            while (next < spans.Length && spans[next].End <= i)
            {
                next++;
            }

            if (!char.IsWhiteSpace(text[i]))
            {
                Assert.True(next < spans.Length && spans[next].Contains(i), $"The character U+{(int)text[i]:X4} at {i} lies in no {what}.");
            }
        }
    }

    private static void Nested(string inner, TextSpan[] spans, string outer, TextSpan[] containers)
    {
        int at = 0;
        foreach (TextSpan span in spans)
        {
            while (at < containers.Length && containers[at].End <= span.Start)
            {
                at++;
            }

            Assert.True(at < containers.Length && containers[at].Contains(span), $"The {inner} {span} lies in no one {outer}.");
        }
    }
}
