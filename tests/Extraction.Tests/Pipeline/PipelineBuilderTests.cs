namespace Extraction.Tests.Pipeline;

public class PipelineBuilderTests
{
    private static readonly Layer<string> Colour = new("colour");

    [Fact]
    public void DefaultsBuildInOrder()
    {
        ExtractionPipeline pipeline = ExtractionPipeline.CreateDefault();
        Assert.Equal(["tokens", "layout", "sentences", "dates", "entities", "linking", "quotes", "speakers"], pipeline.Stages.Select(s => s.Name));
    }

    [Fact]
    public void NamesStageNeedAndRemedyOfAMissingLayer()
    {
        ExtractionPipelineBuilder builder = new ExtractionPipelineBuilder().AddDefaults().Remove(StageNames.Sentences);
        PipelineCompositionException error = Assert.Throws<PipelineCompositionException>(builder.Build);
        Assert.Equal("The stage 'dates' needs the layer 'sentences', which no stage gives. Add the library's stage that gives it (AddSentences()), or a stage of your own, before 'dates'.", error.Message);
    }

    [Fact]
    public void NamesTheRemedyForALayerOfTheUsersOwn()
    {
        ExtractionPipelineBuilder builder = new ExtractionPipelineBuilder().Add(new Stages.LambdaStage(StageContract.Named("painter").Needs(Colour), _ => { }));
        PipelineCompositionException error = Assert.Throws<PipelineCompositionException>(builder.Build);
        Assert.Equal("The stage 'painter' needs the layer 'colour', which no stage gives. Add a stage whose contract says Gives(colour) before 'painter'.", error.Message);
    }

    [Fact]
    public void SaysWhichStageComesTooLate()
    {
        ExtractionPipelineBuilder builder = new ExtractionPipelineBuilder().AddLayout().AddTokens();
        PipelineCompositionException error = Assert.Throws<PipelineCompositionException>(builder.Build);
        Assert.Contains("Put 'tokens' before 'layout'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RefusesTwoStagesOfOneName()
    {
        ExtractionPipelineBuilder builder = new ExtractionPipelineBuilder().AddTokens().AddTokens();
        Assert.Contains("Two stages are named 'tokens'", Assert.Throws<PipelineCompositionException>(builder.Build).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RefusesTwoGiversOfOneLayer()
    {
        ExtractionPipelineBuilder builder = new ExtractionPipelineBuilder().AddTokens().Add(new Stages.LambdaStage(StageContract.Named("more tokens").Gives(Layers.Tokens), _ => { }));
        PipelineCompositionException error = Assert.Throws<PipelineCompositionException>(builder.Build);
        Assert.Contains("'tokens' and 'more tokens' both give the layer 'tokens'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NamesTheStagesThereAreWhenOneIsUnknown()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new ExtractionPipelineBuilder().AddTokens().Remove("token"));
        Assert.Contains("No stage is named 'token'. There are: tokens.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ABuiltPipelineDoesNotChangeWithItsBuilder()
    {
        ExtractionPipelineBuilder builder = new ExtractionPipelineBuilder().AddDefaults();
        ExtractionPipeline pipeline = builder.Build();
        builder.Remove(StageNames.Dates);
        Assert.Equal(8, pipeline.Stages.Length);
    }

    [Fact]
    public void DescribesStagesAndMarksUnmetNeeds()
    {
        string table = new ExtractionPipelineBuilder().AddLayout().AddTokens().Describe();
        Assert.Equal(
            """
            stage   needs    uses  gives   refines
            layout  !tokens  -     layout  !tokens
            tokens  -        -     tokens  -

            """.ReplaceLineEndings("\n"),
            table);
        Assert.DoesNotContain("!", ExtractionPipeline.CreateDefault().Describe(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void RefusesALimitThatNoTextMeets(int limit) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ExtractionPipelineBuilder { MaxTextLength = limit });
}
