using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Extraction;

/// <summary>Configures one registered pipeline: its options and its stages.</summary>
/// <threadsafety>Not safe for concurrent use.</threadsafety>
public sealed class ExtractionServiceBuilder
{
    internal ExtractionServiceBuilder(IServiceCollection services, string name)
    {
        Services = services;
        Name = name;
    }

    /// <summary>The services that the pipeline is registered with.</summary>
    public IServiceCollection Services { get; }

    /// <summary>The pipeline's key and the name of its options; empty for the default one.</summary>
    public string Name { get; }

    /// <summary>Sets options.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="configure"/> is null.</exception>
    public ExtractionServiceBuilder Configure(Action<ExtractionOptions> configure)
    {
        Services.Configure(Name, configure);
        return this;
    }

    /// <summary>Changes the pipeline's stages after the library's own were added.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="configure"/> is null.</exception>
    public ExtractionServiceBuilder ConfigurePipeline(Action<ExtractionPipelineBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return ConfigurePipeline((builder, _) => configure(builder));
    }

    /// <summary>Changes the pipeline's stages after the library's own were added, with the help of other services.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="configure"/> is null.</exception>
    public ExtractionServiceBuilder ConfigurePipeline(Action<ExtractionPipelineBuilder, IServiceProvider> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        Services.Configure<PipelineSteps>(Name, steps => steps.Add(configure));
        return this;
    }

    /// <summary>Puts a stage of the user's own, made by the container, in place of the one named.</summary>
    /// <typeparam name="TStage">The stage; registered as a singleton unless it is registered already.</typeparam>
    /// <param name="name">Name of the stage to replace, such as <see cref="StageNames.Entities"/>.</param>
    public ExtractionServiceBuilder ReplaceStage<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TStage>(string name)
        where TStage : class, IExtractionStage
    {
        Services.TryAddSingleton<TStage>();
        return ConfigurePipeline((builder, provider) => builder.Replace(name, provider.GetRequiredService<TStage>()));
    }

    /// <summary>Appends a stage of the user's own, made by the container.</summary>
    /// <typeparam name="TStage">The stage; registered as a singleton unless it is registered already.</typeparam>
    public ExtractionServiceBuilder AddStage<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TStage>()
        where TStage : class, IExtractionStage
    {
        Services.TryAddSingleton<TStage>();
        return ConfigurePipeline((builder, provider) => builder.Add(provider.GetRequiredService<TStage>()));
    }
}
