using Extraction.Tests.Pipeline;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Extraction.Tests.DependencyInjection;

public class ServiceCollectionTests
{
    [Fact]
    public void GivesOneSharedPipelineWithTheDefaults()
    {
        using ServiceProvider provider = new ServiceCollection().AddExtraction().Services.BuildServiceProvider();
        ExtractionPipeline pipeline = provider.GetRequiredService<ExtractionPipeline>();
        Assert.Same(pipeline, provider.GetRequiredService<ExtractionPipeline>());
        Assert.Equal(8, pipeline.Stages.Length);
    }

    [Fact]
    public void SetsOptions()
    {
        using ServiceProvider provider = new ServiceCollection().AddExtraction(o => o.KeepTokens = true).Services.BuildServiceProvider();
        Assert.NotEmpty(provider.GetRequiredService<ExtractionPipeline>().Extract("Hello there.").Tokens);
    }

    [Fact]
    public void TheSecondCallAddsNothingAndItsOptionsCount()
    {
        var services = new ServiceCollection();
        services.AddExtraction();
        int count = services.Count;
        services.AddExtraction();
        Assert.Equal(count, services.Count);
        services.AddExtraction(o => o.KeepTokens = true);
        using ServiceProvider provider = services.BuildServiceProvider();
        Assert.Single(provider.GetServices<ExtractionPipeline>());
        Assert.NotEmpty(provider.GetRequiredService<ExtractionPipeline>().Extract("Hello there.").Tokens);
    }

    [Fact]
    public void APipelineOfTheUsersOwnIsLeftAlone()
    {
        ExtractionPipeline own = new ExtractionPipelineBuilder().AddTokens().Build();
        using ServiceProvider provider = new ServiceCollection().AddSingleton(own).AddExtraction().Services.BuildServiceProvider();
        Assert.Same(own, provider.GetRequiredService<ExtractionPipeline>());
    }

    [Fact]
    public void ReplacesAStageByOneThatTheContainerMakes()
    {
        using ServiceProvider provider = new ServiceCollection()
            .AddSingleton(new Dictionary("Widget"))
            .AddExtraction()
            .ReplaceStage<DictionaryRecognizer>(StageNames.Entities)
            .AddStage<Stages.LongestWordStage>()
            .Services.BuildServiceProvider();
        ExtractionPipeline pipeline = provider.GetRequiredService<ExtractionPipeline>();
        Assert.Equal("longest word", pipeline.Stages[^1].Name);
        Assert.True(pipeline.Extract("A Widget, a Widget.").TryGet(DictionaryRecognizer.Found, out string? found));
        Assert.Equal("Widget", found);
    }

    [Fact]
    public void RemovesAStage()
    {
        using ServiceProvider provider = new ServiceCollection().AddExtraction().ConfigurePipeline(b => b.Remove(StageNames.Dates)).Services.BuildServiceProvider();
        Assert.DoesNotContain(provider.GetRequiredService<ExtractionPipeline>().Stages, s => s.Name == StageNames.Dates);
    }

    [Fact]
    public void KeyedPipelinesStandBesideTheDefaultOne()
    {
        var services = new ServiceCollection();
        services.AddExtraction();
        services.AddKeyedExtraction("tokens", o => o.KeepTokens = true);
        services.AddKeyedExtraction("tokens");
        services.AddKeyedExtraction("short").ConfigurePipeline(b => b.Remove(StageNames.Speakers).Remove(StageNames.Quotes));
        using ServiceProvider provider = services.BuildServiceProvider();
        Assert.Empty(provider.GetRequiredService<ExtractionPipeline>().Extract("Hello.").Tokens);
        Assert.NotEmpty(provider.GetRequiredKeyedService<ExtractionPipeline>("tokens").Extract("Hello.").Tokens);
        Assert.Equal(6, provider.GetRequiredKeyedService<ExtractionPipeline>("short").Stages.Length);
    }

    [Fact]
    public void ChecksOptions()
    {
        using ServiceProvider provider = new ServiceCollection().AddExtraction(o => o.MaxTextLength = 0).Services.BuildServiceProvider();
        OptionsValidationException error = Assert.Throws<OptionsValidationException>(provider.GetRequiredService<ExtractionPipeline>);
        Assert.Equal("ExtractionOptions.MaxTextLength is 0; it must be at least 1.", error.Message);
        Assert.Throws<OptionsValidationException>(provider.GetRequiredService<IStartupValidator>().Validate);
    }

    private sealed record Dictionary(string Word);

    private sealed class DictionaryRecognizer(Dictionary dictionary) : IExtractionStage
    {
        public static readonly Layer<string> Found = new("found");

        public StageContract Contract { get; } = StageContract.Named(StageNames.Entities).Needs(Layers.Tokens).Gives(Layers.Mentions, Found);

        public void Run(ExtractionContext context)
        {
            context.Set(Layers.Mentions, []);
            context.Set(Found, context.Text.Contains(dictionary.Word, StringComparison.Ordinal) ? dictionary.Word : "");
        }
    }
}
