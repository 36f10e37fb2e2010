using System.Numerics;
using System.Runtime.InteropServices;

namespace Extraction.Training.Layout;

/// <summary>Turns pages into examples. Features seen on too few pages are dropped: a page's variants count as one.</summary>
internal sealed class LayoutExamples
{
    private const int FewestPages = 10;

    private readonly Dictionary<ulong, int> _ids = [];
    private readonly List<ulong> _keys = [];

    /// <param name="groups">Pages, each with its variants.</param>
    public LayoutExamples(IEnumerable<IEnumerable<LayoutPage>> groups)
    {
        var tokens = new TokenList();
        var scratch = new LayoutScratch();
        var raw = new List<(ulong[][] Features, int[] Kinds, ushort[] Held, bool[] Repeats, bool Furniture)>();
        var pages = new Dictionary<ulong, int>();
        var buffer = new ulong[LayoutFeatures.Most];
        foreach (IEnumerable<LayoutPage> group in groups)
        {
            var seen = new HashSet<ulong>();
            foreach (LayoutPage page in group)
            {
                (string text, BlockKind[] kinds) = page.Render();
                Tokenizer.ReadWords(text, tokens);
                PageShape shape = UnitPages.Read(text, tokens, scratch, default);
                ReadOnlySpan<LayoutUnit> units = CollectionsMarshal.AsSpan(scratch.Units);
                if (units.IsEmpty)
                {
                    // The body alone of a page that is nothing but a list of links.
                    continue;
                }

                ReadOnlySpan<UnitShape> shapes = CollectionsMarshal.AsSpan(scratch.Shapes);
                var features = new ulong[units.Length][];
                var gold = new int[units.Length];
                var held = new ushort[units.Length];
                var repeats = new bool[units.Length];
                for (int i = 0; i < units.Length; i++)
                {
                    int count = LayoutFeatures.Write(units, shapes, tokens.Span, shape, i, buffer);
                    features[i] = buffer[..count];
                    seen.UnionWith(features[i]);
                    gold[i] = (int)kinds[(units[i].Start + units[i].End - 1) / 2];
                    repeats[i] = shapes[i].IsRepeat;
                    held[i] = LayoutRules.Allowed(units, shapes, tokens.Span, shape, i);
                    if ((held[i] >> gold[i] & 1) == 0)
                    {
                        // Where a rule and the writer disagree, the page still has much to teach: the rule decides if it is certain, else the writer.
                        gold[i] = BitOperations.IsPow2(held[i]) ? BitOperations.TrailingZeroCount(held[i]) : gold[i];
                        held[i] |= (ushort)(1 << gold[i]);
                    }
                }

                raw.Add((features, gold, held, repeats, shape.HasFurniture));
            }

            foreach (ulong feature in seen)
            {
                pages[feature] = pages.GetValueOrDefault(feature) + 1;
            }
        }

        Pages = [.. raw.Select(r => new LayoutExample([.. r.Features.Select(f => f.Where(k => pages[k] >= FewestPages).Select(Id).ToArray())], r.Kinds, r.Held, r.Repeats, r.Furniture))];
    }

    public IReadOnlyList<LayoutExample> Pages { get; }

    /// <summary>The features' keys; a feature's number is its place.</summary>
    public IReadOnlyList<ulong> Keys => _keys;

    private int Id(ulong key)
    {
        ref int id = ref CollectionsMarshal.GetValueRefOrAddDefault(_ids, key, out bool exists);
        if (!exists)
        {
            id = _keys.Count;
            _keys.Add(key);
        }

        return id;
    }
}
