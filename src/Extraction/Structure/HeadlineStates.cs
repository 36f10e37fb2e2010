namespace Extraction;

/// <summary>
/// The states of the line labeller: a kind, and whether the page's headline has been passed. A page has one headline, which may be repeated; what stands above it (sections, dates,
/// agencies) is other than what stands below it (standfirst, writer, picture), and the states let the weights of neighbouring kinds tell the two apart.
/// </summary>
internal static class HeadlineStates
{
    private const int Kinds = LayoutModel.Kinds;
    private const int Headline = (int)BlockKind.Headline;

    /// <summary>Number of states: every kind above and below the headline, which itself is the first below.</summary>
    public const int Count = 2 * Kinds;

    /// <summary>Row of the start of a page in the weights of pairs.</summary>
    public const int StartRow = Count;

    /// <summary>Where the weights of a page's end begin: without and with a headline, on pages without and with furniture.</summary>
    public const int EndWeights = (Count + 1) * Kinds;

    /// <summary>Number of weights of pairs.</summary>
    public const int PairCount = EndWeights + 4;

    // For each state those that may stand before it; a second headline only where the line repeats an earlier one.
    private static readonly byte[][] Sources = [.. Enumerable.Range(0, Count).Select(t => SourcesOf(t, repeat: false))];
    private static readonly byte[] RepeatSources = SourcesOf(Kinds + Headline, repeat: true);

    /// <summary>The kind of a state.</summary>
    public static int Kind(int state) => state < Kinds ? state : state - Kinds;

    /// <summary>The state that a kind leads to from a state; from -1, the start of the page.</summary>
    public static int After(int state, int kind) => state >= Kinds || kind == Headline ? Kinds + kind : kind;

    /// <summary>The states that may stand before one.</summary>
    /// <param name="state">The state.</param>
    /// <param name="repeats">Its line says what an earlier line said.</param>
    public static ReadOnlySpan<byte> Before(int state, bool repeats) => repeats && state == Kinds + Headline ? RepeatSources : Sources[state];

    /// <summary>Whether a page may begin in a state.</summary>
    public static bool Starts(int state) => state < Kinds ? state != Headline : state == Kinds + Headline;

    /// <summary>The weight of a page's end.</summary>
    public static int End(int state, bool hasFurniture) => EndWeights + (hasFurniture ? 2 : 0) + (state < Kinds ? 0 : 1);

    private static byte[] SourcesOf(int target, bool repeat)
    {
        var sources = new List<byte>();
        for (int s = 0; s < Count; s++)
        {
            bool possible = s != Headline && After(s, Kind(target)) == target;
            bool second = s >= Kinds && target == Kinds + Headline;
            if (possible && (!second || repeat))
            {
                sources.Add((byte)s);
            }
        }

        return [.. sources];
    }
}
