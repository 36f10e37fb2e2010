namespace Extraction.Tests.Pipeline;

/// <summary>What holds for the spans of every result, whatever the text.</summary>
internal static class Spans
{
    public static void AssertSound(ExtractionResult result)
    {
        string text = result.Article.Text;
        AssertOrdered(text, result.Layout.Blocks.Select(b => b.Span));
        AssertOrdered(text, result.Sentences.Select(s => s.Span));
        AssertOrdered(text, result.Dates.Select(d => d.Span));
        AssertCovered(text, [.. result.Layout.Blocks.Select(b => b.Span)]);
        AssertCovered(text, [.. result.Sentences.Select(s => s.Span)]);
        foreach (Sentence sentence in result.Sentences)
        {
            Assert.True(result.Layout.Blocks[sentence.Block].Span.Contains(sentence.Span), $"the sentence {sentence.Span} leaves its block");
        }

        foreach (Entity entity in result.Entities)
        {
            Assert.NotEmpty(entity.Mentions);
            Assert.All(entity.Mentions, m => AssertInside(text, m.Span));
        }

        foreach (Quote quote in result.Quotes)
        {
            Assert.NotEmpty(quote.Content);
            AssertOrdered(text, quote.Content);
            if (quote.Cue is { } cue)
            {
                AssertInside(text, cue);
            }

            if (quote.Speaker is { } speaker)
            {
                AssertInside(text, speaker.Span);
                Assert.True(speaker.EntityId is null || result.FindEntity(speaker.EntityId) is not null, $"nobody has the id {speaker.EntityId}");
            }
        }
    }

    private static void AssertOrdered(string text, IEnumerable<TextSpan> spans)
    {
        int end = 0;
        foreach (TextSpan span in spans)
        {
            AssertInside(text, span);
            Assert.True(span.Start >= end, $"{span} overlaps the one before it, which ends at {end}");
            end = span.End;
        }
    }

    private static void AssertInside(string text, TextSpan span) =>
        Assert.True(span.Start >= 0 && span.Start < span.End && span.End <= text.Length, $"{span} does not lie in a text of {text.Length}");

    private static void AssertCovered(string text, TextSpan[] spans)
    {
        int next = 0;
        for (int i = 0; i < text.Length; i++)
        {
            while (next < spans.Length && spans[next].End <= i)
            {
                next++;
            }

            bool covered = next < spans.Length && spans[next].Contains(i);
            Assert.True(covered || char.IsWhiteSpace(text[i]) || char.IsControl(text[i]), $"the character at {i} (U+{(int)text[i]:X4}) lies in no span");
        }
    }
}
