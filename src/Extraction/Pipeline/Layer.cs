namespace Extraction;

/// <summary>A named layer of annotation that stages need and give. <see cref="Layers"/> has ours; a user's stage makes its own with <see cref="Layer{T}"/>.</summary>
/// <threadsafety>Immutable; safe from any thread. Two layers are the same only where they are the same object.</threadsafety>
public abstract class Layer
{
    private protected Layer(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
    }

    /// <summary>What messages call it.</summary>
    public string Name { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
