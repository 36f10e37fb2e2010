namespace Extraction;

/// <summary>Options of the stage 'dates'.</summary>
/// <threadsafety>Mutable until the stage is made, which copies what it needs.</threadsafety>
public sealed class DateOptions
{
}
