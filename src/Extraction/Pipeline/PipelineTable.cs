using System.Collections.Immutable;
using System.Text;

namespace Extraction;

/// <summary>Contracts as a table in plain text.</summary>
internal static class PipelineTable
{
    private static readonly string[] Headings = ["stage", "needs", "uses", "gives", "refines"];

    public static string Render(ImmutableArray<StageContract> contracts)
    {
        var rows = new List<string[]> { Headings };
        var given = new HashSet<Layer>(ReferenceEqualityComparer.Instance);
        foreach (StageContract contract in contracts)
        {
            rows.Add([contract.Name, Names(contract.Needed, given), Names(contract.Used, null), Names(contract.Given, null), Names(contract.Refined, given)]);
            given.UnionWith(contract.Given);
        }

        var table = new StringBuilder();
        foreach (string[] row in rows)
        {
            int before = table.Length;
            for (int column = 0; column < row.Length; column++)
            {
                table.Append(row[column].PadRight(rows.Max(r => r[column].Length) + 2));
            }

            int end = table.Length;
            while (end > before && table[end - 1] == ' ')
            {
                end--;
            }

            table.Length = end;
            table.Append('\n');
        }

        return table.ToString();
    }

    private static string Names(ImmutableArray<Layer> layers, HashSet<Layer>? given) =>
        layers.IsEmpty ? "-" : string.Join(", ", layers.Select(l => given is null || given.Contains(l) ? l.Name : "!" + l.Name));
}
