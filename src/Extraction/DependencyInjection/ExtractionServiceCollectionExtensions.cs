using Extraction;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers pipelines with a service collection.</summary>
/// <remarks>
/// Each call returns a builder for options and stages. A pipeline is a singleton, made when it is first asked for; its options are checked then, or at the start of
/// the host where there is one. Calling a method again registers nothing twice; what the calls configure is applied in the order of the calls.
/// </remarks>
public static class ExtractionServiceCollectionExtensions
{
    /// <summary>Registers the default <see cref="ExtractionPipeline"/>.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is null.</exception>
    public static ExtractionServiceBuilder AddExtraction(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        AddCommon(services, Options.Options.DefaultName);
        services.TryAddSingleton(static provider => PipelineFactory.Create(provider, Options.Options.DefaultName));
        return new ExtractionServiceBuilder(services, Options.Options.DefaultName);
    }

    /// <summary>Registers the default <see cref="ExtractionPipeline"/> with options.</summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static ExtractionServiceBuilder AddExtraction(this IServiceCollection services, Action<ExtractionOptions> configure) =>
        services.AddExtraction().Configure(configure);

    /// <summary>Registers an <see cref="ExtractionPipeline"/> as a keyed service, beside the default one.</summary>
    /// <param name="services">The services.</param>
    /// <param name="key">The key, also the name of its <see cref="ExtractionOptions"/>.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="key"/> is empty.</exception>
    public static ExtractionServiceBuilder AddKeyedExtraction(this IServiceCollection services, string key)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrEmpty(key);
        AddCommon(services, key);
        services.TryAddKeyedSingleton(key, static (provider, key) => PipelineFactory.Create(provider, (string)key!));
        return new ExtractionServiceBuilder(services, key);
    }

    /// <summary>Registers an <see cref="ExtractionPipeline"/> as a keyed service with options.</summary>
    /// <param name="services">The services.</param>
    /// <param name="key">The key, also the name of its <see cref="ExtractionOptions"/>.</param>
    /// <param name="configure">Sets the options.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="key"/> is empty.</exception>
    public static ExtractionServiceBuilder AddKeyedExtraction(this IServiceCollection services, string key, Action<ExtractionOptions> configure) =>
        services.AddKeyedExtraction(key).Configure(configure);

    private static void AddCommon(IServiceCollection services, string name)
    {
        services.AddOptions<ExtractionOptions>(name);
        if (!services.Any(d => d.ImplementationInstance is RegisteredPipeline r && r.Name == name))
        {
            services.AddSingleton(new RegisteredPipeline(name));
            services.AddOptions<ExtractionOptions>(name).ValidateOnStart();
        }

        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ExtractionOptions>, ExtractionOptionsValidator>());
    }

    // Marks a name as registered, so that a second call adds nothing.
    private sealed record RegisteredPipeline(string Name);
}
