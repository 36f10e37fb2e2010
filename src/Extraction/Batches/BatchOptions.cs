namespace Extraction;

/// <summary>Options of a batch.</summary>
/// <threadsafety>Mutable; a batch copies them when it starts.</threadsafety>
public sealed class BatchOptions
{
    private int _maxDegreeOfParallelism = Environment.ProcessorCount;
    private int? _maxPending;

    /// <summary>Number of articles worked on at the same time, at least one.</summary>
    /// <value>The number of processors by default.</value>
    /// <exception cref="ArgumentOutOfRangeException">Less than one.</exception>
    public int MaxDegreeOfParallelism
    {
        get => _maxDegreeOfParallelism;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            _maxDegreeOfParallelism = value;
        }
    }

    /// <summary>
    /// Largest number of articles that have been taken from the input and whose outcome has not been handed out yet, at least one. It bounds the memory of a batch:
    /// a slow consumer, or one slow article at the front, stops the reading of more.
    /// </summary>
    /// <value>Eight times <see cref="MaxDegreeOfParallelism"/> by default.</value>
    /// <exception cref="ArgumentOutOfRangeException">Less than one.</exception>
    public int MaxPending
    {
        get => _maxPending ?? (int)Math.Min(8L * _maxDegreeOfParallelism, int.MaxValue);
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            _maxPending = value;
        }
    }
}
