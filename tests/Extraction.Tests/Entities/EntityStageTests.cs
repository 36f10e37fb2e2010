using System.Collections.Immutable;

namespace Extraction.Tests.Entities;

public class EntityStageTests
{
    private static readonly ExtractionPipeline Pipeline = Build(new EntityOptions());

    [Theory]
    [InlineData("Foreign Minister Amara Diallo met officials of the World Bank in Nairobi on Monday.", "Amara Diallo:person", "World Bank:organization", "Nairobi:gpe")]
    [InlineData("The London-based company said its pro-Syrian rivals had gone to France.", "London:gpe", "Syrian:norp", "France:gpe")]
    [InlineData("President Joseph Okello's visit to Germany was praised by the European Union (EU).", "Joseph Okello:person", "Germany:gpe", "European Union:organization", "EU:organization")]
    public void FindsNamesWithoutTitleArticleOrPossessive(string text, params string[] expected) => Assert.Equal(expected, Found(Pipeline, text));

    [Fact]
    public void MarksTheCallersNamesWhereverTheyStand()
    {
        var options = new EntityOptions();
        options.KnownNames.Add(new KnownName("the blue gate", EntityType.Facility));
        Assert.Equal(["the blue gate:facility", "Vienna:gpe"], Found(Build(options), "They met at the blue gate in Vienna."));
    }

    [Fact]
    public void GivesMentionsInTextOrderDisjointAndOnTokenBounds()
    {
        const string Text = "Kenya's Equity Bank and Uganda's Stanbic said on Friday that U.S.-led talks in Geneva had failed. Mr Otieno of Equity Bank left Geneva.";
        ImmutableArray<Mention> mentions = Mentions(Pipeline, Text);
        Assert.NotEmpty(mentions);
        int end = 0;
        foreach (Mention mention in mentions)
        {
            Assert.True(mention.Span.Start >= end);
            Assert.True(mention.EndToken > mention.FirstToken);
            Assert.InRange(mention.Confidence, 0, 1);
            end = mention.Span.End;
        }
    }

    private static ExtractionPipeline Build(EntityOptions options) => new ExtractionPipelineBuilder().AddTokens().AddSentences().AddEntities(options).Add(new Keeper()).Build();

    private static string[] Found(ExtractionPipeline pipeline, string text) =>
        [.. Mentions(pipeline, text).Select(m => $"{text[m.Span.Start..m.Span.End]}:{m.Type}")];

    private static ImmutableArray<Mention> Mentions(ExtractionPipeline pipeline, string text)
    {
        pipeline.Extract(new Article(text));
        return Keeper.Last;
    }

    /// <summary>Keeps the mentions, which the result shows only when linked.</summary>
    private sealed class Keeper : IExtractionStage
    {
        [ThreadStatic]
        private static ImmutableArray<Mention> _last;

        public static ImmutableArray<Mention> Last => _last;

        public StageContract Contract { get; } = StageContract.Named("keeper").Needs(Layers.Mentions);

        public void Run(ExtractionContext context) => _last = context.Get(Layers.Mentions);
    }
}
