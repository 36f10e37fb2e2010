namespace Extraction.Tests.Structure;

public class LayoutTests
{
    private static readonly ExtractionPipeline Pipeline = new ExtractionPipelineBuilder().AddTokens().AddLayout().Build();

    public static TheoryData<string> Pages() => new(Directory.GetFiles(LayoutCase.Folder, "*.txt").Select(f => Path.GetFileName(f)!).Order());

    [Theory]
    [MemberData(nameof(Pages))]
    public void KnowsEveryLineOfAPage(string name)
    {
        var page = LayoutCase.Read(name);
        ExtractionResult result = Pipeline.Extract(new Article(page.Text));
        Assert.Equal(
            string.Join('\n', page.Blocks.Select(b => $"{b.Kind}\t{b.Text}")),
            string.Join('\n', result.Layout.Blocks.Select(b => $"{b.Kind}\t{b.Span.Of(page.Text)}")));
        foreach ((string fact, string value) in page.Facts)
        {
            Assert.Equal($"{fact} {value}", $"{fact} {Fact(result, fact)}");
        }
    }

    [Fact]
    public void TellsTheFirstSeedsFurniture()
    {
        ExtractionResult result = Pipeline.Extract(new Article(Seed("000_c580fcef65a1d2e8.txt")));
        Assert.Equal("2022-02-25T06:53+05:30", result.Published?.ToString());
        Assert.Equal("2022-02-25T07:17+05:30", result.Updated?.ToString());
        Assert.Equal("PTI", Fact(result, "agency"));
        Assert.StartsWith("Antony Blinken dials Jaishankar", Fact(result, "title"), StringComparison.Ordinal);
        Assert.Equal(2, result.Layout.Blocks.Count(b => b.Kind == BlockKind.Caption));
        Assert.Equal(6, result.Layout.Blocks.Count(b => b.Kind == BlockKind.Paragraph));
        Assert.Equal("Antony Blinken | Russia | Ukraine | World News", Fact(result, "tags"));
    }

    [Fact]
    public void TellsTheSecondSeedsHeaderFromItsFirstSentence()
    {
        ExtractionResult result = Pipeline.Extract(new Article(Seed("004_092cfdeac746b4f0.txt")));
        Assert.Equal("2023-04-16", result.Published?.ToString());
        Assert.StartsWith("External Affairs Minister", result.TextOf(result.Layout.Blocks.First(b => b.Kind == BlockKind.Paragraph).Span), StringComparison.Ordinal);
        Assert.Equal("India - US relations witnesses progress in our bilateral ties", Fact(result, "title"));
    }

    [Theory]
    [InlineData("Ada Obi met Piet van Dam in Lagos")]
    [InlineData("Lagos")]
    [InlineData("Breaking: fire at the old mint")]
    [InlineData("Read more about Ada Obi")]
    [InlineData("Ada Obi\nPiet van Dam\nLeila Haddad")]
    [InlineData("* Google\n* Microsoft\n* Apple")]
    [InlineData("1. Ada Obi was born in Lagos\n2. She was elected in 2008")]
    [InlineData("Harbour 6, Valley 3\nNorthport 9, Southport 5")]
    [InlineData("Home address: 12 Mill Lane, Leeds")]
    public void WhatSomebodyTypesInIsText(string text)
    {
        ExtractionResult result = Pipeline.Extract(new Article(text));
        Assert.All(result.Layout.Blocks, b => Assert.Equal(BlockKind.Paragraph, b.Kind));
    }

    [Theory]
    [InlineData("To: Leila Haddad\n\nThe boat leaves on Friday at noon, so bring the papers for Piet van Dam.")]
    [InlineData("Just landed in Doha @leila_h\nSo glad to be here with Ada Obi #WorldCup2022")]
    [InlineData("MINUTES 3 May 2022\nPresent: Ada Obi, Piet van Dam\nNext meeting: 10 May 2022 in Lagos")]
    [InlineData("Ferry runs again\nThe ferry ran again on Monday.")]
    public void NothingOfAMessageIsJunk(string text)
    {
        ExtractionResult result = Pipeline.Extract(new Article(text));
        Assert.DoesNotContain(result.Layout.Blocks, b => b.Kind == BlockKind.Other);
    }

    [Fact]
    public void SplitsTheTokenThatAHeaderIsGluedTo()
    {
        const string Text = " date 2023-10-14 EnglishUnion Minister Devika Rao flagged off the ferry on Saturday and said that it would run daily.";
        ExtractionResult result = new ExtractionPipelineBuilder { KeepTokens = true }.AddTokens().AddLayout().Build().Extract(new Article(Text));
        Assert.Equal("date 2023-10-14 English", result.TextOf(result.Layout.Blocks[0].Span));
        Assert.Contains("Union", result.Tokens.Select(t => result.TextOf(t.Span)));
        Assert.DoesNotContain("EnglishUnion", result.Tokens.Select(t => result.TextOf(t.Span)));
    }

    [Theory]
    [InlineData("By Leila Haddad and Sven Novak", "Leila Haddad | Sven Novak")]
    [InlineData("BY LEILA HADDAD", "LEILA HADDAD")]
    [InlineData("By Leila Haddad in Tari", "Leila Haddad")]
    [InlineData("By Leila Haddad, Harbour News", "Leila Haddad")]
    [InlineData("By business reporter Leila Haddad and Sven van der Novak", "Leila Haddad | Sven van der Novak")]
    [InlineData("By Leila Haddad | Updated: Jan 18, 2025 19:48 IST", "Leila Haddad")]
    [InlineData("By Staff Reporter", "")]
    public void ReadsTheWritersOfAByline(string byline, string names)
    {
        string text = $"Ferry runs again after long repair\n{byline}\n\nThe ferry across the bay ran again on Monday after a repair that had taken most of the winter.\n\nIt will run daily until the end of the season, the owners said in a statement.";
        ExtractionResult result = Pipeline.Extract(new Article(text));
        Assert.Equal(names, string.Join(" | ", result.Layout.Authors.Select(a => result.TextOf(a))));
    }

    [Theory]
    [InlineData("MOSCOW, Feb 25 (Reuters) - Ferries", 1, "MOSCOW, Feb 25 (Reuters)")]
    [InlineData("Havana, Sep 9 (Prensa Latina) More than two million", 1, "Havana, Sep 9 (Prensa Latina)")]
    [InlineData("La Paz, Sept. 12 (EFE).- At least", 1, "La Paz, Sept. 12 (EFE)")]
    [InlineData("NEW DELHI: The ministry said on Monday that it would look into the matter and report to the house within a week.", 1, "NEW DELHI")]
    [InlineData("Kathmandu, April 9", 2, "Kathmandu, April 9")]
    [InlineData("SYDNEY, March 16 AAP -", 2, "SYDNEY, March 16 AAP")]
    [InlineData("GULU. The High Court has ordered the district to pay the herders whose land it took for the new market, a court official said here on Monday.", 1, "GULU")]
    [InlineData("FLATTENED. Rice fields at dawn on Monday.", 0, "")]
    [InlineData("The ferry ran again on Monday.", 0, "")]
    [InlineData("Ferry, bridge, tunnel: which is best?", 0, "")]
    public void SeesDatelines(string text, int result, string dateline)
    {
        var tokens = new TokenList();
        Tokenizer.ReadWords(text, tokens);
        Assert.Equal(result, DatelineScanner.Scan(text, new TextSpan(0, text.Length), tokens.Count, out TextSpan span));
        Assert.Equal(dateline, text[span.Start..span.End]);
    }

    [Theory]
    [InlineData("Ferries: 07/08/2021\n\nAUCKLAND, August 7: The ferry ran again.", "2021-08-07")]
    [InlineData("Ferries: 07/08/2021\n\nCHICAGO, July 8: The ferry ran again.", "2021-07-08")]
    public void TheTextDecidesTheOrderOfItsNumericDate(string text, string value)
    {
        var tokens = new TokenList();
        Tokenizer.ReadWords(text, tokens);
        var stamps = new Timestamp[4];
        int count = TimestampGrammar.Read(text, new TextSpan(0, text.IndexOf('\n', StringComparison.Ordinal)), stamps);
        TimestampResolver.Resolve(stamps.AsSpan(0, count), NumericOrderEvidence.Votes(text, tokens.Span, stamps.AsSpan(0, count)));
        Assert.Equal(value, stamps[0].ToValue()?.ToString());
    }

    private static string Fact(ExtractionResult result, string fact)
    {
        ArticleLayout layout = result.Layout;
        return fact switch
        {
            "published" => result.Published?.ToString() ?? "",
            "updated" => result.Updated?.ToString() ?? "",
            "title" => Of(layout.Title),
            "agency" => Of(layout.Agency),
            "dateline" => Of(layout.Dateline),
            "authors" => string.Join(" | ", layout.Authors.Select(a => result.TextOf(a))),
            "tags" => string.Join(" | ", layout.Tags.Select(t => result.TextOf(t))),
            _ => throw new ArgumentException($"No such fact: {fact}."),
        };

        string Of(TextSpan? span) => span is { } s ? result.TextOf(s) : "";
    }

    private static string Seed(string name)
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "seeds", name)))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return File.ReadAllText(Path.Combine(folder ?? throw new FileNotFoundException(name), "seeds", name));
    }
}
