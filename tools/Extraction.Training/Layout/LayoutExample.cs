namespace Extraction.Training.Layout;

/// <summary>A page as the trainer sees it: for each unit its features, its kind, the kinds that rules leave open (a bit each), and whether it repeats an earlier one.</summary>
internal sealed record LayoutExample(int[][] Features, int[] Kinds, ushort[] Held, bool[] Repeats, bool Furniture)
{
    /// <summary>The states that the kinds lead through; null where a rule forbids one of them, or a headline that is no repetition is a second one.</summary>
    public int[]? Path()
    {
        var path = new int[Kinds.Length];
        int state = -1;
        for (int i = 0; i < path.Length; i++)
        {
            int next = HeadlineStates.After(state, Kinds[i]);
            if ((Held[i] >> Kinds[i] & 1) == 0 || (i > 0 && !HeadlineStates.Before(next, Repeats[i]).Contains((byte)state)))
            {
                return null;
            }

            path[i] = state = next;
        }

        return path;
    }
}
