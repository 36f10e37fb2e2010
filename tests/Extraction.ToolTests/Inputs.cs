using System.Text;
using System.Text.Json;

namespace Extraction.ToolTests;

/// <summary>Articles as JSON Lines.</summary>
internal static class Inputs
{
    /// <summary>So many articles; those whose number <paramref name="bad"/> takes are no articles.</summary>
    public static string Lines(int count, Func<int, bool>? bad = null)
    {
        var lines = new StringBuilder();
        for (int i = 0; i < count; i++)
        {
            lines.Append(bad?.Invoke(i) == true ? "{\"id\":\"bad" + i + "\"" : Line($"a{i}", Text(i), i % 3 == 0 ? null : "2021-05-04")).Append('\n');
        }

        return lines.ToString();
    }

    public static string Line(string? id, string text, string? published) => JsonSerializer.Serialize(new { id, text, published });

    public static string Text(int seed) =>
        $"Council meets for the {seed}th time\n\nAnna Berg, the mayor of Lima, spoke on Monday. \"Number {seed} is enough,\" she said.\n\nMayor Berg left for Geneva last week, Reuters reported.";
}
