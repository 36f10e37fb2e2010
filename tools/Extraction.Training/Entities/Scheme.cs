using Extraction.Corpora;

namespace Extraction.Training.Entities;

/// <summary>
/// How a corpus's annotation reads: which of the recogniser's types each of its types may be, and which types it leaves unmarked. Where a corpus does not say, the labels stay open
/// (several allowed), and training decides.
/// </summary>
internal sealed class Scheme
{
    private static readonly string[] Places = ["Gpe", "Location", "Facility"];
    private static readonly string[] Others = ["Norp", "Event", "Product", "WorkOfArt", "Law", "Language", "Misc"];

    private readonly Dictionary<string, uint> _map = new(StringComparer.Ordinal);
    private readonly HashSet<string> _dropped = new(StringComparer.Ordinal);

    private Scheme()
    {
        for (int t = 0; t < EntityLabels.TypeCount; t++)
        {
            _map[NameOf(t)] = 1u << t;
        }
    }

    /// <summary>Whether the corpus marks titles and articles that our guidelines leave outside.</summary>
    public bool Trims { get; private init; }

    /// <summary>Types that a capitalised word without a mark may still be.</summary>
    public uint Open { get; private set; }

    public static string NameOf(int type) => char.ToUpperInvariant(EntityLabels.Types[type].Name[0]) + EntityLabels.Types[type].Name[1..];

    public static Scheme Named(string name)
    {
        var scheme = new Scheme { Trims = name != "full" };
        switch (name)
        {
            case "full":
                return scheme;
            case "silver": // a model's own labels
                return scheme.Drop(SilverLabels.Open);
            case "conll": // all marked, places merged, the rest as Misc
                return scheme.Map("Location", Places).Map("Misc", Others);
            case "docred":
                return scheme.Map("Location", [.. Places, "Norp"]).Map("Misc", [.. Others, "Facility"]).Leave(Others);
            case "fewnerd":
                return scheme.Leave(Others);
            case "crossner":
                return scheme.Map("Location", Places).Map("Misc", Others).Leave("Norp", "Facility", "Law");
            case "tweets":
                return scheme.Map("Location", Places).Leave(Others);
            case "wnut":
                return scheme.Map("Location", Places).Leave(Others);
            case "three":
                return scheme.Map("Location", Places).Drop("Misc").Leave(Others);
            case "re3d":
                return scheme.Map("Location", Places).Drop("Misc").Leave(Others);
            default:
                throw new ArgumentException($"No scheme is named '{name}'.", nameof(name));
        }
    }

    /// <summary>The types a marked name may be; 0 where the mark is not to be believed.</summary>
    public uint TypesOf(CorpusEntity entity, string text)
    {
        if (_dropped.Contains(entity.Type))
        {
            return 0;
        }

        uint types = _map[entity.Type];
        return types;
    }

    private Scheme Map(string type, params string[] to)
    {
        _map[type] = Set(to);
        return this;
    }

    private Scheme Leave(params string[] types)
    {
        Open = Set(types);
        return this;
    }

    private Scheme Drop(string type)
    {
        _dropped.Add(type);
        return this;
    }

    private static uint Set(string[] types)
    {
        uint set = 0;
        for (int t = 0; t < EntityLabels.TypeCount; t++)
        {
            set |= types.Contains(NameOf(t)) ? 1u << t : 0;
        }

        return set;
    }
}
