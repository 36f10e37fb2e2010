namespace Extraction.Tests.Pipeline;

public class PreloadTests
{
    private static readonly Layer<string> Word = new("a word");

    [Fact]
    public void AsksTheStagesThatLoadSomethingAndNoOther()
    {
        var stage = new SlowStage();
        ExtractionPipeline pipeline = new ExtractionPipelineBuilder().AddTokens().Add(stage).Build();
        Assert.Equal(0, stage.Loads);
        pipeline.Preload();
        Assert.Equal(1, stage.Loads);
    }

    [Fact]
    public async Task MayRunBesideTheFirstArticle()
    {
        ExtractionPipeline pipeline = ExtractionPipeline.CreateDefault();
        Task preloading = Task.Run(pipeline.Preload);
        ExtractionResult result = pipeline.Extract("\"We will rebuild,\" said Mayor Asha Rao of Lakeside on Friday.");
        await preloading;
        Assert.Equal(ResultJson.ToUtf8Line(ExtractionPipeline.CreateDefault().Extract(result.Article)), ResultJson.ToUtf8Line(result));
    }

    private sealed class SlowStage : IExtractionStage, IPreloadable
    {
        public int Loads { get; private set; }

        public StageContract Contract { get; } = StageContract.Named("slow").Gives(Word);

        public void Preload() => Loads++;

        public void Run(ExtractionContext context) => context.Set(Word, "loaded");
    }
}
