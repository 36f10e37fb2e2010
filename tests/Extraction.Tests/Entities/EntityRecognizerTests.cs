using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;

namespace Extraction.Tests.Entities;

[Collection(Robustness.Alone.Name)]
public class EntityRecognizerTests
{
    private const string Story = """
        Otieno wins Kisumu seat

        KISUMU - Grace Otieno of the Lake Region Alliance (LRA) won the by-election in Kisumu on Friday, the Electoral Commission of Kenya said.
        The LRA had never held the seat. Otieno, a former lawyer at the Nairobi firm Mwangi & Partners, beat Tom Barasa of the Green Party.
        "We will build the road to Bondo," Otieno told Radio Ramogi. Barasa called the result a surprise.
        """;

    /// <summary>Words that may or may not be names.</summary>
    private const string Odd = "Quill Ember and Rook Tower Night saw Vet Mart at Mall Nine. The Zorb Against Tide Morning won. Old Harbour Lights Second Chance Umber met Ash Low.";

    private static readonly EntityRecognizer Recognizer = new();

    [Fact]
    public void TheArticleTellsWhatAWordIsElsewhere()
    {
        string[] otieno = [.. Recognizer.Recognize(Story).Where(m => Story[m.Span.Start..m.Span.End].EndsWith("Otieno", StringComparison.Ordinal)).Select(m => m.Type.Name)];
        Assert.Equal(["person", "person", "person", "person"], otieno);
    }

    [Fact]
    public void GivesTheSameForTheSameText()
    {
        Mention[] once = [.. Recognizer.Recognize(Story)];
        Recognizer.Recognize("Another text about Lima and Peru's Congress.");
        Assert.Equal<Mention>(once, [.. Recognizer.Recognize(Story)]);
        Assert.Equal<Mention>(once, [.. new EntityRecognizer().Recognize(Story)]);
    }

    [Fact]
    public void GivesTheSameOnManyThreads()
    {
        Mention[] once = [.. Recognizer.Recognize(Story)];
        Parallel.For(0, 16, _ => Assert.Equal<Mention>(once, [.. Recognizer.Recognize(Story)]));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t ")]
    [InlineData("\uD800")]
    [InlineData("A\uDC00b-\uD83D-C \uD800Paris\uDC00")]
    [InlineData("@ @@ @@a #x --- ''' \"\" (((( Mr. Mr. Mr. the The THE")]
    [InlineData("北京 и Москва و القاهرة")]
    [InlineData("-A-B-c-D-\u2011-E- al- -Qaida")]
    public void ReadsAnyText(string text) => Valid(text, Recognizer.Recognize(text));

    [Fact]
    public void ReadsAPageOfCapitalsWithoutEndAsFastAsAnyOther()
    {
        string text = string.Join(' ', Enumerable.Repeat("Bank Of Kenya JOHN U.S.-Led Van der", 4_000));
        var watch = Stopwatch.StartNew();
        Valid(text, Recognizer.Recognize(text));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"took {watch.Elapsed}");
    }

    [Fact]
    public void AllocatesForResultsOnly()
    {
        var text = new StringBuilder();
        for (int i = 0; i < 50; i++)
        {
            text.AppendLine(Story);
        }

        // Of its own: another test's threads leave contexts that have not grown yet.
        var recognizer = new EntityRecognizer();
        string story = text.ToString();
        for (int i = 0; i < 3; i++)
        {
            recognizer.Recognize(story);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        ImmutableArray<Mention> mentions = recognizer.Recognize(story);
        long spent = GC.GetAllocatedBytesForCurrentThread() - before;

        // 56 bytes a mention, twice over for the builder, sentences, and the context.
        Assert.True(spent < (mentions.Length * 300) + 200_000, $"{spent} bytes for {mentions.Length} mentions");
    }

    [Fact]
    public void LeavesUncertainMentionsOutWhenAsked()
    {
        const string Text = Story + "\n" + Odd;
        var options = new EntityOptions { MinimumConfidence = 0.9f };
        ImmutableArray<Mention> sure = new EntityRecognizer(options).Recognize(Text);
        Assert.NotEmpty(sure);
        Assert.All(sure, m => Assert.True(m.Confidence >= 0.9f || IsPlace(m)));
        Assert.True(sure.Length < Recognizer.Recognize(Text).Length);
    }

    [Fact]
    public void LeavesNamesMoreLikelyWrongThanRightOutUnlessAllAreAsked()
    {
        ImmutableArray<Mention> all = new EntityRecognizer(new EntityOptions { MinimumConfidence = 0 }).Recognize(Odd);
        ImmutableArray<Mention> given = Recognizer.Recognize(Odd);
        Assert.True(given.Length < all.Length);
        Assert.All(all.Where(m => m.Confidence >= EntityOptions.DefaultMinimumConfidence), m => Assert.Contains(m, given));
        Assert.All(given.Where(m => m.Confidence < EntityOptions.DefaultMinimumConfidence), m => Assert.True(IsPlace(m)));
    }

    [Fact]
    public void ExplainsAMention()
    {
        const string Text = "The finance minister of Kenya, Joseph Okello, resigned.";
        Mention kenya = Recognizer.Recognize(Text).Single(m => Text[m.Span.Start..m.Span.End] == "Kenya");
        MentionExplanation explanation = Assert.IsType<MentionExplanation>(Recognizer.Explain(Text, kenya));
        Assert.Equal(EntityType.Gpe, explanation.Mention.Type);
        Assert.Contains("Country: 'Kenya'", explanation.GazetteerLists);
        Assert.NotEmpty(explanation.Evidence);
        Assert.Contains(explanation.Evidence, e => e.Weight > 0 && e.Description.Contains("Kenya", StringComparison.Ordinal));
    }

    [Fact]
    public void ExplainsACallersOwnName()
    {
        var options = new EntityOptions();
        options.KnownNames.Add(new KnownName("quiet harbour", new EntityType("project")));
        var recognizer = new EntityRecognizer(options);
        const string Text = "They named it quiet harbour.";
        Mention mention = Assert.Single(recognizer.Recognize(Text));
        Assert.Equal("project", mention.Type.Name);
        Assert.Contains("caller", Assert.Single(recognizer.Explain(Text, mention)!.Evidence).Description, StringComparison.Ordinal);
    }

    [Fact]
    public void ExplainsNothingWhereNoNameStands()
    {
        var mention = new Mention(new TextSpan(0, 4), MentionKind.Name, EntityType.Person, 1, 0, 1);
        Assert.Null(Recognizer.Explain("They went home.", mention));
    }

    [Fact]
    public void FindsNothingInBlocksOfKindOther()
    {
        ExtractionResult result = new ExtractionPipelineBuilder().AddTokens().Add(new AllOther()).AddSentences().AddEntities().AddLinking().Build()
            .Extract(new Article("Share this story by Maria Lindqvist in Kenya"));
        Assert.Empty(result.Entities);
    }

    private static void Valid(string text, ImmutableArray<Mention> mentions)
    {
        int end = 0;
        foreach (Mention mention in mentions)
        {
            Assert.True(mention.Span.Start >= end && mention.Span.End > mention.Span.Start && mention.Span.End <= text.Length);
            Assert.True(mention.EndToken > mention.FirstToken);
            Assert.InRange(mention.Confidence, 0, 1);
            end = mention.Span.End;
        }
    }

    private sealed class AllOther : IExtractionStage
    {
        public StageContract Contract { get; } = StageContract.Named(StageNames.Layout).Needs(Layers.Tokens).Gives(Layers.Layout);

        public void Run(ExtractionContext context)
        {
            TokenList tokens = context.Get(Layers.Tokens);
            context.Set(Layers.Layout, new ArticleLayout { Blocks = [new Block(BlockKind.Other, new TextSpan(tokens[0].Start, tokens[^1].End), 0, tokens.Count)] });
        }
    }

    private static bool IsPlace(Mention mention) => mention.Type == EntityType.Gpe || mention.Type == EntityType.Location || mention.Type == EntityType.Facility;
}
