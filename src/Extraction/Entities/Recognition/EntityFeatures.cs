using System.Numerics;

namespace Extraction;

/// <summary>
/// The features of a piece: the word and its neighbours, shapes, affixes, the run of capitals it stands in, gazetteers, clusters, and what the rest of the article says of the word.
/// Template numbers are part of the trained model: never reuse one.
/// </summary>
internal static class EntityFeatures
{
    private const ulong Start = 0x51A87;
    private const ulong Stop = 0xE4D;

    /// <summary>True for templates that tell which word stands at the place itself.</summary>
    public static bool IsLexical(int template) => template is 1 or 2 or 7 or 8 or 23 or 25 or (>= 31 and <= 38) or 80 or 81 or (>= 90 and <= 97);

    public static void Extract(ReadOnlySpan<char> text, EntityScratch scratch, int first, int end, int i, FeatureBuffer into)
    {
        into.Clear();
        Piece[] pieces = scratch.Pieces;
        ref readonly Piece piece = ref pieces[i];
        bool masked = (piece.Flags & PieceFlags.Masked) != 0;
        ulong shape = piece.ShortShape;
        ulong lower = masked ? 7 : piece.Lower;
        ulong before = i > first ? Known(pieces[i - 1]) : Start;
        ulong after = i + 1 < end ? Known(pieces[i + 1]) : Stop;
        ulong before2 = i - 1 > first ? Known(pieces[i - 2]) : Start;
        ulong after2 = i + 2 < end ? Known(pieces[i + 2]) : Stop;
        ulong shapeBefore = i > first ? pieces[i - 1].ShortShape : Start;
        ulong shapeAfter = i + 1 < end ? pieces[i + 1].ShortShape : Stop;
        ulong shapeBefore2 = i - 1 > first ? pieces[i - 2].ShortShape : Start;
        ulong shapeAfter2 = i + 2 < end ? pieces[i + 2].ShortShape : Stop;

        into.Add(0, 1);
        if (!masked)
        {
            into.Add(1, piece.Hash);
            into.Add(2, piece.Lower);
            Affixes(text, piece, into);
        }

        into.Add(3, before);
        into.Add(4, after);
        into.Add(5, before2);
        into.Add(6, after2);
        into.Add(7, before, lower);
        into.Add(8, lower, after);
        into.Add(9, piece.Shape);
        into.Add(10, shape);
        into.Add(11, shapeBefore, shape);
        into.Add(12, shape, shapeAfter);
        into.Add(13, shapeBefore, shape, shapeAfter);
        into.Add(14, shapeBefore2, shapeBefore, shape);
        into.Add(15, shape, shapeAfter, shapeAfter2);
        into.Add(16, before, shape);
        into.Add(17, shape, after);
        into.Add(18, before2, before, shape);
        into.Add(19, after, after2, shape);
        Line(piece, shape, lower, into);
        if ((piece.Flags & PieceFlags.Capital) != 0)
        {
            Run(pieces, first, end, i, into);
        }

        Lists(pieces, first, end, i, into);
        if ((piece.Flags & PieceFlags.Election) != 0)
        {
            into.Add(127, piece.Lower);
            into.Add(126, shape, (piece.Flags & PieceFlags.LowerWord) != 0 ? 1u : 0u);
        }

        Clusters(pieces, first, end, i, into);
        if ((piece.Flags & PieceFlags.Capital) != 0)
        {
            Article(scratch, first, i, into);
        }
    }

    /// <summary>The word, or one stand-in for all names of one year's politics.</summary>
    private static ulong Known(in Piece piece) => (piece.Flags & PieceFlags.Masked) != 0 ? 7 : piece.Lower;

    private static void Line(in Piece piece, ulong shape, ulong lower, FeatureBuffer into)
    {
        if ((piece.Flags & PieceFlags.First) != 0)
        {
            into.Add(22, shape);
            into.Add(23, lower);
        }

        if ((piece.Flags & PieceFlags.CapsLine) != 0)
        {
            into.Add(24, shape);
            into.Add(25, lower);
        }
        else if ((piece.Flags & PieceFlags.TitleLine) != 0)
        {
            into.Add(26, shape);
            into.Add(25, lower);
        }
    }

    private static void Affixes(ReadOnlySpan<char> text, in Piece piece, FeatureBuffer into)
    {
        bool title = (piece.Flags & (PieceFlags.CapsLine | PieceFlags.AllCaps)) == (PieceFlags.CapsLine | PieceFlags.AllCaps);
        int length = piece.End - piece.Start;
        ulong head = 11;
        ulong tail = 13;
        for (int k = 1; k <= 4 && k < length; k++)
        {
            char c = text[piece.Start + k - 1];
            char d = text[piece.End - k];
            head = (head ^ (title && k > 1 ? TextHash.Fold(c) : c)) * 1099511628211;
            tail = (tail ^ (title ? TextHash.Fold(d) : d)) * 1099511628211;
            into.Add(30 + k, head);
            into.Add(34 + k, tail);
        }
    }

    private static void Run(Piece[] pieces, int first, int end, int i, FeatureBuffer into)
    {
        int a = pieces[i].RunStart;
        int b = pieces[i].RunEnd;
        into.Add(40, ((ulong)(uint)Math.Min(i - a, 9) << 8) | (uint)Math.Min(b - i, 9));
        into.Add(41, a > first ? Known(pieces[a - 1]) : Start);
        into.Add(42, b + 1 < end ? Known(pieces[b + 1]) : Stop);
        into.Add(43, Known(pieces[b]));
        into.Add(44, Known(pieces[a]));
        into.Add(47, a > first ? Known(pieces[a - 1]) : Start, b + 1 < end ? Known(pieces[b + 1]) : Stop);
        if (b > a)
        {
            // What kind of word the run begins and ends with tells of all its words: 'Neelum Valley Power Company', 'Camp Road'.
            Bits(61, pieces[a].Alone, into);
            Bits(62, pieces[b].Alone, into);
            into.Add(63, pieces[a].Clusters.Finest);
            into.Add(64, pieces[b].Clusters.Finest);
            into.Add(65, pieces[b].Clusters.Middle, i == b ? 1u : 0u);
        }

        if (a > first)
        {
            into.Add(66, pieces[a - 1].Clusters.Fine);
        }

        if (b + 1 < end)
        {
            into.Add(67, pieces[b + 1].Clusters.Fine);
        }

        if (a - 1 > first)
        {
            into.Add(45, Known(pieces[a - 2]), Known(pieces[a - 1]));
        }

        if (b + 2 < end)
        {
            into.Add(46, Known(pieces[b + 1]), Known(pieces[b + 2]));
        }
    }

    private static void Lists(Piece[] pieces, int first, int end, int i, FeatureBuffer into)
    {
        ref readonly Piece piece = ref pieces[i];
        Bits(50, piece.Alone, into);
        Bits(51, piece.Within, into);
        if (i > first)
        {
            Bits(52, pieces[i - 1].Alone, into);
            Bits(54, pieces[i - 1].Within, into);
            into.Add(58, pieces[i - 1].Alone, piece.Alone);
        }

        if (i + 1 < end)
        {
            Bits(53, pieces[i + 1].Alone, into);
            Bits(55, pieces[i + 1].Within, into);
            into.Add(59, piece.Alone, pieces[i + 1].Alone);
        }

        if (i - 1 > first)
        {
            Bits(56, pieces[i - 2].Alone, into);
        }

        into.Add(57, piece.Alone, piece.Within);
        if (piece.Alone == 0 && piece.Within == 0)
        {
            into.Add(60, piece.ShortShape);
        }
    }

    private static void Bits(int template, uint lists, FeatureBuffer into)
    {
        for (; lists != 0; lists &= lists - 1)
        {
            into.Add(template, (ulong)BitOperations.TrailingZeroCount(lists));
        }
    }

    private static void Clusters(Piece[] pieces, int first, int end, int i, FeatureBuffer into)
    {
        for (int offset = -2; offset <= 2; offset++)
        {
            int k = i + offset;
            if (k < first || k >= end || pieces[k].Clusters.Coarse == 0)
            {
                continue;
            }

            ref readonly ClusterPath path = ref pieces[k].Clusters;
            int template = 70 + ((offset + 2) * 4);
            into.Add(template, path.Coarse);
            into.Add(template + 1, path.Middle);
            into.Add(template + 2, path.Fine);
            into.Add(template + 3, path.Finest);
        }

        ClusterPath own = pieces[i].Clusters;
        if (own.Coarse == 0)
        {
            into.Add(98, pieces[i].ShortShape);
            return;
        }

        if (i > first && pieces[i - 1].Clusters.Coarse != 0)
        {
            ClusterPath other = pieces[i - 1].Clusters;
            into.Add(90, other.Coarse, own.Coarse);
            into.Add(91, other.Middle, own.Middle);
            into.Add(92, other.Fine, own.Fine);
        }

        if (i + 1 < end && pieces[i + 1].Clusters.Coarse != 0)
        {
            ClusterPath other = pieces[i + 1].Clusters;
            into.Add(94, own.Coarse, other.Coarse);
            into.Add(95, own.Middle, other.Middle);
            into.Add(96, own.Fine, other.Fine);
        }
    }

    private static void Article(EntityScratch scratch, int first, int i, FeatureBuffer into)
    {
        ref readonly Piece piece = ref scratch.Pieces[i];
        if (!scratch.Evidence.TryFind(piece.Lower, out DocumentEvidence.Word word))
        {
            return;
        }

        ulong line = (piece.Flags & (PieceFlags.TitleLine | PieceFlags.CapsLine)) != 0 ? 16u : 0u;
        into.Add(110, (word.Lower > 0 ? 1u : 0) | (word.Inside > 0 ? 2u : 0) | (word.Capital > 1 ? 4u : 0) | (i == first ? 8u : 0) | line);
        if (word.Capital < 2)
        {
            return;
        }

        for (int k = 0; k < word.Seen; k++)
        {
            into.Add(111, word.Before[k]);
            into.Add(112, word.After[k]);
        }

        Bits(113, word.ListsBefore, into);
        Bits(114, word.ListsAfter, into);
        Bits(115, word.Within, into);
        if (word.Runs > 0)
        {
            into.Add(116, word.RunFirst, (ulong)word.RunPlace);
            into.Add(117, word.RunLast, (ulong)word.RunPlace);
        }
    }
}
