using System.Collections.Immutable;

namespace Extraction.Tests.Sentences;

public class SentenceSplitterTests
{
    public static TheoryData<string, string> Solved => Cases(solved: true);

    public static TheoryData<string, string> Unsolved => Cases(solved: false);

    [Theory]
    [MemberData(nameof(Solved))]
    public void SplitsAsTheCaseSays(string section, string marked) => Assert.Equal(Expected(marked), Split(section, Text(marked)));

    [Theory]
    [MemberData(nameof(Unsolved))]
    public void FailsWhereTheCaseSaysSo(string section, string marked) => Assert.NotEqual(Expected(marked), Split(section, Text(marked)));

    [Fact]
    public void OptionsAreCopied()
    {
        var options = new SentenceOptions();
        var splitter = new SentenceSplitter(options);
        options.KeepQuotationsWhole = true;
        Assert.Equal(3, splitter.Split("\"Go. Now.\" He left.").Length);
    }

    [Fact]
    public void AWordSeenAsAnAbbreviationStaysOne()
    {
        const string Text = "The Qv. of the north met. A Qv. Lindhagen spoke.";
        Assert.Equal(2, SentenceSplitter.Default.Split(Text).Length);
    }

    [Theory]
    [InlineData("minority rights. 4 A")]
    [InlineData("rights.4 A")]
    [InlineData("x. [")]
    [InlineData("x. [1")]
    [InlineData("x. [..")]
    [InlineData("aa.A")]
    [InlineData("x. . . . A")]
    [InlineData("a b  Image: X")]
    [InlineData("a b  Fax: X")]
    [InlineData("a b  cc: X")]
    [InlineData("a 1/2/03  1:02 PM X")]
    [InlineData("1:02 PM X")]
    [InlineData(" 1/2/03 1:02")]
    [InlineData("a :-")]
    [InlineData("a ://")]
    [InlineData("a  http://b  C d")]
    [InlineData("** * *** A")]
    [InlineData("\"")]
    [InlineData("\"A\" The")]
    [InlineData("Dear A,")]
    [InlineData("Dear A, B")]
    [InlineData("From: a@b")]
    [InlineData("June 1")]
    [InlineData("June 1, 2019")]
    [InlineData("Monday,")]
    [InlineData("1 June 2019 A")]
    [InlineData("Figure 1 A")]
    [InlineData("x. [citation needed")]
    public void EndsInTheMiddleOfAPatternDoNoHarm(string text) => Assert.NotEmpty(SentenceSplitter.Default.Split(text));

    [Fact]
    public void FillsTheCallersList()
    {
        var sentences = new List<TextSpan> { new(5, 6) };
        SentenceSplitter.Default.Split("One. Two.", sentences);
        Assert.Equal([new TextSpan(0, 4), new TextSpan(5, 9)], sentences);
    }

    [Fact]
    public void ThePipelineNumbersParagraphsWhereThereIsNoLayout()
    {
        ExtractionPipeline pipeline = new ExtractionPipelineBuilder().AddTokens().AddSentences().Build();
        ImmutableArray<Sentence> sentences = pipeline.Extract("One. Two.\n\nThree.").Sentences;
        Assert.Equal([0, 0, 1], sentences.Select(s => s.Block));
        Assert.Equal([(0, 2), (2, 4), (4, 6)], sentences.Select(s => (s.FirstToken, s.EndToken)));
    }

    private static string Text(string marked) => marked.Replace("\\n", "\n", StringComparison.Ordinal).Replace(" | ", " ", StringComparison.Ordinal).Replace("|", "", StringComparison.Ordinal);

    private static string[] Expected(string marked) => marked.Replace("\\n", "\n", StringComparison.Ordinal).Split('|', StringSplitOptions.TrimEntries);

    private static string[] Split(string section, string text) => [.. new SentenceSplitter(Options(section)).Split(text).Select(s => s.Of(text))];

    private static SentenceOptions Options(string section)
    {
        var options = new SentenceOptions
        {
            KeepQuotationsWhole = section == "keep quotations",
            LineBreaks = section switch
            {
                "line breaks always" => SentenceLineBreaks.Always,
                "line breaks never" => SentenceLineBreaks.Never,
                _ => SentenceLineBreaks.Auto,
            },
        };
        if (section.StartsWith("abbreviations ", StringComparison.Ordinal))
        {
            foreach (string word in section["abbreviations ".Length..].Split(", "))
            {
                options.UserAbbreviations.Add(word);
            }
        }

        return options;
    }

    private static TheoryData<string, string> Cases(bool solved)
    {
        var cases = new TheoryData<string, string>();
        string section = "";
        foreach (string line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases", "sentences.txt")).Where(l => l.Length > 0 && l[0] != '#'))
        {
            if (line[0] == '[' && line[^1] == ']')
            {
                section = line[1..^1];
                continue;
            }

            bool open = line.StartsWith("? ", StringComparison.Ordinal);
            if (open != solved)
            {
                cases.Add(section, open ? line[2..] : line);
            }
        }

        return cases;
    }

    [Fact]
    public void ADatelineThatEndsInAStopBelongsToTheFirstSentence()
    {
        const string Text = "GULU. The High Court has ordered the district to pay the herders whose land it took for the new market, a court official said on Monday. It gave no date.\n\n"
            + "The herders had gone to court nine years ago, and several of them have died since, their lawyer said.";
        ExtractionResult result = new ExtractionPipelineBuilder().AddTokens().AddLayout().AddSentences().Build().Extract(Text);
        Assert.StartsWith("GULU. The High Court", result.TextOf(result.Sentences[0].Span), StringComparison.Ordinal);
        Assert.Equal(3, result.Sentences.Length);
    }
}
