using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Extraction;

/// <summary>Builds a registered pipeline: the library's stages with its options, then the user's changes in order.</summary>
internal static class PipelineFactory
{
    public static ExtractionPipeline Create(IServiceProvider provider, string name)
    {
        ExtractionPipelineBuilder builder = new ExtractionPipelineBuilder().AddDefaults(provider.GetRequiredService<IOptionsMonitor<ExtractionOptions>>().Get(name));
        provider.GetRequiredService<IOptionsMonitor<PipelineSteps>>().Get(name).Apply(builder, provider);
        return builder.Build();
    }
}
