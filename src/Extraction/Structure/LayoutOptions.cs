namespace Extraction;

/// <summary>Options of the stage 'layout'.</summary>
/// <threadsafety>Mutable until the stage is made, which copies what it needs.</threadsafety>
public sealed class LayoutOptions
{
}
