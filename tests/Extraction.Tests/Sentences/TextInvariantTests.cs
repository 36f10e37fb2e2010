using System.Diagnostics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Extraction.Tests.Sentences;

/// <summary>What holds of tokens and sentences whatever the text.</summary>
[Collection(Robustness.Alone.Name)]
public class TextInvariantTests
{
    private static readonly string[] Pieces =
    [
        " ", " ", " ", "\n", "\n\n", "\r\n", "\t", "\u00A0", "\u2028", ".", ".", "?", "!", "...", "…", ". . .", ",", ":", "\"", "“", "”", "'", "’", "‘", "(", ")", "[1]", "[...]",
        "-", "--", "—", "@", "#", "&", "/", "_", "$", "%", "*", "www.", "http://", "a@b", "Mr", "U.S", "p.m", "Inc", "No", "St", "e.g", "Jan", "I", "A", "a", "The", "he", "said", "state-run",
        "don't", "cannot", "'s", "n't", "1", "2.5", "3)", "(i)", "10:30", "2024-05-03", "'90s", "Ærø", "Łódź", "東京", "e\u0301", "\u00AD", "\u200B", "\uFEFF", "😀", "👍🏽", "\uD83D", "\uDE00", "\0", "\u0007",
    ];

    private static readonly ExtractionPipeline Alone = new ExtractionPipelineBuilder { KeepTokens = true }.AddTokens().AddSentences().Build();
    private static readonly ExtractionPipeline WithLayout = new ExtractionPipelineBuilder { KeepTokens = true }.AddTokens().AddLayout().AddSentences().Build();

    private static Gen<string> Texts => Gen.ArrayOf(Gen.Elements(Pieces)).Select(string.Concat);

    [Fact]
    public void HoldOfTextsMadeOfPieces() =>
        Prop.ForAll(Arb.From(Texts), text => Holds(text)).Check(Config.QuickThrowOnFailure.WithMaxTest(2000).WithEndSize(60));

    [Fact]
    public void HoldOfRandomCodeUnits() =>
        Prop.ForAll(Arb.From(Gen.ArrayOf(Gen.Choose(0, char.MaxValue).Select(c => (char)c)).Select(c => new string(c))), text => Holds(text)).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithEndSize(200));

    [Fact]
    public void TheSplitterAndTheStageAgree() =>
        Prop.ForAll(
            Arb.From(Texts),
            text => Alone.Extract(text).Sentences.Length <= SentenceSplitter.Default.Split(text).Length).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithEndSize(60));

    [Fact]
    public void TextBeforeAndAfterABlankLineDoesNotChangeTheTokensBetween() =>
        Prop.ForAll(
            Arb.From(Texts),
            text =>
            {
                string framed = "One.\n\n" + text + "\n\nTwo.";
                return Tokens(framed).Count == Tokens("One.").Count + Tokens(text).Count + Tokens("Two.").Count;
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithEndSize(40));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void HoldWithEveryOption(bool keep)
    {
        foreach (SentenceLineBreaks breaks in Enum.GetValues<SentenceLineBreaks>())
        {
            var splitter = new SentenceSplitter(new SentenceOptions { KeepQuotationsWhole = keep, LineBreaks = breaks });
            Prop.ForAll(Arb.From(Texts), text => CoversOnce(text, splitter.Split(text))).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(60));
        }
    }

    [Theory]
    [Trait("Category", "Slow")]
    [InlineData("word ")]
    [InlineData("\"")]
    [InlineData(".")]
    [InlineData(". ")]
    [InlineData(". . ")]
    [InlineData("a.")]
    [InlineData("A.b")]
    [InlineData("x@")]
    [InlineData("1-")]
    [InlineData("-")]
    [InlineData("'s")]
    [InlineData("1) ")]
    [InlineData("a\n")]
    [InlineData("\n ")]
    [InlineData("“No. ")]
    [InlineData("http://a")]
    [InlineData("[1]")]
    public void TenMegabytesOfOneThingTakeLinearTime(string piece)
    {
        string small = Repeat(piece, 1 << 20);
        string large = Repeat(piece, 10 << 20);
        Run(small);
        double first = Run(small);
        double second = Run(large);
        Assert.True(second < (first * 40) + 1, $"1 MB took {first:F3} s, 10 MB {second:F3} s.");

        static string Repeat(string piece, int length)
        {
            var text = new StringBuilder(length + piece.Length);
            while (text.Length < length)
            {
                text.Append(piece);
            }

            return text.ToString();
        }

        static double Run(string text)
        {
            var watch = Stopwatch.StartNew();
            SentenceSplitter.Default.Split(text);
            new SentenceSplitter(new SentenceOptions { KeepQuotationsWhole = true }).Split(text);
            Alone.Extract(text);
            return watch.Elapsed.TotalSeconds;
        }
    }

    private static TokenList Tokens(string text)
    {
        var tokens = new TokenList();
        Tokenizer.Tokenize(text, tokens);
        return tokens;
    }

    private static bool Holds(string text) => Holds(text, Alone.Extract(text)) && Holds(text, WithLayout.Extract(text)) && CoversOnce(text, SentenceSplitter.Default.Split(text));

    private static bool Holds(string text, ExtractionResult result)
    {
        Assert.True(CoversOnce(text, result.Tokens.Select(t => t.Span)), "tokens");
        Assert.True(CoversOnce(text, result.Sentences.Select(s => s.Span)), "sentences");
        int next = 0;
        foreach (Sentence sentence in result.Sentences)
        {
            Assert.Equal(next, sentence.FirstToken);
            Assert.True(sentence.EndToken > sentence.FirstToken);
            Assert.Equal(sentence.Span.Start, result.Tokens[sentence.FirstToken].Start);
            Assert.Equal(sentence.Span.End, result.Tokens[sentence.EndToken - 1].End);
            next = sentence.EndToken;
        }

        Assert.Equal(result.Tokens.Length, next);
        return true;
    }

    /// <summary>Ordered, disjoint, trimmed, and every character that is no white space in exactly one.</summary>
    private static bool CoversOnce(string text, IEnumerable<TextSpan> spans)
    {
        int at = 0;
        foreach (TextSpan span in spans)
        {
            if (span.Start < at || span.End <= span.Start || span.End > text.Length || !string.IsNullOrWhiteSpace(text[at..span.Start])
                || char.IsWhiteSpace(text[span.Start]) || char.IsWhiteSpace(text[span.End - 1]))
            {
                return false;
            }

            at = span.End;
        }

        return string.IsNullOrWhiteSpace(text[at..]);
    }
}
