namespace Extraction.Sample.DependencyInjection;

/// <summary>Stands for what an application has: a database, a model of ML.NET or ONNX, a Catalyst pipeline.</summary>
internal sealed class ProductCatalogue(IReadOnlyList<string> names)
{
    public IReadOnlyList<string> Names => names;
}
