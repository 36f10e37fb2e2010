namespace Extraction;

/// <summary>The items of a piece of a line; reading past either end gives an item that is nothing.</summary>
internal readonly ref struct TimestampCursor
{
    private readonly ReadOnlySpan<TimestampItem> _items;

    public TimestampCursor(ReadOnlySpan<char> text, ReadOnlySpan<TimestampItem> items)
    {
        Text = text;
        _items = items;
    }

    public ReadOnlySpan<char> Text { get; }

    public TimestampItem this[int index] => (uint)index < (uint)_items.Length ? _items[index] : default;

    public int EndOf(int index) => this[index].End;

    /// <summary>Index after a full stop that is glued to the item before it, as in <c>Feb.</c>; the same index where there is none.</summary>
    public int SkipStop(int index) => this[index].IsMark('.') && !this[index].SpaceBefore ? index + 1 : index;

    /// <summary>True where the item is glued to the one before it.</summary>
    public bool IsGlued(int index) => (uint)index < (uint)_items.Length && !_items[index].SpaceBefore;
}
