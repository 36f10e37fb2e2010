namespace Extraction.Benchmarks;

/// <summary>A stage with a stopwatch and an allocation counter around it; it looks to the pipeline like the stage itself.</summary>
internal sealed class TimedStage(IExtractionStage inner) : IExtractionStage
{
    public StageContract Contract => inner.Contract;

    public double Seconds { get; private set; }

    public long Bytes { get; private set; }

    public void Reset() => (Seconds, Bytes) = (0, 0);

    public void Run(ExtractionContext context)
    {
        long bytes = GC.GetAllocatedBytesForCurrentThread();
        double start = CpuClock.Seconds;
        inner.Run(context);
        Seconds += CpuClock.Seconds - start;
        Bytes += GC.GetAllocatedBytesForCurrentThread() - bytes;
    }
}
