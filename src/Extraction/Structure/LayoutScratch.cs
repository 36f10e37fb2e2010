namespace Extraction;

/// <summary>The layout's memory, reused from run to run.</summary>
internal sealed class LayoutScratch
{
    private byte[] _back = [];

    public List<LayoutUnit> Units { get; } = [];

    public List<UnitShape> Shapes { get; } = [];

    public List<Timestamp> Stamps { get; } = [];

    /// <summary>Hashes of the lines so far.</summary>
    public KeyNumbers Seen { get; } = new();

    public StoryWords Story { get; } = new();

    /// <summary>Back pointers of the decoder.</summary>
    public Span<byte> Back(int length)
    {
        if (_back.Length < length)
        {
            _back = new byte[Math.Max(length, 1024)];
        }

        return _back.AsSpan(0, length);
    }
}
