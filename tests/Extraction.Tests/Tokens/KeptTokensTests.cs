namespace Extraction.Tests.Tokens;

public class KeptTokensTests
{
    private const string Text = "The London-based firm hired Ana Lloyd-Smith. State-funded schools in Bern-Nord re-opened.";

    [Fact]
    public void AResultSplitsHyphenatedWordsAndItsIndicesFollow()
    {
        ExtractionResult result = Extract(new ExtractionOptions { KeepTokens = true });
        Assert.Contains("London", result.Tokens.Select(t => result.TextOf(t.Span)));
        Assert.Contains("re-opened", result.Tokens.Select(t => result.TextOf(t.Span)));
        Assert.Equal(2, result.Sentences.Length);
        foreach (Sentence sentence in result.Sentences)
        {
            Assert.Equal(sentence.Span, Covered(result, sentence.FirstToken, sentence.EndToken));
        }

        Assert.Equal(result.Tokens.Length, result.Layout.Blocks[^1].EndToken);
        foreach (Mention mention in result.Entities.SelectMany(e => e.Mentions))
        {
            Assert.Equal(mention.Span, Covered(result, mention.FirstToken, mention.EndToken));
        }
    }

    [Fact]
    public void WordsStayWholeWhereAsked()
    {
        ExtractionResult result = Extract(new ExtractionOptions { KeepTokens = true, Tokens = { SplitHyphens = false } });
        Assert.Contains("London-based", result.Tokens.Select(t => result.TextOf(t.Span)));
        Assert.Equal(result.Sentences[0].EndToken, result.Sentences[1].FirstToken);
    }

    [Fact]
    public void WhatIsKeptChangesNothingElse()
    {
        ExtractionResult split = Extract(new ExtractionOptions { KeepTokens = true });
        ExtractionResult none = Extract(new ExtractionOptions());
        Assert.Equal(none.Sentences.Select(s => s.Span), split.Sentences.Select(s => s.Span));
        Assert.Equal(none.Entities.SelectMany(e => e.Mentions).Select(m => m.Span), split.Entities.SelectMany(e => e.Mentions).Select(m => m.Span));
        Assert.Empty(none.Tokens);
    }

    private static ExtractionResult Extract(ExtractionOptions options) => new ExtractionPipelineBuilder().AddDefaults(options).Build().Extract(Text);

    private static TextSpan Covered(ExtractionResult result, int first, int end) => new(result.Tokens[first].Start, result.Tokens[end - 1].End);
}
