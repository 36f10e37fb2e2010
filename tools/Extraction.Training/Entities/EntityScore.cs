using Extraction.Corpora;

namespace Extraction.Training.Entities;

/// <summary>Exact precision, recall and F1 as score_entities.py counts them, for quick looks while training; the published figures are the script's.</summary>
internal sealed class EntityScore
{
    private static readonly string[] Three = ["Person", "Organization", "Location"];
    private readonly Dictionary<string, (int Right, int Found, int Gold)> _three = [];
    private readonly Dictionary<string, (int Right, int Found, int Gold)> _all = [];

    public void Add(IEnumerable<(int Start, int End, string Type)> gold, IEnumerable<(int Start, int End, string Type)> found)
    {
        Count(_three, gold.Select(Merge).Where(m => m.Type.Length > 0), found.Select(Merge).Where(m => m.Type.Length > 0));
        Count(_all, gold.Where(m => m.Type != "Misc"), found);
    }

    public double ThreeF1 => F1(Sum(_three));

    public override string ToString() =>
        $"P/O/L {F1(Sum(_three)):F2} ({string.Join(" / ", Three.Select(t => F1(_three.GetValueOrDefault(t)).ToString("F1")))})  P {P(Sum(_three)):F1} R {R(Sum(_three)):F1}   all {F1(Sum(_all)):F2} ("
        + string.Join(" ", _all.Where(a => a.Value.Gold > 0).OrderByDescending(a => a.Value.Gold).Select(a => $"{a.Key[..Math.Min(4, a.Key.Length)]} {F1(a.Value):F0}")) + ")";

    private static (int, int, string Type) Merge((int Start, int End, string Type) m) =>
        (m.Start, m.End, m.Type is "Gpe" or "Facility" ? "Location" : Three.Contains(m.Type) ? m.Type : "");

    private static void Count(Dictionary<string, (int, int, int)> into, IEnumerable<(int, int, string)> gold, IEnumerable<(int, int, string)> found)
    {
        var g = gold.ToHashSet();
        var f = found.ToHashSet();
        foreach ((int, int, string Type) m in g)
        {
            (int right, int n, int all) = into.GetValueOrDefault(m.Type);
            into[m.Type] = (right + (f.Contains(m) ? 1 : 0), n, all + 1);
        }

        foreach ((int, int, string Type) m in f)
        {
            (int right, int n, int all) = into.GetValueOrDefault(m.Type);
            into[m.Type] = (right, n + 1, all);
        }
    }

    private static (int Right, int Found, int Gold) Sum(Dictionary<string, (int Right, int Found, int Gold)> counts) =>
        (counts.Values.Sum(c => c.Right), counts.Values.Sum(c => c.Found), counts.Values.Sum(c => c.Gold));

    private static double P((int Right, int Found, int Gold) c) => c.Found == 0 ? 0 : 100.0 * c.Right / c.Found;

    private static double R((int Right, int Found, int Gold) c) => c.Gold == 0 ? 0 : 100.0 * c.Right / c.Gold;

    private static double F1((int Right, int Found, int Gold) c) => c.Found + c.Gold == 0 ? 0 : 200.0 * c.Right / (c.Found + c.Gold);
}
