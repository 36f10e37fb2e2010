using System.Collections.Immutable;

namespace Extraction;

/// <summary>Paragraphs of a text without a layout: blank lines divide, single line breaks too where they are no wraps.</summary>
internal static class ParagraphBlocks
{
    public static ImmutableArray<Block> Of(ReadOnlySpan<char> text, ReadOnlySpan<Token> tokens)
    {
        TokenFlags divider = LineWraps.AreWraps(text) ? TokenFlags.ParagraphStart : TokenFlags.LineStart;
        var blocks = ImmutableArray.CreateBuilder<Block>();
        for (int first = 0; first < tokens.Length;)
        {
            int end = first + 1;
            while (end < tokens.Length && !tokens[end].Has(divider))
            {
                end++;
            }

            blocks.Add(new Block(BlockKind.Paragraph, new TextSpan(tokens[first].Start, tokens[end - 1].End), first, end));
            first = end;
        }

        return blocks.DrainToImmutable();
    }
}
