using System.Runtime.CompilerServices;

namespace Extraction;

/// <summary>
/// The features of a unit, as 64-bit keys, from its shape, its neighbours' and its place on the page. The training program and the library call the same code.
/// </summary>
internal static partial class LayoutFeatures
{
    /// <summary>No unit has more features.</summary>
    public const int Most = 232;

    /// <summary>Units of at most this many tokens show their words as features.</summary>
    private const int LongestBag = 8;

    /// <summary>Longer ones up to this many do, too, but as weaker evidence of their own: prompts and notes of one sentence.</summary>
    private const int LongestLooseBag = 26;

    /// <summary>Units of at most this many tokens show their pattern.</summary>
    private const int LongestPattern = 10;

    /// <summary>A line of at most this many tokens may announce the next: <c>Key points:</c>.</summary>
    private const int LongestCue = 4;

    /// <summary>Lines looked at below the first prose for those of the page's head.</summary>
    private const int LongestHead = 6;

    /// <summary>Writes the features of unit <paramref name="i"/> and returns their number.</summary>
    public static int Write(ReadOnlySpan<LayoutUnit> units, ReadOnlySpan<UnitShape> shapes, ReadOnlySpan<Token> tokens, in PageShape page, int i, Span<ulong> into)
    {
        ref readonly UnitShape x = ref shapes[i];
        ref readonly LayoutUnit unit = ref units[i];
        var w = new Writer(into);
        int zone = page.Zone(i);
        int distance = zone switch
        {
            0 => Bucket(page.FirstBody - i),
            2 => Bucket(i - page.LastBody),
            _ => 0,
        };
        int size = Size(x.Tokens);
        int capitals = Capitals(x);
        int fromStart = Bucket(i);
        int fromEnd = Bucket(units.Length - 1 - i);

        w.Add(0, 0);
        w.Add(1, fromStart, zone);
        w.Add(2, fromEnd, zone);
        w.Add(3, zone, distance);
        w.Add(4, size, x.EndEdge);
        w.Add(5, x.StartEdge, x.EndEdge);
        w.Add(6, capitals, size);
        w.Add(7, capitals, zone, x.EndEdge);
        w.Add(8, zone, size, x.EndEdge);
        w.Add(9, zone, distance, size);
        w.Add(10, x.IsBody ? 1 : 0, x.EndEdge);
        w.Add(11, x.StartEdge, size);
        w.Add(50, fromStart, capitals, size);
        w.Add(51, fromStart, x.EndEdge, x.IsNameLike ? 1 : 0);

        for (uint rest = (uint)x.Classes; rest != 0; rest &= rest - 1)
        {
            int bit = System.Numerics.BitOperations.TrailingZeroCount(rest);
            int count = Math.Min(3, x.Count((LineWords)(1 << bit)));
            int share = x.Words == 0 ? 0 : count * 2 >= x.Words ? 2 : count * 4 >= x.Words ? 1 : 0;
            w.Add(12, bit, count, share);
            w.Add(13, bit, share, zone);
            w.Add(14, bit, share, size);
        }

        int furniture = x.Count(LineWords.Share) + x.Count(LineWords.Nav) + x.Count(LineWords.Advert) + x.Count(LineWords.Related);
        w.Add(15, Math.Min(4, furniture), size, x.EndEdge);
        int sense = (x.Classes & LineWords.Verb) != 0 ? 2 : (x.Classes & LineWords.Function) != 0 ? 1 : 0;
        w.Add(16, sense, size, x.EndEdge);
        w.Add(17, sense, zone, capitals);
        w.AddClasses(18, x.FirstClasses, zone);
        w.AddClasses(19, x.LastClasses, size);

        if (x.Words > 0)
        {
            w.AddWord(20, x.FirstWord);
            w.AddWord(21, TextHash.Combine(x.FirstWord, x.SecondWord));
            w.AddWord(70, TextHash.Combine(x.FirstWord, (ulong)zone));
            w.AddWord(71, TextHash.Combine(x.LastWord, (ulong)zone));
            w.AddWord(72, TextHash.Combine(x.FirstWord, (ulong)x.EndEdge));
            w.AddWord(73, TextHash.Combine(x.FirstWord, x.LastWord));
            if (x.Tokens <= 14)
            {
                w.AddWord(22, x.LastWord);
                w.AddWord(23, TextHash.Combine(x.FirstWord, (ulong)size));
            }
        }

        Words(ref w, tokens[unit.FirstToken..unit.EndToken], zone);
        int stamp = x.StampCount == 0 ? 0 : x.OutsideStamps == 0 ? 1 : x.OutsideStamps <= 2 ? 2 : x.OutsideStamps <= 6 ? 3 : 4;
        w.Add(25, stamp, (int)x.StampRole, x.HasClock ? 1 : 0);
        w.Add(26, stamp, zone, x.IsNameLike ? 1 : 0);
        w.Add(59, stamp, x.IsNameBesideStamp ? 1 : 0);
        w.Add(27, stamp, x.Count(LineWords.Agency) > 0 ? 1 : 0, x.FirstWord == LineWordLexicon.By ? 1 : 0);
        w.Add(28, x.Dateline, zone, size);
        w.Add(29, x.Dateline, distance);
        w.Add(30, x.IsNameLike ? 1 : 0, zone, distance);
        w.Add(31, x.IsNameLike ? 1 : 0, size, capitals);
        w.Add(32, x.FirstWord == LineWordLexicon.By ? 1 : 0, zone, size);

        for (uint rest = (uint)x.Marks; rest != 0; rest &= rest - 1)
        {
            int bit = System.Numerics.BitOperations.TrailingZeroCount(rest);
            w.Add(33, bit, zone);
            w.Add(34, bit, size);
        }

        bool nextSame = i + 1 < shapes.Length && shapes[i + 1].Hash == x.Hash;
        w.Add(35, x.IsRepeat ? 1 : 0, nextSame ? 1 : 0, zone);
        w.Add(36, unit.BlankBefore ? 1 : 0, i + 1 < units.Length && units[i + 1].BlankBefore ? 1 : 0, page.HasBlankLines ? 1 : 0);
        w.Add(52, unit.BlankBefore ? 1 : 0, zone, size);
        w.Add(37, page.HasFurniture ? 1 : 0, zone, size);
        w.Add(38, page.HasFurniture ? 1 : 0, fromStart, x.EndEdge);
        w.Add(39, page.HasFurniture ? 1 : 0, capitals, sense);
        w.Add(53, page.ShortShare, size, x.EndEdge);
        w.Add(54, page.ShortShare, zone, capitals);

        Neighbour(ref w, 40, shapes, i - 1, zone, size);
        Neighbour(ref w, 44, shapes, i + 1, zone, size);
        Neighbour2(ref w, 55, shapes, i - 2, zone);
        Neighbour2(ref w, 57, shapes, i + 2, zone);

        int before = Glance(shapes, i - 1);
        int after = Glance(shapes, i + 1);
        w.Add(60, before, after, zone);
        w.Add(61, before, after, (size << 4) | x.EndEdge);
        if ((x.Marks & UnitMarks.Question) != 0)
        {
            // 'And what does it cost?' between two paragraphs.
            w.Add(63, before, after, size);
        }

        w.Add(64, x.Echo, size, x.EndEdge);
        w.Add(65, x.Echo, zone, capitals);
        w.Add(66, x.NameEcho, zone, x.IsNameLike ? 1 : 0);
        w.Add(67, x.Echo, before, after);
        w.Add(68, x.Echo, x.NameEcho, fromStart);
        if (i == page.FirstBody)
        {
            // Prose above the writer, the agency or the time sums the story up; prose below them begins it.
            int below = HeadBelow(shapes, i);
            w.Add(81, below, size);
            w.Add(82, below, x.EndEdge, x.StartEdge);
            w.Add(83, below, before, fromStart);
        }

        if (zone is 0 or 3)
        {
            w.Add(77, x.TopicRank, fromStart, x.EndEdge);
            w.Add(78, x.TopicRank, size, capitals);
            w.Add(79, x.TopicRank, before, after);
            w.Add(80, x.TopicRank, i > 0 ? shapes[i - 1].TopicRank : 4, i + 1 < shapes.Length ? shapes[i + 1].TopicRank : 4);
        }

        if (i > 0 && shapes[i - 1].Tokens <= LongestCue)
        {
            w.AddWord(62, shapes[i - 1].Hash);
        }
        return w.Count;
    }

    // The words of a line that is not long, and the pattern of a short one: capitals, figures and marks in their order, 'Photo: Ada Obi/AP' as any 'Xxx: Xxx Xxx/XX'.
    private static void Words(ref Writer w, ReadOnlySpan<Token> own, int zone)
    {
        if (own.Length <= LongestLooseBag)
        {
            int template = own.Length <= LongestBag ? 24 : 74;
            foreach (ref readonly Token token in own)
            {
                w.AddWord(template, token.LowerHash);
            }
        }

        if (own.Length <= LongestPattern)
        {
            ulong pattern = 0;
            foreach (ref readonly Token token in own)
            {
                pattern = TextHash.Combine(pattern, Pattern(token));
            }

            w.AddWord(75, pattern);
            w.AddWord(76, TextHash.Combine(pattern, (ulong)zone));
        }
    }

    private static ulong Pattern(in Token token) =>
        token.Has(TokenFlags.AllCaps) ? 1
        : token.Has(TokenFlags.Capitalized) ? 2
        : token.Has(TokenFlags.HasLetter) ? (LineWordLexicon.Find(token.LowerHash) & LineWords.Function) != 0 ? 3UL : 4UL
        : token.Has(TokenFlags.HasDigit) ? 5
        : token.Hash;

    private static int Size(int tokens) => tokens switch
    {
        <= 4 => tokens,
        <= 6 => 5,
        <= 9 => 6,
        <= 13 => 7,
        <= 18 => 8,
        <= 26 => 9,
        <= 40 => 10,
        <= 60 => 11,
        _ => 12,
    };

    private static int Bucket(int n) => n switch
    {
        <= 4 => n,
        <= 6 => 5,
        <= 10 => 6,
        _ => 7,
    };

    // Share of capitalised words: 0 few, 1 some, 2 most, 3 all, 4 all in capitals, 5 no words.
    private static int Capitals(in UnitShape x) =>
        x.Words == 0 ? 5
        : x.AllCaps * 5 >= x.Words * 4 ? 4
        : x.Capitalized == x.Words ? 3
        : x.Capitalized * 3 >= x.Words * 2 ? 2
        : x.Capitalized * 3 >= x.Words ? 1
        : 0;

    private ref struct Writer
    {
        private readonly Span<ulong> _into;

        public Writer(Span<ulong> into) => _into = into;

        public int Count { get; private set; }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add(int template, int a, int b = 0, int c = 0) =>
            AddWord(template, (uint)a | ((ulong)(uint)b << 16) | ((ulong)(uint)c << 32));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void AddWord(int template, ulong value)
        {
            if (Count < _into.Length)
            {
                _into[Count++] = TextHash.Combine((ulong)template + 1, value);
            }
        }

        public void AddClasses(int template, LineWords classes, int other)
        {
            for (uint rest = (uint)classes; rest != 0; rest &= rest - 1)
            {
                Add(template, System.Numerics.BitOperations.TrailingZeroCount(rest), other);
            }
        }
    }
}
