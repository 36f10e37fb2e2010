namespace Extraction;

/// <summary>A layer whose value is a <typeparamref name="T"/>.</summary>
/// <typeparam name="T">The type of the annotation for one article.</typeparam>
/// <threadsafety>Immutable; safe from any thread.</threadsafety>
public sealed class Layer<T> : Layer
    where T : notnull
{
    /// <summary>A new layer, different from every other. Keep it in a static field.</summary>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public Layer(string name)
        : base(name)
    {
    }
}
