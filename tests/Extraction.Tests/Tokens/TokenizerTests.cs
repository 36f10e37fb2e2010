namespace Extraction.Tests.Tokens;

public class TokenizerTests
{
    public static TheoryData<string, string> Solved => Cases(solved: true);

    public static TheoryData<string, string> Unsolved => Cases(solved: false);

    [Theory]
    [MemberData(nameof(Solved))]
    public void SplitsAsTheCaseSays(string text, string tokens) => Assert.Equal(tokens, Split(text));

    [Theory]
    [MemberData(nameof(Unsolved))]
    public void FailsWhereTheCaseSaysSo(string text, string tokens) => Assert.NotEqual(tokens, Split(text));

    [Theory]
    [InlineData("state-funded", "state - funded")]
    [InlineData("re-elected e-mail", "re-elected e-mail")]
    [InlineData("2000-2006", "2000 - 2006")]
    [InlineData("555-0160", "555-0160")]
    [InlineData("a can't-miss London-based Covid-19-free Lloyd-Smith’s", "a ca n't - miss London - based Covid - 19 - free Lloyd - Smith ’s")]
    [InlineData("https://example.org/a-b post-war-era self‑made @a-b", "https://example.org/a-b post-war - era self ‑ made @a - b")]
    public void SplitsHyphensAsUniversalDependencies(string text, string tokens)
    {
        Assert.Equal(tokens, string.Join(' ', Read(text, new TokenOptions()).Select(t => t.Span.Of(text))));
        Assert.Equal(text.Split(' ')[^1].Length, Read(text, new TokenOptions { SplitHyphens = false }).Where(t => t.Start >= text.LastIndexOf(' ')).Sum(t => t.Length));
    }

    [Fact]
    public void PartsOfAHyphenatedWordAreTokensLikeAnyOther()
    {
        const string Text = "A London-based can't-miss U.S.-led 2000-2006";
        foreach (Token token in Read(Text, new TokenOptions()))
        {
            TokenFlags position = token.Flags & (TokenFlags.SpaceBefore | TokenFlags.LineStart | TokenFlags.ParagraphStart | TokenFlags.EndsWithStop);
            Assert.Equal(Token.Create(Text, token.Start, token.Length, token.Kind, position), token);
            Assert.Equal(token.Start == 0 || Text[token.Start - 1] == ' ', token.Has(TokenFlags.SpaceBefore));
        }
    }

    [Theory]
    [InlineData("Kyiv", TokenKind.Word)]
    [InlineData("1,000", TokenKind.Number)]
    [InlineData("—", TokenKind.Punctuation)]
    [InlineData("%", TokenKind.Symbol)]
    [InlineData("https://example.org", TokenKind.Url)]
    [InlineData("a@example.org", TokenKind.Email)]
    [InlineData("@desk", TokenKind.Handle)]
    [InlineData("#storm", TokenKind.Hashtag)]
    public void KnowsTheKind(string text, TokenKind kind) => Assert.Equal(kind, Assert.Single(Tokens(text)).Kind);

    [Theory]
    [InlineData("McKay", TokenFlags.Capitalized | TokenFlags.InnerCapital | TokenFlags.HasLower | TokenFlags.HasLetter)]
    [InlineData("iPad", TokenFlags.InnerCapital | TokenFlags.HasLower | TokenFlags.HasLetter)]
    [InlineData("NATO", TokenFlags.Capitalized | TokenFlags.AllCaps | TokenFlags.InnerCapital | TokenFlags.HasLetter)]
    [InlineData("A", TokenFlags.Capitalized | TokenFlags.HasLetter)]
    [InlineData("1999", TokenFlags.HasDigit | TokenFlags.AllDigits)]
    [InlineData("Covid-19", TokenFlags.Capitalized | TokenFlags.HasLower | TokenFlags.HasLetter | TokenFlags.HasDigit | TokenFlags.HasHyphen)]
    public void FlagsTheShape(string text, TokenFlags flags) =>
        Assert.Equal(flags | TokenFlags.SpaceBefore | TokenFlags.LineStart | TokenFlags.ParagraphStart, Assert.Single(Tokens(text)).Flags);

    [Fact]
    public void TheFastPathGivesWhatCreateGives()
    {
        const string Text = "Plain words McKay iPad NATO Don’t x I a.m. of";
        foreach (Token token in Tokens(Text))
        {
            TokenFlags position = token.Flags & (TokenFlags.SpaceBefore | TokenFlags.LineStart | TokenFlags.ParagraphStart | TokenFlags.EndsWithStop);
            Assert.Equal(Token.Create(Text, token.Start, token.Length, token.Kind, position), token);
        }
    }

    [Fact]
    public void LinesAndParagraphsAreFlagged()
    {
        TokenList tokens = Tokens("a b\r\nc\n\nd\re");
        Assert.Equal([true, false, true, true, true], tokens.Select(t => t.Has(TokenFlags.LineStart)));
        Assert.Equal([true, false, false, true, false], tokens.Select(t => t.Has(TokenFlags.ParagraphStart)));
    }

    // The cases show what the stages see.
    private static TokenList Tokens(string text) => Read(text, new TokenOptions { SplitHyphens = false });

    private static TokenList Read(string text, TokenOptions options)
    {
        var list = new TokenList();
        Tokenizer.Tokenize(text, list, options);
        return list;
    }

    private static string Split(string text) => string.Join(' ', Tokens(text).Select(t => t.Span.Of(text)));

    private static TheoryData<string, string> Cases(bool solved)
    {
        var cases = new TheoryData<string, string>();
        foreach (string line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases", "tokens.txt")).Where(l => l.Length > 0 && l[0] != '#'))
        {
            bool open = line.StartsWith("? ", StringComparison.Ordinal);
            if (open != solved)
            {
                string[] sides = (open ? line[2..] : line).Split(" -> ");
                cases.Add(sides[0], sides[1]);
            }
        }

        return cases;
    }
}
