namespace Extraction;

/// <summary>Memory of the stage 'dates', kept from run to run.</summary>
internal sealed class DateScratch
{
    public List<Atom> Atoms { get; } = new(1024);

    public List<DateMatch> Matches { get; } = new(64);
}
