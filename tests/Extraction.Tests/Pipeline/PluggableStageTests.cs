using System.Text;

namespace Extraction.Tests.Pipeline;

/// <summary>A user's stage has exactly the means ours have.</summary>
public class PluggableStageTests
{
    private const string Text = "Geneva, 3 May 2021\nThe Widget was shown on Monday. \"We like the Widget,\" said Anna Berg.";

    [Fact]
    public void AnInsertedStageGivesALayerOfItsOwn()
    {
        ExtractionResult result = new ExtractionPipelineBuilder().AddDefaults().InsertAfter(StageNames.Tokens, new Stages.LongestWordStage()).Build().Extract(Text);
        Assert.True(result.TryGet(Stages.LongestWord, out string? longest));
        Assert.Equal("Geneva", longest);
    }

    [Fact]
    public void AResultHasNoLayerThatNoStageGave() =>
        Assert.False(ExtractionPipeline.CreateDefault().Extract(Text).TryGet(Stages.LongestWord, out _));

    [Fact]
    public void AReplacedRecognizerFeedsTheStagesAfterIt()
    {
        ExtractionPipeline pipeline = new ExtractionPipelineBuilder().AddTokens().AddSentences().Add(new Stages.OneWordRecognizer("Widget")).AddLinking().Build();
        Assert.Equal(["entities"], new ExtractionPipelineBuilder().AddDefaults().Replace(StageNames.Entities, new Stages.OneWordRecognizer("Widget")).Build().Stages.Where(s => s.Given.Contains(Layers.Mentions)).Select(s => s.Name));
        Assert.All(pipeline.Extract(Text).Entities, e => Assert.Equal(EntityType.Product, e.Type));
    }

    [Fact]
    public void WithoutAStageItsLayersAreEmptyAndTheRestIsThere()
    {
        ExtractionResult result = new ExtractionPipelineBuilder().AddDefaults().Remove(StageNames.Dates).Build().Extract(Text);
        Assert.Empty(result.Dates);
        Assert.NotEmpty(result.Sentences);
        Assert.NotEmpty(result.Layout.Blocks);
    }

    [Fact]
    public void OneStageAloneMakesAPipeline()
    {
        ExtractionResult result = new ExtractionPipelineBuilder { KeepTokens = true }.AddTokens().Build().Extract("One two.");
        Assert.Equal(3, result.Tokens.Length);
        Assert.Empty(result.Sentences);
    }

    [Fact]
    public void ReadingAnUndeclaredLayerThrows()
    {
        var stage = new Stages.LambdaStage(StageContract.Named("peeping"), context => context.Get(Layers.Tokens));
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => new ExtractionPipelineBuilder().AddTokens().Add(stage).Build().Extract(Text));
        Assert.Equal("The stage 'peeping' reads the layer 'tokens', which its contract does not name.", error.Message);
    }

    [Fact]
    public void GivingAnUndeclaredLayerThrows()
    {
        var stage = new Stages.LambdaStage(StageContract.Named("generous"), context => context.Set(Stages.LongestWord, "x"));
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => new ExtractionPipelineBuilder().Add(stage).Build().Extract(Text));
        Assert.Equal("The stage 'generous' gives the layer 'longest word', which its contract does not name.", error.Message);
    }

    [Fact]
    public void ARefinedLayerReachesTheResult()
    {
        var upper = new Stages.LambdaStage(
            StageContract.Named("upper").Refines(Stages.LongestWord),
            context => context.Set(Stages.LongestWord, context.Get(Stages.LongestWord).ToUpperInvariant()));
        ExtractionResult result = new ExtractionPipelineBuilder().AddTokens().Add(new Stages.LongestWordStage()).Add(upper).Build().Extract(Text);
        Assert.True(result.TryGet(Stages.LongestWord, out string? longest));
        Assert.Equal("GENEVA", longest);
    }

    [Fact]
    public void ScratchMemoryIsKeptFromRunToRun()
    {
        var seen = new List<int>();
        var stage = new Stages.LambdaStage(StageContract.Named("counting"), context =>
        {
            StringBuilder memory = context.Scratch<StringBuilder>();
            seen.Add(memory.Length);
            memory.Append('x');
        });
        ExtractionPipeline pipeline = new ExtractionPipelineBuilder().Add(stage).Build();
        pipeline.Extract("a");
        pipeline.Extract("b");
        Assert.Equal([0, 1], seen);
    }

    [Fact]
    public void AfterAFailureTheNextArticleIsAsIfNothingHadHappened()
    {
        ExtractionPipeline pipeline = new ExtractionPipelineBuilder().AddDefaults().InsertAfter(StageNames.Sentences, Stages.Failing).Build();
        byte[] before = ResultJson.ToUtf8Line(pipeline.Extract(Text));
        Assert.Throws<InvalidDataException>(() => pipeline.Extract("FAIL " + Text));
        Assert.Equal(before, ResultJson.ToUtf8Line(pipeline.Extract(Text)));
    }
}
