namespace Extraction.Tests.Pipeline;

public class PipelineBuilderTests
{
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
    public void SaysWhichStageComesTooLate()
    {
        ExtractionPipelineBuilder builder = new ExtractionPipelineBuilder().AddLayout().AddTokens();
        PipelineCompositionException error = Assert.Throws<PipelineCompositionException>(builder.Build);
        Assert.Contains("Put 'tokens' before 'layout'", error.Message, StringComparison.Ordinal);
    }
}
