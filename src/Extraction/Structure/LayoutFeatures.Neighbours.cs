namespace Extraction;

/// <summary>What a unit's features say of the units around it.</summary>
internal static partial class LayoutFeatures
{
    private static void Neighbour(ref Writer w, int template, ReadOnlySpan<UnitShape> shapes, int k, int zone, int size)
    {
        if ((uint)k >= (uint)shapes.Length)
        {
            w.Add(template, 99, zone);
            return;
        }

        ref readonly UnitShape n = ref shapes[k];
        int small = Size(n.Tokens);
        w.Add(template, small, n.EndEdge, size);
        w.Add(template + 1, n.StampCount > 0 ? n.OutsideStamps <= 2 ? 2 : 1 : 0, n.IsNameLike ? 1 : 0, zone);
        w.Add(template + 2, n.IsBody ? 1 : 0, size, zone);
        w.AddClasses(template + 3, n.Classes & ~(LineWords.Function | LineWords.Verb), small > 5 ? 1 : 0);
    }

    private static void Neighbour2(ref Writer w, int template, ReadOnlySpan<UnitShape> shapes, int k, int zone)
    {
        if ((uint)k >= (uint)shapes.Length)
        {
            w.Add(template, 99, zone);
            return;
        }

        ref readonly UnitShape n = ref shapes[k];
        w.Add(template, n.IsBody ? 1 : 0, Size(n.Tokens), zone);
        w.Add(template + 1, n.StampCount > 0 ? 1 : 0, n.IsNameLike ? 1 : 0, n.Dateline);
    }

    // Which lines of a page's head stand between a unit and the next prose: 1 a time, 2 an agency, 4 a writer.
    private static int HeadBelow(ReadOnlySpan<UnitShape> shapes, int i)
    {
        int found = 0;
        for (int k = i + 1; k < Math.Min(shapes.Length, i + 1 + LongestHead) && !shapes[k].IsBody; k++)
        {
            found |= (shapes[k].StampCount > 0 ? 1 : 0)
                | (shapes[k].Count(LineWords.Agency) > 0 && shapes[k].Words <= LongestCue ? 2 : 0)
                | (shapes[k].FirstWord == LineWordLexicon.By || shapes[k].IsNameLike ? 4 : 0);
        }

        return found;
    }

    // What a neighbour is at a glance.
    private static int Glance(ReadOnlySpan<UnitShape> shapes, int k)
    {
        if ((uint)k >= (uint)shapes.Length)
        {
            return 0;
        }

        ref readonly UnitShape n = ref shapes[k];
        return n.IsBody ? 1
            : n.StampCount > 0 ? n.OutsideStamps <= 1 ? 2 : 3
            : n.Dateline == 2 ? 4
            : n.IsNameLike ? 5
            : n.Count(LineWords.Share) + n.Count(LineWords.Advert) + n.Count(LineWords.Related) > 0 ? 6
            : n.EndEdge is 1 or 2 ? n.Tokens <= 8 ? 7 : 8
            : n.Tokens <= 3 ? 9
            : n.Tokens <= 12 ? 10 : 11;
    }
}
