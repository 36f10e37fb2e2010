namespace Extraction;

/// <summary>What the user wants changed in a registered pipeline, in order.</summary>
internal sealed class PipelineSteps
{
    private readonly List<Action<ExtractionPipelineBuilder, IServiceProvider>> _steps = [];

    public void Add(Action<ExtractionPipelineBuilder, IServiceProvider> step) => _steps.Add(step);

    public void Apply(ExtractionPipelineBuilder builder, IServiceProvider provider) => _steps.ForEach(step => step(builder, provider));
}
