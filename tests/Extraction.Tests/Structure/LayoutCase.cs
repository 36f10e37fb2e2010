using System.Text;

namespace Extraction.Tests.Structure;

/// <summary>
/// A page of Cases/layout: each line is its kind, a tab and the line as it stands on the page; '+' goes on with a wrapped paragraph, 'kind+' is glued to the line after it.
/// Lines that begin with '#' are comments, lines that begin with '!' say what the result must tell besides.
/// </summary>
internal sealed class LayoutCase
{
    private LayoutCase(string text, IReadOnlyList<(BlockKind Kind, string Text)> blocks, IReadOnlyList<(string Name, string Value)> facts)
    {
        Text = text;
        Blocks = blocks;
        Facts = facts;
    }

    public string Text { get; }

    public IReadOnlyList<(BlockKind Kind, string Text)> Blocks { get; }

    public IReadOnlyList<(string Name, string Value)> Facts { get; }

    public static string Folder => Path.Combine(AppContext.BaseDirectory, "Cases", "layout");

    public static LayoutCase Read(string name)
    {
        var text = new StringBuilder();
        var blocks = new List<(BlockKind, string)>();
        var facts = new List<(string, string)>();
        bool glued = true;
        foreach (string line in File.ReadLines(Path.Combine(Folder, name)))
        {
            if (line.StartsWith('#'))
            {
                continue;
            }

            if (line.StartsWith('!'))
            {
                string[] fact = line[1..].Trim().Split(' ', 2);
                facts.Add((fact[0], fact[1]));
                continue;
            }

            if (!glued)
            {
                text.Append('\n');
            }

            glued = false;
            int tab = line.IndexOf('\t', StringComparison.Ordinal);
            if (tab < 0)
            {
                continue;
            }

            string kind = line[..tab];
            string words = line[(tab + 1)..];
            text.Append(words);
            if (kind == "+")
            {
                (BlockKind own, string before) = blocks[^1];
                blocks[^1] = (own, $"{before}\n{words}");
                continue;
            }

            glued = kind.EndsWith('+');
            blocks.Add((Enum.Parse<BlockKind>(kind.TrimEnd('+'), ignoreCase: true), words.Trim()));
        }

        return new LayoutCase(text.ToString(), blocks, facts);
    }
}
