using System.Runtime.InteropServices;
using Extraction.Corpora;

namespace Extraction.Training.Layout;

/// <summary>Lines whose kind a model gets right, as <c>score_blocks.py</c> counts them (the kind of most of a line's characters; a dateline is body text).</summary>
/// <param name="model">The model.</param>
/// <param name="before">A score to count on from, or null.</param>
internal sealed class LayoutScore(LayoutModel model, LayoutScore? before = null)
{
    private const int LongestShown = 160;

    private readonly TokenList _tokens = new();
    private readonly LayoutScratch _scratch = new();

    public int Lines { get; private set; } = before?.Lines ?? 0;

    public int Right { get; private set; } = before?.Right ?? 0;

    public double Percent => Lines == 0 ? 0 : 100.0 * Right / Lines;

    /// <summary>Wrong lines by what they are and what they were taken for.</summary>
    public Dictionary<(BlockKind Gold, BlockKind Guess), int> Confusions { get; } = before?.Confusions ?? [];

    /// <summary>The wrong lines themselves, for people.</summary>
    public List<string> Errors { get; } = before?.Errors ?? [];

    /// <summary>Adds the annotated pages of a corpus, labels as their writers gave them.</summary>
    public void Add(IEnumerable<CorpusDocument> documents)
    {
        foreach (CorpusDocument document in documents.Where(d => d.Blocks.Count > 0))
        {
            Add(document.Id, document.Text, [.. document.Blocks.Select(b => (b.Span, Enum.Parse<BlockKind>(b.Kind, ignoreCase: true)))]);
        }
    }

    /// <summary>Adds a page that was made for training.</summary>
    public void Add(LayoutPage page)
    {
        (string text, BlockKind[] kinds) = page.Render();
        var blocks = new List<(TextSpan, BlockKind)>();
        int at = 0;
        foreach (LayoutLine line in page.Lines)
        {
            int start = text.IndexOf(line.Text, at, StringComparison.Ordinal);
            at = start + line.Text.Length;
            blocks.Add((new TextSpan(start, at), kinds[start]));
        }

        Add(page.Id, text, blocks);
    }

    private void Add(string id, string text, IReadOnlyList<(TextSpan Span, BlockKind Kind)> gold)
    {
        Tokenizer.ReadWords(text, _tokens);
        PageShape shape = UnitPages.Read(text, _tokens, _scratch, default);
        LayoutDecoder.Decode(model, _scratch, _tokens.Span, shape, default);
        LayoutRepair.Run(_scratch, shape);
        ReadOnlySpan<LayoutUnit> units = CollectionsMarshal.AsSpan(_scratch.Units);
        Span<int> votes = stackalloc int[LayoutModel.Kinds];
        foreach ((TextSpan span, BlockKind kind) in gold)
        {
            votes.Clear();
            foreach (ref readonly LayoutUnit unit in units)
            {
                votes[(int)Body(unit.Kind)] += Math.Max(0, Math.Min(unit.End, span.End) - Math.Max(unit.Start, span.Start));
            }

            int best = 0;
            for (int k = 1; k < votes.Length; k++)
            {
                best = votes[k] > votes[best] ? k : best;
            }

            Lines++;
            if ((BlockKind)best == Body(kind))
            {
                Right++;
                continue;
            }

            (BlockKind, BlockKind) pair = (Body(kind), (BlockKind)best);
            string rule = IsOpen(units, shape, span, pair.Item1) ? "" : " (by rule)";
            Errors.Add($"{id}\t{pair.Item1}\t{pair.Item2}{rule}\t{span.Of(text).ReplaceLineEndings(" ")[..Math.Min(span.Length, LongestShown)]}");
            Confusions[pair] = Confusions.GetValueOrDefault(pair) + 1;
        }
    }

    // Whether the rules leave a kind open for the first unit of a line.
    private bool IsOpen(ReadOnlySpan<LayoutUnit> units, in PageShape page, TextSpan span, BlockKind kind)
    {
        ReadOnlySpan<UnitShape> shapes = CollectionsMarshal.AsSpan(_scratch.Shapes);
        for (int i = 0; i < units.Length; i++)
        {
            if (units[i].Start < span.End && units[i].End > span.Start)
            {
                return (LayoutRules.Choices(units, shapes, _tokens.Span, page, i) >> (int)kind & 1) != 0;
            }
        }

        return true;
    }

    private static BlockKind Body(BlockKind kind) => kind == BlockKind.Dateline ? BlockKind.Paragraph : kind;
}
